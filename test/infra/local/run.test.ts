import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { type Service, startService } from '../../support/service.ts'
import { listeningAddresses, processTree } from './support/listening.ts'

const fixtureProgram = fileURLToPath(new URL('support/fixture-service.ts', import.meta.url))

const fixtureService = async () => {
  const service = await startService({ program: fixtureProgram })
  onTestFinished(service.close)
  return service
}

const Notes = z.array(z.object({ text: z.string(), clock: z.string() }))

const notes = async ({ call, token }: Service, topic: string) => {
  const { body } = await call('GET', `/notes/${topic}`, undefined, await token('ukfiu'))
  return Notes.parse(body)
}

const ClockReply = z.object({ now: z.iso.datetime() })
const clockOf = async ({ call }: Service) => ClockReply.parse((await call('GET', '/local/clock')).body).now

test('serves the template’s API with tokens of its own', async () => {
  const { call, token } = await fixtureService()
  expect((await call('GET', '/echoes/a')).status).toBe(401)
  const { status, body } = await call('GET', '/echoes/a', undefined, await token('force-kent'))
  expect(status).toBe(200)
  expect(body).toMatchObject({
    event: { requestContext: { authorizer: { claims: { role: 'force', organisation: 'kent' } } } },
  })
})

test('everything listens on 127.0.0.1 and nowhere else', async () => {
  const { pid, call, token } = await fixtureService()
  await call('POST', '/items', { id: 'a' }, await token('ukfiu'))
  await call('POST', '/local/drain')
  const addresses = listeningAddresses(processTree(pid()))
  // At the least the API, the tables, the queues, the e-mail service and the secrets.
  expect(addresses.length).toBeGreaterThanOrEqual(5)
  expect(addresses.filter(({ address }) => address !== '127.0.0.1')).toEqual([])
})

test('an idle service is quiet at once', async () => {
  const { call } = await fixtureService()
  expect(await call('POST', '/local/drain')).toMatchObject({ status: 200, body: { drained: true } })
})

/** Writes items until it is cut off, and notes which ones were acknowledged. */
const writeUntilCutOff = async ({ call, token }: Service, writer: string, acknowledged: string[]) => {
  const bearer = await token('ukfiu')
  try {
    for (let count = 0; ; count += 1) {
      const id = `${writer}-${count}`
      const { status } = await call('POST', '/items', { id }, bearer)
      if (status === 201) acknowledged.push(id)
    }
  } catch {
    // The service was killed: what was acknowledged by then is what counts.
  }
}

test('kill -9 in the middle of writing loses no acknowledged write and no change', async () => {
  const service = await fixtureService()
  const written: string[] = []
  for (let round = 0; round < 3; round += 1) {
    const enough = written.length + 10 + round * 7
    const writing = Promise.all(
      ['a', 'b', 'c', 'd'].map((writer) => writeUntilCutOff(service, `${round}${writer}`, written)),
    )
    // Somewhere in the middle of it all, at another point each time.
    while (written.length < enough) await setTimeout(1)
    await service.kill9()
    await writing
    await service.restart()
  }
  expect((await service.call('POST', '/local/drain')).body).toEqual({ drained: true })
  const changes = new Set((await notes(service, 'changes')).map(({ text }) => text))
  expect(written.filter((id) => !changes.has(id))).toEqual([])
})

const byHand = '/local/functions/by-hand'

test('a function without a trigger is run by hand, and the files it keeps survive kill -9', async () => {
  const service = await fixtureService()
  const kept = await service.call('POST', byHand, { key: 'a/b', text: 'for ever' })
  expect(kept).toMatchObject({ status: 200, body: { text: 'for ever' } })
  await service.kill9()
  await service.restart()
  expect((await service.call('POST', byHand, { key: 'a/b' })).body).toEqual({ text: 'for ever' })
  expect((await service.call('POST', byHand, { key: 'a/b', text: 'other' })).body).toEqual({
    refused: 'PreconditionFailed',
  })
})

test('a function that something else runs is not run by hand', async () => {
  const { call } = await fixtureService()
  expect((await call('POST', '/local/functions/MorningFunction', {})).status).toBe(404)
})

test('kill -9 in the middle of moving the clock: moving it again lives through the days that are left', async () => {
  const service = await fixtureService()
  await service.call('POST', '/local/clock', { now: '2021-01-01T12:00:00Z' })
  const moving = service.call('POST', '/local/clock', { now: '2021-03-01T12:00:00Z' }).catch(() => 'cut off')
  while ((await clockOf(service)) < '2021-01-10') await setTimeout(5)
  await service.kill9()
  expect(await moving).toBe('cut off')

  await service.restart()
  const between = await clockOf(service)
  expect(between >= '2021-01-10' && between < '2021-03-01').toBe(true)
  const { status } = await service.call('POST', '/local/clock', { now: '2021-03-01T12:00:00Z' })
  expect(status).toBe(200)

  const days = Array.from({ length: 59 }, (_, day) =>
    new Date(Date.UTC(2021, 0, 2 + day, 8)).toISOString().replace('.000Z', 'Z'),
  )
  const mornings = (await notes(service, 'mornings')).map(({ text }) => text)
  expect([...new Set(mornings)]).toEqual(days)
  const jobs = new Set((await notes(service, 'jobs')).map(({ text }) => text))
  expect(jobs).toEqual(new Set(days.map((day) => `job of ${day}`)))
})

test('Ctrl-C ends it in order, and the clock and the data are there at the next start', async () => {
  const service = await fixtureService()
  const bearer = await service.token('ukfiu')
  await service.call('POST', '/items', { id: 'kept' }, bearer)
  await service.call('POST', '/local/drain')
  await service.call('POST', '/local/clock', { now: '2021-05-01T12:00:00Z' })
  expect(await service.stop()).toBe(0)
  await service.restart()
  expect(await clockOf(service)).toMatch(/^2021-05-01T12:0/)
  expect((await notes(service, 'changes')).map(({ text }) => text)).toEqual(['kept'])
  // A token from before is still good.
  expect((await service.call('GET', '/echoes/a', undefined, bearer)).status).toBe(200)
})
