import { join } from 'node:path'
import * as z from 'zod'
import { durableFile } from '../durable-file.ts'
import type { Schedule } from '../template/schedules.ts'
import { type NextAfter, readExpression } from './expression.ts'

export type Firing = { readonly schedule: Schedule; readonly at: Date }

/** Knows when each schedule fires next, and remembers across restarts which firings have been run. */
export type Scheduler = {
  /** The earliest firing that hasn't been run, whether it is still to come or already past. */
  readonly next: () => Firing | undefined
  /** Remembers that a firing has been run; the schedule goes on from there. */
  readonly ran: (firing: Firing) => void
  /** Lets every schedule go on from this moment, whatever has been run. */
  readonly goOnFrom: (moment: Date) => void
  /**
   * Leaves out what was missed before this moment, all but the latest firing of each schedule: after a week without
   * the service, this morning's run is wanted and last Tuesday's is not.
   */
  readonly skipMissed: (moment: Date) => void
}

const Stored = z.record(z.string(), z.iso.datetime())

/** Opens the schedules with what `dataDir` remembers; one that it doesn't know starts from `now`. */
export const openScheduler = (dataDir: string, schedules: readonly Schedule[], now: Date): Scheduler => {
  const file = durableFile(join(dataDir, 'schedules.json'), Stored)
  const stored = file.read() ?? {}
  const entries = schedules.map((schedule) => {
    const last = stored[schedule.id]
    const nextAfter = readExpression(schedule.expression, schedule.timeZone)
    return { schedule, nextAfter, last: last === undefined ? now : new Date(last) }
  })
  const remember = () =>
    file.write(Object.fromEntries(entries.map(({ schedule, last }) => [schedule.id, last.toISOString()])))
  remember()
  return {
    next: () =>
      earliest(entries.flatMap(({ schedule, nextAfter, last }) => firing(schedule, nextAfter(last)))),
    ran: ({ schedule, at }) => {
      entries.filter((entry) => entry.schedule === schedule).forEach((entry) => (entry.last = at))
      remember()
    },
    goOnFrom: (moment) => {
      entries.forEach((entry) => (entry.last = moment))
      remember()
    },
    skipMissed: (moment) => {
      entries.forEach((entry) => (entry.last = beforeLatest(entry.nextAfter, entry.last, moment)))
      remember()
    },
  }
}

const firing = (schedule: Schedule, at: Date | undefined) => (at === undefined ? [] : [{ schedule, at }])

const earliest = (firings: readonly Firing[]) =>
  firings.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0]

/** The firing before the latest one up to a moment. */
const beforeLatest = (nextAfter: NextAfter, from: Date, moment: Date): Date => {
  let [before, latest] = [from, from]
  for (;;) {
    const next = nextAfter(latest)
    if (next === undefined || next > moment) return before
    before = latest
    latest = next
  }
}
