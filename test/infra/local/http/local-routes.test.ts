import { describe, expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../../../infra/local/engines/free-port.ts'
import { localRoutesOf } from '../../../../infra/local/http/local-routes.ts'
import { listen, serverOf } from '../../../../infra/local/http/server.ts'
import type { Drained } from '../../../../infra/local/drain.ts'
import { openFaults } from '../../../../infra/local/notify/faults.ts'

const email = {
  id: '1',
  reference: null,
  to: 'a@example.org',
  subject: 'S',
  body: 'B',
  sentAt: '2026-01-02T03:04:05.000Z',
  templateId: 't',
  status: 'delivered' as const,
  completedAt: '2026-01-02T03:04:05.000Z',
}

/** A function run by hand that gives back the event, or fails on one that says so. */
const answerTo = (event: unknown) =>
  event === 'fail'
    ? { ok: false as const, timedOut: false, error: { errorType: 'Error', errorMessage: 'It broke' } }
    : { ok: true as const, payload: { event } }

const serve = async (drained: Drained = { drained: true }) => {
  let now = new Date('2026-01-01T00:00:00.000Z')
  const moves: string[] = []
  const local = localRoutesOf({
    notify: { mailbox: () => [email], faults: openFaults() },
    drain: () => Promise.resolve(drained),
    onDemand: (name) => (name === 'rebuild' ? (event) => Promise.resolve(answerTo(event)) : undefined),
    time: {
      now: () => now,
      moveTo: (target) => {
        moves.push(target.toISOString())
        now = target
        return Promise.resolve(drained)
      },
      start: () => undefined,
      stop: () => undefined,
    },
  })
  const server = serverOf({
    identity: { handle: () => undefined },
    local,
    gateway: local,
    say: () => undefined,
  })
  const port = await freePort()
  await listen(server, port)
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const ask = async (method: string, path: string, body?: string) => {
    const init = { method, ...(body !== undefined && { body }) }
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init)
    const answer: unknown = await response.json()
    return { status: response.status, type: response.headers.get('content-type'), answer }
  }
  return { ask, moves }
}

test('tells the service’s time', async () => {
  const { ask } = await serve()
  expect(await ask('GET', '/local/clock')).toMatchObject({
    status: 200,
    answer: { now: '2026-01-01T00:00:00.000Z' },
  })
})

test('sets it', async () => {
  const { ask, moves } = await serve()
  expect(await ask('POST', '/local/clock', '{"now":"2026-06-01T09:00:00Z"}')).toMatchObject({
    status: 200,
    answer: { now: '2026-06-01T09:00:00.000Z' },
  })
  expect(moves).toEqual(['2026-06-01T09:00:00.000Z'])
})

test.each([
  ['a date without a time', '{"now":"2026-06-01"}', '/now'],
  ['a time that is not UTC', '{"now":"2026-06-01T09:00:00+01:00"}', '/now'],
  ['a day that there is not', '{"now":"2026-02-30T09:00:00Z"}', '/now'],
  ['a number', '{"now":1}', '/now'],
  ['nothing', '{}', '/now'],
  ['another field', '{"now":"2026-06-01T09:00:00Z","then":1}', ''],
  ['a list', '[]', ''],
  ['a time too far ahead', '{"now":"2036-06-01T09:00:00Z"}', '/now'],
])('refuses to set it to %s, and leaves it', async (_, body, pointer) => {
  const { ask, moves } = await serve()
  expect(await ask('POST', '/local/clock', body)).toMatchObject({
    status: 422,
    type: 'application/problem+json',
    answer: { status: 422, errors: [{ pointer }] },
  })
  expect(moves).toEqual([])
})

test.each([
  ['what is not JSON', '{"now"', 400],
  ['an empty body', '', 400],
  ['a body that is too long', `"${'x'.repeat(2000)}"`, 413],
])('refuses %s', async (_, body, status) => {
  const { ask } = await serve()
  expect(await ask('POST', '/local/clock', body)).toMatchObject({ status, answer: { status } })
})

test('says when all is quiet', async () => {
  const { ask } = await serve()
  expect(await ask('POST', '/local/drain')).toMatchObject({ status: 200, answer: { drained: true } })
})

test.each([
  ['/local/drain', undefined],
  ['/local/clock', '{"now":"2026-06-01T09:00:00Z"}'],
])('POST %s says what does not come to an end', async (path, body) => {
  const { ask } = await serve({ drained: false, waitingFor: ['reminders.fifo'] })
  expect(await ask('POST', path, body)).toMatchObject({
    status: 504,
    type: 'application/problem+json',
    answer: { detail: expect.stringContaining('reminders.fifo') },
  })
})

test('shows the mailbox', async () => {
  const { ask } = await serve()
  expect(await ask('GET', '/local/mailbox')).toMatchObject({ status: 200, answer: { emails: [email] } })
})

test('shows the faults of the e-mail service as they were last set', async () => {
  const { ask } = await serve()
  expect(await ask('GET', '/local/notify/faults')).toMatchObject({ status: 200, answer: { faults: [] } })
  const faults = [
    { kind: 'too_many_requests', times: 2 },
    { kind: 'slow', times: 1, milliseconds: 20 },
  ]
  const set = await ask('POST', '/local/notify/faults', JSON.stringify({ faults }))
  expect(set).toMatchObject({ status: 200, answer: { faults } })
  expect(await ask('GET', '/local/notify/faults')).toEqual(set)
  await ask('POST', '/local/notify/faults', '{"faults":[]}')
  expect(await ask('GET', '/local/notify/faults')).toMatchObject({ answer: { faults: [] } })
})

test.each([
  ['a kind that there is not', '{"faults":[{"kind":"none"},{"kind":"thunder"}]}', 422, '/faults/1/kind'],
  ['too many at once', '{"faults":[{"kind":"slow","times":1001}]}', 422, '/faults/0/times'],
  ['a wait where there is none', '{"faults":[{"kind":"server_error","milliseconds":1}]}', 422, '/faults/0'],
  ['no list', '{}', 422, '/faults'],
  ['what is not JSON', '{', 400, undefined],
  ['a body that is too long', `"${'x'.repeat(65_536)}"`, 413, undefined],
])('refuses faults: %s; what was set is left', async (_, body, status, pointer) => {
  const { ask } = await serve()
  const faults = [{ kind: 'server_error', times: 3 }]
  await ask('POST', '/local/notify/faults', JSON.stringify({ faults }))
  expect(await ask('POST', '/local/notify/faults', body)).toMatchObject({
    status,
    type: 'application/problem+json',
    answer: { status, ...(pointer !== undefined && { errors: [{ pointer }] }) },
  })
  expect(await ask('GET', '/local/notify/faults')).toMatchObject({ answer: { faults } })
})

test.each([
  ['GET', '/local/drain'],
  ['DELETE', '/local/clock'],
  ['DELETE', '/local/notify/faults'],
  ['GET', '/local/elsewhere'],
  ['GET', '/local'],
])('%s %s is not there', async (method, path) => {
  const { ask } = await serve()
  expect(await ask(method, path)).toMatchObject({ status: 404, type: 'application/problem+json' })
})

describe('a function that nothing but a person runs', () => {
  const path = '/local/functions/rebuild'

  test('is run with the event given, and answers', async () => {
    const { ask } = await serve()
    expect(await ask('POST', path, '{"all":true}')).toMatchObject({
      status: 200,
      answer: { event: { all: true } },
    })
  })

  test('that fails says how', async () => {
    const { ask } = await serve()
    expect(await ask('POST', path, '"fail"')).toMatchObject({
      status: 500,
      answer: { detail: expect.stringContaining('It broke') },
    })
  })

  test.each([
    ['GET', path, undefined, 404],
    ['POST', '/local/functions/aggregator', '{}', 404],
    ['POST', `${path}/x`, '{}', 404],
    ['POST', path, '{', 400],
  ])('%s %s %s is refused with %d', async (method, where, body, status) => {
    const { ask } = await serve()
    expect(await ask(method, where, body)).toMatchObject({ status, type: 'application/problem+json' })
  })
})
