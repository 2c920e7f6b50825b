import { NotifyClient } from 'notifications-node-client'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { type Fault, FaultSetting } from '../../../../infra/local/notify/faults.ts'
import { notifier } from '../../../../shared/runtime/notifier.ts'
import { runNotify, templateId } from './running-notify.ts'

const runWith = async (...faults: Fault[]) => {
  const notify = await runNotify()
  onTestFinished(notify.close)
  notify.faults.set(faults)
  const client = new NotifyClient(notify.url, notify.apiKey)
  const send = (reference: string) =>
    client.sendEmail(templateId, 'psd@kent.example.uk', { personalisation: { who: 'Kent' }, reference })
  const sent = () => notify.mailbox().map(({ reference }) => reference)
  return { notify, client, send, sent }
}

const refusal = (status: number, error: string, message: string) => ({
  response: { status, data: { status_code: status, errors: [{ error, message }] } },
})
const once = (kind: 'too_many_requests' | 'daily_limit' | 'server_error' | 'none', times = 1) => ({
  kind,
  times,
})

test.each([
  [
    once('too_many_requests'),
    refusal(429, 'RateLimitError', 'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds'),
  ],
  [
    once('daily_limit'),
    refusal(429, 'TooManyRequestsError', 'Exceeded send limits (email: 250000) for today'),
  ],
  [once('server_error'), refusal(500, 'Exception', 'Internal server error')],
])('%o is answered as Notify does, sends nothing, and is over', async (fault, expected) => {
  const { send, sent } = await runWith(fault)
  await expect(send('first')).rejects.toMatchObject(expected)
  expect((await send('second')).status).toBe(201)
  expect(sent()).toEqual(['second'])
})

test('faults come in their order, as often as they were set, and others in between pass', async () => {
  const { notify, send, sent } = await runWith(
    once('server_error', 2),
    once('none', 2),
    once('too_many_requests'),
  )
  const statusOf = (reference: string) =>
    send(reference).then(
      ({ status }) => status,
      ({ response }: { response: { status: number } }) => response.status,
    )
  const statuses = [await statusOf('a'), await statusOf('b'), await statusOf('c')]
  expect(notify.faults.left()).toEqual([once('none'), once('too_many_requests')])
  statuses.push(await statusOf('d'), await statusOf('e'), await statusOf('f'))
  expect(statuses).toEqual([500, 500, 201, 201, 429, 201])
  expect(sent()).toEqual(['c', 'd', 'f'])
  expect(notify.faults.left()).toEqual([])
})

test('only requests to send meet them', async () => {
  const { notify, client } = await runWith(once('server_error'))
  await client.getNotifications('email', undefined, 'never sent')
  await expect(
    new NotifyClient(notify.url, `${notify.apiKey.slice(0, -1)}x`).sendEmail(templateId, 'a@b.uk'),
  ).rejects.toMatchObject({
    response: { status: 403 },
  })
  expect(notify.faults.left()).toEqual([once('server_error')])
})

test('setting them again replaces them', async () => {
  const { notify, send } = await runWith(once('server_error', 3))
  notify.faults.set([])
  expect((await send('one')).status).toBe(201)
})

describe('when the answer is lost, the e-mail was sent all the same, and is found by its reference', () => {
  const email = {
    templateId,
    to: 'psd@kent.example.uk',
    reference: 'lost',
    personalisation: { who: 'Kent' },
  }
  const minute = 60_000

  test.each<[string, Fault, number, string]>([
    ['the connection is cut', { kind: 'lost_answer', times: 1, milliseconds: 0 }, minute, 'socket hang up'],
    [
      'the connection is held open past all patience',
      { kind: 'lost_answer', times: 1, milliseconds: minute },
      20,
      'none within 20 ms',
    ],
    ['the answer comes too late', { kind: 'slow', times: 1, milliseconds: minute }, 20, 'none within 20 ms'],
  ])('%s', async (_what, fault, patienceMs, message) => {
    const { notify } = await runWith(fault)
    const ours = notifier({ apiKey: notify.apiKey, baseUrl: notify.url, patienceMs })
    await expect(ours.sendEmail(email)).rejects.toThrow(`GOV.UK Notify gave no answer: ${message}`)
    const patient = notifier({ apiKey: notify.apiKey, baseUrl: notify.url })
    expect(await patient.findByReference('lost')).toEqual({
      id: notify.mailbox()[0]?.id,
      to: 'psd@kent.example.uk',
      body: 'Dear Kent,\n\nAnswer.',
    })
  })
})

test('a slow answer is an answer', async () => {
  const { send, sent } = await runWith({ kind: 'slow', times: 1, milliseconds: 1 })
  expect((await send('slow')).status).toBe(201)
  expect(sent()).toEqual(['slow'])
})

test('closing does not wait for a slow answer', async () => {
  const notify = await runNotify()
  notify.faults.set([{ kind: 'slow', times: 1, milliseconds: 60_000 }])
  const client = new NotifyClient(notify.url, notify.apiKey)
  const cut = client.sendEmail(templateId, 'a@kent.uk', { personalisation: { who: 'A' } }).then(
    () => 'answered',
    () => 'cut',
  )
  await vi.waitUntil(() => notify.mailbox().length === 1)
  await notify.close()
  expect(await cut).toBe('cut')
})

describe('a setting', () => {
  test('fills in what is left out', () => {
    const faults = [{ kind: 'server_error' }, { kind: 'slow', times: 2 }, { kind: 'lost_answer' }]
    expect(FaultSetting.parse({ faults })).toEqual({
      faults: [
        { kind: 'server_error', times: 1 },
        { kind: 'slow', times: 2, milliseconds: 500 },
        { kind: 'lost_answer', times: 1, milliseconds: 0 },
      ],
    })
  })

  test.each([
    { faults: [{ kind: 'thunder' }] },
    { faults: [{ kind: 'slow', times: 0 }] },
    { faults: [{ kind: 'slow', milliseconds: 60_001 }] },
    { faults: [{ kind: 'server_error', milliseconds: 5 }] },
    { faults: [{}] },
    { faults: 'none' },
    {},
  ])('is refused: %j', (setting) => {
    expect(FaultSetting.safeParse(setting).success).toBe(false)
  })
})
