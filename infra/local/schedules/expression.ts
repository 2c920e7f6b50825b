import { Cron } from 'croner'
import { Temporal } from 'temporal-polyfill'
import { StartRefused } from '../start-refused.ts'

/** The first firing after a moment, or `undefined` when there is none any more. */
export type NextAfter = (moment: Date) => Date | undefined

/**
 * Reads an expression of EventBridge Scheduler, `cron(…)` with its six fields in a time zone or `rate(…)`. As AWS does,
 * a time that the change to summer time skips doesn't fire that day, and one that the change back repeats fires once,
 * the first time. `rate` counts from the moment it is given. Refuses anything else.
 */
export const readExpression = (expression: string, timeZone: string): NextAfter => {
  const [, kind, body = ''] = /^(cron|rate)\((.+)\)$/.exec(expression.trim()) ?? []
  if (kind === 'cron') return cron(body, timeZone)
  if (kind === 'rate') return rate(body)
  throw refused(expression)
}

const refused = (expression: string) =>
  new StartRefused(`The local runner can't honour the schedule ${expression}: it knows cron(…) and rate(…).`)

const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

const rate = (body: string): NextAfter => {
  const [, value, unit = ''] = /^([1-9]\d*) (minute|hour|day)s?$/.exec(body) ?? []
  const milliseconds = Number(value) * (units[unit] ?? Number.NaN)
  if (Number.isNaN(milliseconds)) throw refused(`rate(${body})`)
  return (moment) => new Date(moment.getTime() + milliseconds)
}

const cron = (body: string, timeZone: string): NextAfter => {
  const pattern = patternOf(body, timeZone)
  return (moment) => {
    let wall = wallClock(moment, timeZone)
    for (;;) {
      const next = pattern.nextRun(wall)
      if (next === null) return undefined
      const fires = atWallClock(next, timeZone)
      if (fires !== undefined && fires > moment) return fires
      wall = next
    }
  }
}

/** Times of day without a zone, written as if they were UTC, so that the pattern knows nothing of summer time. */
const patternOf = (body: string, timeZone: string) => {
  const fields = body.split(/\s+/)
  try {
    if (fields.length !== 6 || fields.filter((field) => field === '?').length !== 1) throw refused(body)
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone)
    // AWS writes the last Friday `6L` where the library has `6#L`.
    const weekday = (fields[4] ?? '').replace(/^(\w+)L$/, '$1#L')
    const pattern = ['0', ...fields.slice(0, 4), weekday, ...fields.slice(5)].join(' ')
    // AWS counts weekdays from Sunday as 1, and writes every twenty minutes `0/20`.
    const dialect = { mode: '7-part', alternativeWeekdays: true, sloppyRanges: true } as const
    return new Cron(pattern, { ...dialect, timezone: 'UTC', paused: true })
  } catch {
    throw refused(`cron(${body}) in ${timeZone}`)
  }
}

const wallClock = (moment: Date, timeZone: string) => {
  const there = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone)
  return new Date(there.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds)
}

/** The moment a wall clock shows this: the first of two, or `undefined` where the clock skips it. */
const atWallClock = (wall: Date, timeZone: string) => {
  const shown = Temporal.Instant.fromEpochMilliseconds(wall.getTime())
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
  const moment = shown.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  return moment.toPlainDateTime().equals(shown) ? new Date(moment.epochMilliseconds) : undefined
}
