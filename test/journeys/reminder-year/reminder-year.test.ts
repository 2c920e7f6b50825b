import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { randomFor } from '../../../seeds/sample-year/random.ts'
import { expectedReminders, inLines } from '../../support/expected-reminders.ts'
import { daysOn } from '../../support/reference.ts'
import { startService, type Service } from '../../support/service.ts'
import { livesOf, type Span } from './lives.ts'
import { livingIn, sentBy } from './living.ts'

/**
 * Time through the running service, day by day, over every organisation: the e-mails are exactly those that somebody
 * else reckons, none missing, none double.
 */

let service: Service | undefined
afterEach(async () => service?.close())

const clockTo = (on: string) => ({ now: `${on}T10:00:00Z` })

const setClock = async (running: Service, day: string) => {
  const { status, body } = await running.call('POST', '/local/clock', clockTo(day))
  expect([status, body]).toEqual([200, expect.anything()])
}

const drained = async (running: Service) => {
  const { status, body } = await running.call('POST', '/local/drain')
  expect([status, body]).toEqual([200, expect.anything()])
}

type Trouble = (running: Service, day: string) => Promise<void>
const none: Trouble = () => Promise.resolve()

const liveThrough = async (span: Span, until: string, trouble: Trouble) => {
  const running = await startService()
  service = running
  const { live, files } = livingIn(running, livesOf(span))
  for (let day = span.from; day <= until; day = daysOn(day, 1)) {
    await trouble(running, day)
    await setClock(running, day)
    await live(day)
    await drained(running)
  }
  const sent = inLines(await sentBy(running))
  expect(sent).toEqual(inLines(expectedReminders(files(), span.from, until)))
  return sent
}

const seed = 20_260_612

/** Every test run lives through the months before and over a cut-off; `LONG=1` through a whole year. */
const long = process.env['LONG'] === '1'
const quiet = long
  ? { from: '2025-05-06', days: 340, each: 5, atLeast: 1_500 }
  : { from: '2026-03-16', days: 30, each: 2, atLeast: 150 }
const troubled = long
  ? { from: '2026-03-09', days: 25, each: 3, until: '2026-04-24', atLeast: 300, kills: 3 }
  : { from: '2026-03-23', days: 8, each: 1, until: '2026-04-07', atLeast: 50, kills: 1 }

describe('reminders to all 52 organisations', () => {
  test('to beyond the cut-off of a year are those that were reckoned', async () => {
    const span = { seed, ...quiet, longestGap: 60 }
    const sent = await liveThrough(span, long ? '2026-05-06' : '2026-05-01', none)
    expect(sent.length).toBeGreaterThan(quiet.atLeast)
  })

  test('are the same with faults of Notify and kills at any moment', async () => {
    const random = randomFor(seed, 'trouble')
    const kills: string[] = []
    const trouble: Trouble = async (running, day) => {
      const passing = random.oneOf([0, 1, 2, 5, 9])
      const kind = random.oneOf(['server_error', 'too_many_requests', 'lost_answer'] as const)
      const faults = [...(passing > 0 ? [{ kind: 'none', times: passing }] : []), { kind, times: 1 }]
      await running.call('POST', '/local/notify/faults', { faults })
      if (
        random.byWeight([
          [true, 1],
          [false, 7],
        ])
      ) {
        const moving = running.call('POST', '/local/clock', clockTo(day)).catch(() => undefined)
        await setTimeout(random.oneOf([0, 20, 60, 150, 300, 600]))
        await running.kill9()
        await moving
        await running.restart()
        kills.push(day)
      }
    }
    const sent = await liveThrough({ seed, ...troubled, longestGap: 12 }, troubled.until, trouble)
    expect(sent.length).toBeGreaterThan(troubled.atLeast)
    expect(kills.length).toBeGreaterThanOrEqual(troubled.kills)
  })
})
