import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod'
import { hostFunctions } from '../../../../infra/local/lambda/function-host.ts'
import { dataDirectory } from '../support/data-directory.ts'
import { fixtureDeployment } from '../support/fixture.ts'

const [api] = fixtureDeployment().functions

const host = (changes: Partial<NonNullable<typeof api>> = {}, dataDir = dataDirectory()) => {
  if (!api) throw new Error('The fixture has no function')
  const lines: string[] = []
  const shared = new SharedArrayBuffer(8)
  const lambda = { ...api, ...changes }
  const { invoke, close } = hostFunctions({
    functions: [lambda],
    dataDir,
    clock: shared,
    overrides: { AWS_ENDPOINT_URL_SQS: 'http://sqs', NOTES_TABLE: 'Others', UNKNOWN: 'x' },
    say: (line) => void lines.push(line),
  })
  onTestFinished(close)
  const ask = (id: string, extra: object = {}) =>
    invoke(lambda.arn, { resource: '/echoes/{id}', pathParameters: { id }, ...extra })
  return { ask, lines, lambda, dataDir, clock: new BigInt64Array(shared) }
}

const Echo = z.object({
  ok: z.literal(true),
  payload: z.object({ statusCode: z.literal(200), body: z.string() }),
})
const echoed = (result: unknown): unknown => JSON.parse(Echo.parse(result).payload.body)

test('hands over the event and a context, and answers what the function answers', async () => {
  const { ask } = host()
  expect(echoed(await ask('a', { deep: [{ b: 1 }] }))).toMatchObject({
    event: { pathParameters: { id: 'a' }, deep: [{ b: 1 }] },
    context: { functionName: 'ApiFunction', awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  })
})

test('takes many calls at once', async () => {
  const { ask } = host()
  const results = await Promise.all(Array.from({ length: 50 }, (_, index) => ask(`call-${index}`)))
  expect(results.map(echoed)).toMatchObject(
    results.map((_, index) => ({ event: { pathParameters: { id: `call-${index}` } } })),
  )
})

test('an error is the caller’s to know, its stack is for the log', async () => {
  const { ask, lines, dataDir } = host()
  const result = await ask('throw')
  expect(result).toEqual({
    ok: false,
    timedOut: false,
    error: { errorType: 'Error', errorMessage: 'secret inside' },
  })
  expect(lines).toEqual([
    expect.stringMatching(/^ApiFunction failed: secret inside \(see .*ApiFunction\.log\)$/),
  ])
  const log = () => readFileSync(`${dataDir}/log/ApiFunction.log`, 'utf8')
  await vi.waitUntil(() => log().includes('asset.api/index.mjs'), { timeout: 10_000 })
})

test('what JSON cannot say is the function’s fault', async () => {
  const { ask } = host()
  expect(await ask('answer-circle')).toMatchObject({
    ok: false,
    error: { errorType: 'Runtime.MarshalError' },
  })
})

test('a call that runs out of time fails; one beside it goes on, and the next has a new thread', async () => {
  const { ask } = host({ timeoutSeconds: 0.5 })
  const [late, beside] = await Promise.all([ask('never-answer'), ask('quick')])
  expect(late).toMatchObject({ ok: false, timedOut: true, error: { errorType: 'Sandbox.Timedout' } })
  expect(echoed(beside)).toMatchObject({ event: { pathParameters: { id: 'quick' } } })
  expect(echoed(await ask('after'))).toMatchObject({ event: { pathParameters: { id: 'after' } } })
})

test('a crash fails the calls under way, and the next has a new thread', async () => {
  const { ask } = host({ timeoutSeconds: 30 })
  const results = await Promise.all([ask('never-answer'), ask('end-process')])
  expect(results).toMatchObject([
    { ok: false, error: { errorType: 'Runtime.ExitError' } },
    { ok: false, error: { errorType: 'Runtime.ExitError' } },
  ])
  expect(echoed(await ask('after'))).toMatchObject({ event: { pathParameters: { id: 'after' } } })
})

test.each([
  ['a file that is not there', { file: '/nowhere/index.mjs' }],
  ['a handler that is not there', { handler: 'nobody' }],
])('%s is a failed call', async (_, changes) => {
  const { ask } = host(changes)
  expect(await ask('a')).toMatchObject({ ok: false, timedOut: false })
})

const Health = z.object({ payload: z.object({ body: z.string() }) })

test('the function’s clock is the service’s', async () => {
  const { ask, clock } = host()
  const year = 365 * 86_400_000
  clock[0] = BigInt(year)
  const result = Health.parse(await ask('a', { resource: '/health' }))
  const { milliseconds } = z.object({ milliseconds: z.number() }).parse(JSON.parse(result.payload.body))
  expect(Math.abs(milliseconds - Date.now() - year)).toBeLessThan(60_000)
})
