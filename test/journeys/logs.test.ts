import { DynamoDBClient, ListTablesCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { endpointsFile } from '../../infra/local/endpoints.ts'
import { clientOptions } from '../../infra/local/engines/client-options.ts'
import { story } from '../../shared/contracts/openapi/story/story.ts'
import { routes } from '../../shared/contracts/routes.ts'
import { startService, type Service } from '../support/service.ts'
import { play } from '../support/story.ts'

/** Whatever is sent, however wrong it is and whatever fails: no log line of any function repeats it. */

/** Found in no code, so that a line with it can only have it from what was sent. */
const mark = 'Zzyzxmarked'
const marked = `${mark} of 12 Acacia Avenue`

const referral = z.looseObject({ id: z.string() })

let service: Service
let logs: ReadonlyMap<string, string>
let failed: readonly number[]
let urgentRequest: string

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
/** What a person wrote: several words, an address, the reference of a SAR. */
const isPersonal = (text: string) => /\S \S.* \S|@|^SAR-/.test(text)
const written = [...new Set(story.flatMap(({ body }) => textsIn(body)).filter(isPersonal))].map((text) =>
  text.slice(0, 40),
)
const people = ['UKFIU officer', 'STA author', 'STA approver', 'Kent Police professional standards']

const pathOf = (path: string) => path.replaceAll(/\{\w+\}/g, encodeURIComponent(mark))

/** Every route, with the mark wherever there is room for it. */
const sendWrongly = async (tokens: readonly string[]) => {
  for (const { method, path } of Object.values(routes)) {
    for (const body of [
      `{"${mark}": "${marked}"`,
      { [mark]: marked, sarReference: marked, organisation: marked },
    ]) {
      for (const token of tokens)
        await service.call(
          method,
          `${pathOf(path)}?${mark}=${mark}`,
          method === 'GET' ? undefined : body,
          token,
        )
    }
  }
}

const sendToPages = async () => {
  for (const path of ['/', `/referrals/${mark}`, `/sign-in/callback?code=${mark}&state=${mark}`])
    await fetch(`${service.url}${path}`, { redirect: 'manual', headers: { cookie: `session=${mark}` } })
  const body = new URLSearchParams({ organisation: mark, rationale: marked })
  await fetch(`${service.url}/referrals/${mark}/redirect`, { method: 'POST', body, redirect: 'manual' })
}

/** A referral that can't be read any more: whoever asks for it meets a fault with its content in hand. */
const damage = async (id: string) => {
  const { dynamoDb } = z.object({ dynamoDb: z.string() }).parse(endpointsFile(service.dataDir).read())
  const client = new DynamoDBClient(clientOptions(dynamoDb))
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  await client.send(
    new UpdateItemCommand({
      TableName: TableNames.find((name) => name.includes('Referrals')),
      Key: { id: { S: id } },
      UpdateExpression: 'SET history = :damage',
      ExpressionAttributeValues: { ':damage': { L: [{ M: { type: { S: mark }, [mark]: { S: marked } } }] } },
    }),
  )
  client.destroy()
}

/** What the UKFIU registers here: nobody else has it. */
const newReferral = (sarReference: string, urgent: boolean) => ({
  sarReference,
  organisation: 'kent',
  referredOn: '2026-06-01',
  subjectType: 'police_officer',
  linkType: 'direct',
  identificationBasis: 'employer_stated_in_sar',
  apparentConcern: 'possible_corruption',
  handling: 'P',
  urgent,
})

/** Registers an urgent referral, which is told to its unit at once; answers with the id of the request. */
const registerUrgently = async (ukfiu: string): Promise<string> => {
  const { headers, status } = await service.call(
    'POST',
    '/v1/referrals',
    newReferral('URGENT-1', true),
    ukfiu,
  )
  expect(status).toBe(201)
  return headers.get('x-amzn-requestid') ?? 'none'
}

const meetFaults = async (ukfiu: string, kent: string) => {
  const registered = await service.call('POST', '/v1/referrals', newReferral(`SAR-${mark}`, false), ukfiu)
  const { id } = referral.parse(registered.body)
  await service.call('POST', '/local/drain')
  await damage(id)
  const asked = [
    await service.call('GET', `/v1/referrals/${id}`, undefined, ukfiu),
    await service.call('GET', `/v1/referrals/${id}`, undefined, kent),
    await service.call(
      'POST',
      `/v1/referrals/${id}/withdrawal`,
      { expectedVersion: 1, rationale: marked },
      ukfiu,
    ),
    await service.call('POST', `/v1/referrals/${id}/acknowledgement`, { expectedVersion: 1 }, kent),
  ]
  return asked.map(({ status }) => status)
}

beforeAll(async () => {
  service = await startService()
  const faults = [
    { kind: 'server_error', times: 4 },
    { kind: 'too_many_requests', times: 2 },
    { kind: 'lost_answer', times: 2 },
  ]
  await service.call('POST', '/local/notify/faults', { faults })
  await play(service, story)
  const [ukfiu, kent] = [await service.token('ukfiu'), await service.token('force-kent')]
  await sendWrongly([ukfiu, kent])
  await sendToPages()
  failed = await meetFaults(ukfiu, kent)
  urgentRequest = await registerUrgently(ukfiu)
  await service.call('POST', '/local/drain')
  const folder = join(service.dataDir, 'log')
  logs = new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
})
afterAll(() => service.close())

test('there were faults, and they are in the logs', () => {
  expect(failed.filter((status) => status === 500).length).toBeGreaterThan(1)
  const all = [...logs.values()].join('')
  expect(all).toContain('The request failed')
  expect(all).toContain('Reminders could not be sent')
})

test('no log line repeats what was sent wrongly, or lay in an item that cannot be read', () => {
  expect([...logs].filter(([, text]) => text.includes(mark))).toEqual([])
})

test.each(written)('no log line has "%s"', (text) => {
  expect([...logs].filter(([, line]) => line.includes(text)).map(([file]) => file)).toEqual([])
})

test.each(people)('no log line names a person: %s', (name) => {
  expect([...logs].filter(([, line]) => line.includes(name)).map(([file]) => file)).toEqual([])
})

test('no log line has a token', () => {
  expect(
    [...logs].filter(([, line]) => /eyJ[\w-]+\.[\w-]+|Bearer /.test(line)).map(([file]) => file),
  ).toEqual([])
})

const Line = z.object({ message: z.string(), notificationId: z.string().optional() })
const Mailbox = z.object({ emails: z.array(z.object({ id: z.string() })) })

test('a request can be followed through the stream and the queue to the e-mail that it led to', async () => {
  const said = [...logs.values()].flatMap((text) =>
    text
      .split('\n')
      .filter((line) => line.includes(`"correlation_id":"${urgentRequest}"`))
      .map((line) => Line.parse(JSON.parse(line))),
  )
  // That it was told is a change of its own, which may be counted together with the registration or after it.
  expect(new Set(said.map(({ message }) => message))).toEqual(
    new Set(['A change of a referral was counted', 'An e-mail was handed to GOV.UK Notify']),
  )
  const { body } = await service.call('GET', '/local/mailbox')
  const handed = said.flatMap(({ notificationId }) => notificationId ?? [])
  expect(Mailbox.parse(body).emails.map(({ id }) => id)).toEqual(expect.arrayContaining(handed))
})
