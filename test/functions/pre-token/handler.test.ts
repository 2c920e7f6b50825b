import type { Context } from 'aws-lambda'
import { beforeAll, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { machine, ofPool, person } from './support.ts'

const answered = z.looseObject({
  userName: z.string(),
  response: z.object({
    claimsAndScopeOverrideDetails: z.object({
      idTokenGeneration: z.unknown(),
      accessTokenGeneration: z.unknown(),
    }),
  }),
})

const nothing = () => undefined
const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'pre-token',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:region:account:function:pre-token',
  memoryLimitInMB: '512',
  awsRequestId: 'b5e1',
  logGroupName: 'pre-token',
  logStreamName: 'pre-token',
  getRemainingTimeInMillis: () => 5000,
  done: nothing,
  fail: nothing,
  succeed: nothing,
}

let ask: (event: object) => Promise<z.infer<typeof answered>>

beforeAll(async () => {
  vi.stubEnv('SIGN_IN_OFFICES', '{"nca":["ukfiu"]}')
  // Nothing listens there: whoever signs in gets in though it can not be noted.
  vi.stubEnv('SIGN_INS_TABLE', 'SignIns')
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', 'http://127.0.0.1:9')
  vi.stubEnv('AWS_REGION', 'eu-west-2')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local')
  const { handler } = await import('../../../functions/pre-token/index.ts')
  ask = async (event) => answered.parse(await handler(event, context))
})

test('both tokens say what the bearer may do, and nothing else that they could say of it', async () => {
  const { response, userName } = await ask(person(ofPool, ['ukfiu']))
  const change = {
    claimsToAddOrOverride: { name: 'Pat Brook', role: 'ukfiu' },
    claimsToSuppress: ['organisation', 'restricted', 'canary'],
  }
  expect(userName).toBe('pat')
  expect(response.claimsAndScopeOverrideDetails).toEqual({
    idTokenGeneration: change,
    accessTokenGeneration: change,
  })
})

test.each([person(ofPool), machine('sar-outcomes/use')])(
  'who was given nothing gets no claim',
  async (event) => {
    const change = { claimsToSuppress: ['role', 'organisation', 'restricted', 'canary'] }
    expect((await ask(event)).response.claimsAndScopeOverrideDetails).toEqual({
      idTokenGeneration: change,
      accessTokenGeneration: change,
    })
  },
)

test('a request that cannot be read gets no token', async () => {
  await expect(ask({ ...person(ofPool), version: '1' })).rejects.toThrow('version')
})
