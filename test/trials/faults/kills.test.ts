import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomFor } from '../../../seeds/sample-year/random.ts'
import { reminderQueuesOf } from '../../support/engines.ts'
import { expectedReminders, inLines } from '../../support/expected-reminders.ts'
import { daysOn, isWorked } from '../../support/reference.ts'
import type { Service } from '../../support/service.ts'
import { isLong, patience, seed, startTrial, writeFigures } from '../support/trial.ts'
import { setClock } from '../support/referring.ts'
import { brokenPromises, historiesOf, lastRecount, unlogged } from './checks.ts'
import { clientNames, startClients } from './clients.ts'
import { digestsAmong, fileOf, sentBy, urgentUnanswered } from './emails.ts'
import { openLedger } from './ledger.ts'

/**
 * Killed with `kill -9` at any moment, while clients register and answer, while the clock moves over midnight and both
 * changes of the clocks, and while digests go out: everything that was promised is kept.
 */

/** Over the spring change of the clocks and a cut-off, then over the autumn change; the short trial over the spring's. */
const stretches = isLong
  ? [
      { from: '2026-03-25', kills: 54 },
      { from: '2026-10-22', kills: 50 },
    ]
  : [{ from: '2026-03-25', kills: 3 }]
const killsADay = isLong ? 12 : 1
const clientsAtOnce = 6

let service: Service
const ledger = openLedger()
const tokens = new Map<string, string>()
const random = randomFor(seed, 'kills')
const first = stretches[0]?.from ?? ''
const counts = { kills: 0, killsWhileTimeMoved: 0, midnights: 0, doubled: 0 }
let day = first
let restarting = Promise.resolve()

/** What goes wrong is put right by the next start: the service is killed after so long, and started again. */
const killAfter = async (milliseconds: number) => {
  await setTimeout(milliseconds)
  restarting = service.kill9().then(service.restart)
  await restarting
  counts.kills += 1
}

const answerWhile = async (faults: () => Promise<void>) => {
  let over = false
  const options = { service, ledger, tokens, day: () => day, ready: () => restarting, isOver: () => over }
  await Promise.all([startClients(clientsAtOnce, options), faults().finally(() => (over = true))])
}

/** Moves on to a moment, and is killed on the way now and then. */
const moveTo = async (now: string) => {
  if (random.oneOf([true, false, false])) {
    const moving = service.call('POST', '/local/clock', { now }).catch(() => undefined)
    await killAfter(random.oneOf([5, 40, 120, 300]))
    await moving
    counts.killsWhileTimeMoved += 1
  }
  await setClock(service, now)
}

/** A queue may deliver a message twice: those of this morning come again. */
const deliverAgain = async (on: string) => {
  const queues = reminderQueuesOf(service)
  for (const organisation of ['kent', 'police-scotland', 'nca'].filter((code) => isWorked(code, on))) {
    await queues.deliverAgain({ kind: 'digest', organisation, on })
    counts.doubled += 1
  }
  queues.close()
  await drained()
}

const drained = async () => expect((await service.call('POST', '/local/drain')).status).toBe(200)

/** In London it is midnight at 23:00 by UTC in summer. */
const midnightAfter = (on: string): string => {
  const isSummer = new Date(`${on}T12:00:00Z`).toLocaleString('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
  })
  return `${on}T${isSummer === '13' ? '22' : '23'}:59:59Z`
}

const oneDay = async (kills: number) => {
  await moveTo(`${day}T09:00:00Z`)
  await deliverAgain(day)
  await answerWhile(async () => {
    for (let left = kills; left > 0; left -= 1) await killAfter(random.oneOf([100, 400, 900, 1600, 2500]))
  })
  await drained()
  await setClock(service, midnightAfter(day))
  await answerWhile(() => setTimeout(1500))
  await drained()
  counts.midnights += 1
  day = daysOn(day, 1)
}

beforeAll(async () => {
  service = await startTrial()
  await setClock(service, `${first}T09:00:00Z`)
  for (const client of clientNames) tokens.set(client, await service.token(client))
})
afterAll(() => service.close())

describe('killed again and again', () => {
  test('the service goes on answering', { timeout: patience }, async () => {
    for (const { from, kills } of stretches) {
      for (; day < from; day = daysOn(day, 1)) await setClock(service, `${day}T09:00:00Z`)
      const before = counts.kills
      while (counts.kills < before + kills) await oneDay(killsADay)
    }
    await moveTo(`${day}T09:00:00Z`)
    await drained()
    await writeFigures('kills', {
      ...counts,
      referrals: ledger.referrals.size,
      receipts: ledger.promised.length,
      answers: ledger.requests.length,
    })
    expect(ledger.promised.length).toBeGreaterThan(counts.kills)
  })

  test('every receipt is in the history once, in order', { timeout: patience }, async () => {
    const histories = await historiesOf(service, ledger.referrals.values())
    expect(brokenPromises(ledger, histories)).toEqual([])
  })

  test('no digest is missing and none is double', { timeout: patience }, async () => {
    const histories = await historiesOf(service, ledger.referrals.values())
    const files = [...histories].map(([id, events]) => fileOf(id, events))
    const { digests, urgent } = await sentBy(service)
    const expected = digestsAmong(expectedReminders(files, first, day), files)
    expect(inLines(digests)).toEqual(inLines(expected))
    expect(digests.length).toBeGreaterThan(2)
    // Who answers within moments is not written to; whoever does not is, once and on the day.
    expect(urgentUnanswered(files).filter((line) => !urgent.includes(line))).toEqual([])
    expect(urgent.toSorted()).toEqual([...new Set(urgent)].toSorted())
    await writeFigures('kills-emails', { digests: digests.length, urgent: urgent.length })
  })

  test('the access log has every answer that was given', { timeout: patience }, async () => {
    expect(await unlogged(service, ledger, first, day)).toEqual([])
    expect(ledger.requests.length).toBeGreaterThan(ledger.promised.length)
  })

  test(
    'the figures equal a recount, also when the stream is read again from its beginning',
    async () => {
      await setClock(service, `${daysOn(day, 1)}T03:00:00Z`)
      expect(lastRecount(service)).toEqual({ differences: 0, named: [] })
      await service.kill9()
      rmSync(join(service.dataDir, 'streams'), { recursive: true })
      await service.restart()
      await drained()
      await setClock(service, `${daysOn(day, 2)}T03:00:00Z`)
      expect(lastRecount(service)).toEqual({ differences: 0, named: [] })
    },
    patience,
  )
})
