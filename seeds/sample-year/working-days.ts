import { Temporal } from 'temporal-polyfill'
import { isWorkingDay, type WorkingCalendar } from '../../shared/domain/calendar.ts'
import { addDays, instantAt, type Instant, type LocalDate } from '../../shared/domain/dates.ts'
import type { Random } from './random.ts'

/** The working days of a stretch of time, worked out once because a sample asks for thousands of them. */
export type WorkingDays = {
  readonly all: readonly LocalDate[]
  /**
   * The working day so many (1 or more) after a day of the stretch; the last of the stretch when that is past its end.
   * Throws for a day outside the stretch.
   */
  readonly after: (date: LocalDate, count: number) => LocalDate
}

/** The working days from one day to another, both included. */
export const workingDaysOf = (calendar: WorkingCalendar, from: LocalDate, to: LocalDate): WorkingDays => {
  const all: LocalDate[] = []
  const passed = new Map<LocalDate, number>()
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) all.push(date)
    passed.set(date, all.length)
  }
  const after = (date: LocalDate, count: number): LocalDate => {
    const found = all.at(Math.min((passed.get(date) ?? Number.NaN) + count, all.length) - 1)
    if (found === undefined || !passed.has(date)) throw new RangeError(`${date} is not from ${from} to ${to}`)
    return found
  }
  return { all, after }
}

const hour = 3_600_000
const noons = new Map<LocalDate, number>()

/** Summer time begins and ends at night: noon is as far from any hour of the working day as on every other day. */
const noonOf = (date: LocalDate): number => {
  const known = noons.get(date)
  if (known !== undefined) return known
  const zone = { timeZone: 'Europe/London', plainTime: { hour: 12 } }
  const noon = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds
  noons.set(date, noon)
  return noon
}

/** Some moment from nine to half past five in London on a day. */
export const timeOn = (random: Random, date: LocalDate): Instant =>
  instantAt(noonOf(date) + random.whole(-3 * hour, 5.5 * hour))
