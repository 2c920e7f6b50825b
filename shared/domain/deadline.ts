import { addWorkingDays, holidaysPassed, type WorkingCalendar } from './calendar.ts'
import { inWords, type LocalDate } from './dates.ts'

/** A due date with all that explains it, kept as it was worked out. */
export type Deadline = {
  readonly dueOn: LocalDate
  /** Day zero. */
  readonly countedFrom: LocalDate
  readonly workingDays: number
  /** Bank holidays that the count passed over. */
  readonly holidaysSkipped: readonly LocalDate[]
  readonly calendar: string
  readonly policy: string
}

/** The day that falls so many working days after `countedFrom`, with its explanation. */
export const deadlineAfter = (
  calendar: WorkingCalendar,
  policy: string,
  countedFrom: LocalDate,
  workingDays: number,
): Deadline => {
  const dueOn = addWorkingDays(calendar, countedFrom, workingDays)
  const holidaysSkipped = holidaysPassed(calendar, countedFrom, dueOn)
  const version = `${calendar.division} ${calendar.version}`
  return { dueOn, countedFrom, workingDays, holidaysSkipped, calendar: version, policy }
}

const skipped = (holidays: readonly LocalDate[]): string =>
  holidays.length === 0
    ? 'no bank holiday fell in between'
    : `leaving out ${holidays.map(inWords).join(' and ')} (bank holiday${holidays.length > 1 ? 's' : ''})`

/** One sentence that lets a reader work the date out again. */
export const explain = (deadline: Deadline): string =>
  `${inWords(deadline.dueOn)} is ${deadline.workingDays} working days after ${inWords(deadline.countedFrom)}, ` +
  `${skipped(deadline.holidaysSkipped)}. Calendar ${deadline.calendar}; policy ${deadline.policy}.`
