import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import organisationsFile from '../../../seeds/organisations.json' with { type: 'json' }
import { randomFor } from '../../../seeds/sample-year/random.ts'
import { reminderQueuesOf } from '../../support/engines.ts'
import { expectedReminders, inLines } from '../../support/expected-reminders.ts'
import { daysOn, isWorked } from '../../support/reference.ts'
import { startService, type Service } from '../../support/service.ts'
import { livesOf, type Span } from './lives.ts'
import { livingIn, sentBy } from './living.ts'

/**
 * Time through the running service, day by day, over every organisation: the e-mails are exactly those that somebody
 * else reckons, none missing, none double.
 */

let service: Service | undefined
afterEach(async () => service?.close())

const faultsLeft = z.object({ faults: z.array(z.unknown()) })

/** Those whose people answer, to whom messages are. */
const units = [...new Set(organisationsFile.organisations.map(({ respondedToBy }) => respondedToBy))]

const clockTo = (on: string) => ({ now: `${on}T10:00:00Z` })

const setClock = async (running: Service, day: string) => {
  const { status, body } = await running.call('POST', '/local/clock', clockTo(day))
  expect([status, body]).toEqual([200, expect.anything()])
}

const drained = async (running: Service) => {
  const { status, body } = await running.call('POST', '/local/drain')
  expect([status, body]).toEqual([200, expect.anything()])
}

type Trouble = {
  /** Before the clock moves on to a day. */
  readonly before: (running: Service, day: string) => Promise<void>
  /** On the day, once its digests are out. */
  readonly during: (running: Service, day: string) => Promise<void>
}
const nothing = () => Promise.resolve()
const none: Trouble = { before: nothing, during: nothing }

const liveThrough = async (span: Span, until: string, { before, during }: Trouble) => {
  const running = await startService()
  service = running
  const { live, files } = livingIn(running, livesOf(span))
  for (let day = span.from; day <= until; day = daysOn(day, 1)) {
    await before(running, day)
    await setClock(running, day)
    // A message delivered again later in its day may tell of what was registered since: that is not reckoned here.
    await during(running, day)
    await drained(running)
    await live(day)
    await drained(running)
  }
  const sent = inLines(await sentBy(running))
  expect(sent).toEqual(inLines(expectedReminders(files(), span.from, until)))
  return { referrals: files().length, emails: sent.length }
}

const seed = 20_260_612

/**
 * Every test run lives through days of trouble about the reminder of a cut-off; `LONG=1` through a whole year of it, and
 * through one without. Ten quiet months are in the main path.
 */
const long = process.env['LONG'] === '1'
const quiet = { from: '2025-05-06', days: 340, each: 5, until: '2026-05-06', atLeast: 1_500 }
const troubled = long
  ? { from: '2025-05-06', days: 340, each: 3, until: '2026-05-06', atLeast: 1_000, kills: 30, gap: 60 }
  : { from: '2026-03-23', days: 6, each: 1, until: '2026-04-02', atLeast: 50, kills: 1, gap: 12 }
const patience = long ? 3_600_000 : 240_000

const daysFrom = ({ from, until }: { readonly from: string; readonly until: string }): number =>
  1 + (Date.parse(until) - Date.parse(from)) / 86_400_000

/** Chance, the same for the same seed: Notify fails, the service is killed, messages are delivered once more. */
const troubleOf = () => {
  const random = randomFor(seed, 'trouble')
  const counts = { kills: 0, faults: 0, delivered: 0 }
  const faultOn = async (running: Service) => {
    const passing = random.oneOf([0, 1, 2, 5, 9])
    const kind = random.oneOf(['server_error', 'too_many_requests', 'lost_answer'] as const)
    const faults = [...(passing > 0 ? [{ kind: 'none', times: passing }] : []), { kind, times: 1 }]
    await running.call('POST', '/local/notify/faults', { faults })
  }
  const faultsMet = async (running: Service) => {
    const { body } = await running.call('GET', '/local/notify/faults')
    counts.faults += faultsLeft.parse(body).faults.length === 0 ? 1 : 0
  }
  const kill = async (running: Service, day: string) => {
    const moving = running.call('POST', '/local/clock', clockTo(day)).catch(() => undefined)
    await setTimeout(random.oneOf([0, 20, 60, 150, 300, 600]))
    await running.kill9()
    await moving
    await running.restart()
    counts.kills += 1
  }
  const isTime = (oneIn: number) =>
    random.byWeight([
      [true, 1],
      [false, oneIn - 1],
    ])
  const deliverAgain = async (running: Service, day: string) => {
    const queues = reminderQueuesOf(running)
    for (const on of [day, daysOn(day, -1), day]) {
      const organisation = random.oneOf(units)
      // Only a message that there was.
      if (!isWorked(organisation, on)) continue
      await queues.deliverAgain({ kind: 'digest', organisation, on })
      counts.delivered += 1
    }
    queues.close()
  }
  const trouble: Trouble = {
    before: async (running, day) => {
      await faultsMet(running)
      await faultOn(running)
      if (isTime(8)) await kill(running, day)
    },
    during: async (running, day) => {
      if (isTime(2)) await deliverAgain(running, day)
    },
  }
  return { trouble, counts }
}

describe('reminders to all 52 organisations', () => {
  test.runIf(long)(
    'to beyond the cut-off of a year are those that were reckoned',
    { timeout: patience },
    async ({ annotate }) => {
      const span = { seed, ...quiet, longestGap: 60 }
      const lived = await liveThrough(span, quiet.until, none)
      await annotate(JSON.stringify({ days: daysFrom(quiet), ...lived }))
      expect(lived.emails).toBeGreaterThan(quiet.atLeast)
    },
  )

  test(
    'are the same with faults of Notify, messages delivered again, and kills at any moment',
    { timeout: patience },
    async ({ annotate }) => {
      const { trouble, counts } = troubleOf()
      const lived = await liveThrough(
        { seed, ...troubled, longestGap: troubled.gap },
        troubled.until,
        trouble,
      )
      await annotate(JSON.stringify({ days: daysFrom(troubled), ...lived, ...counts }))
      expect(lived.emails).toBeGreaterThan(troubled.atLeast)
      expect(counts.kills).toBeGreaterThanOrEqual(troubled.kills)
    },
  )
})
