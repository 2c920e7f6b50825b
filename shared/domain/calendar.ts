import { Temporal } from 'temporal-polyfill'
import { dateText, dayOfWeek, daysBetween, type LocalDate } from './dates.ts'

export const divisions = ['england-and-wales', 'scotland', 'northern-ireland'] as const
export type Division = (typeof divisions)[number]

/** The bank holidays of one division, by day, with the version of the file they were read from. */
export type WorkingCalendar = {
  readonly division: Division
  readonly version: string
  readonly holidays: ReadonlyMap<LocalDate, string>
}

/** Whether a day is a working day: not Saturday, Sunday or a bank holiday of the division. */
export const isWorkingDay = (calendar: WorkingCalendar, date: LocalDate): boolean =>
  dayOfWeek(date) <= 5 && !calendar.holidays.has(date)

const isWorking = (calendar: WorkingCalendar, date: Temporal.PlainDate): boolean =>
  date.dayOfWeek <= 5 && !calendar.holidays.has(dateText(date))

/**
 * The day so many working days after a day, or before it when `count` is negative. The day itself is day zero,
 * whether or not it is a working day; `count` 0 answers the day itself.
 */
export const addWorkingDays = (calendar: WorkingCalendar, from: LocalDate, count: number): LocalDate => {
  const step = { days: Math.sign(count) }
  let date = Temporal.PlainDate.from(from)
  for (let left = Math.abs(count); left > 0;) {
    date = date.add(step)
    if (isWorking(calendar, date)) left -= 1
  }
  return dateText(date)
}

/** How many working days have passed from one day (day zero) to a later one; 0 when `to` is not later. */
export const workingDaysBetween = (calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number => {
  let count = 0
  let date = Temporal.PlainDate.from(from)
  for (let left = daysBetween(from, to); left > 0; left -= 1) {
    date = date.add({ days: 1 })
    if (isWorking(calendar, date)) count += 1
  }
  return count
}

/** The bank holidays after one day and up to another that a count of working days passed over. */
export const holidaysPassed = (calendar: WorkingCalendar, from: LocalDate, to: LocalDate): LocalDate[] =>
  [...calendar.holidays.keys()].filter((date) => date > from && date <= to && dayOfWeek(date) <= 5).toSorted()
