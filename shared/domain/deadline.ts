import { addWorkingDays, holidaysPassed, type WorkingCalendar } from './calendar.ts'
import { inWords, type LocalDate } from './dates.ts'

/** So many working days after day zero, with all that is needed to count them again. */
export type CountedBasis = {
  readonly kind: 'working_days'
  /** Day zero. */
  readonly from: LocalDate
  readonly workingDays: number
  readonly holidaysSkipped: readonly LocalDate[]
  readonly calendar: string
  readonly policy: string
}

/** The day a force named in the return that it gave on a day. */
export type GivenBasis = { readonly kind: 'given'; readonly on: LocalDate }

/** A later date that the UKFIU agreed to, with the one it replaced. */
export type Extension = {
  readonly from: LocalDate
  readonly workingDays: number
  readonly holidaysSkipped: readonly LocalDate[]
  readonly calendar: string
}

/** A due date with all that explains it, kept as it was worked out. */
export type Deadline = {
  readonly dueOn: LocalDate
  readonly basis: CountedBasis | GivenBasis
  readonly extensions: readonly Extension[]
}

/** How a calendar is named in what is stored: its division and its version. */
export const calendarName = ({ division, version }: WorkingCalendar): string => `${division} ${version}`

const count = (calendar: WorkingCalendar, from: LocalDate, workingDays: number) => {
  const dueOn = addWorkingDays(calendar, from, workingDays)
  const holidaysSkipped = holidaysPassed(calendar, from, dueOn)
  return { dueOn, counted: { from, workingDays, holidaysSkipped, calendar: calendarName(calendar) } }
}

/** The day that falls so many working days after day zero. */
export const deadlineAfter = (
  calendar: WorkingCalendar,
  policy: string,
  from: LocalDate,
  workingDays: number,
): Deadline => {
  const { dueOn, counted } = count(calendar, from, workingDays)
  return { dueOn, basis: { kind: 'working_days', ...counted, policy }, extensions: [] }
}

/** The day a force named itself, in a return given on a day. */
export const deadlineGiven = (dueOn: LocalDate, on: LocalDate): Deadline => ({
  dueOn,
  basis: { kind: 'given', on },
  extensions: [],
})

/** A deadline put off by so many working days; the date before stays on record in it. */
export const extended = (calendar: WorkingCalendar, deadline: Deadline, workingDays: number): Deadline => {
  const { dueOn, counted } = count(calendar, deadline.dueOn, workingDays)
  return { ...deadline, dueOn, extensions: [...deadline.extensions, counted] }
}

/** The same deadline as another calendar has it: counted again from day zero, and put off again as often as it was. */
export const recounted = (calendar: WorkingCalendar, { dueOn, basis, extensions }: Deadline): Deadline => {
  const beginning: Deadline =
    basis.kind === 'working_days'
      ? deadlineAfter(calendar, basis.policy, basis.from, basis.workingDays)
      : { dueOn: extensions[0]?.from ?? dueOn, basis, extensions: [] }
  return extensions.reduce((before, { workingDays }) => extended(calendar, before, workingDays), beginning)
}

/** The date before anything put it off. */
export const firstSet = ({ dueOn, extensions }: Deadline): LocalDate => extensions[0]?.from ?? dueOn

const skipped = (holidays: readonly LocalDate[]): string =>
  holidays.length === 0
    ? 'with no bank holiday in between'
    : `leaving out the bank holiday${holidays.length > 1 ? 's' : ''} on ${holidays.map(inWords).join(' and ')}`

const explainBasis = (dueOn: LocalDate, basis: Deadline['basis']): string =>
  basis.kind === 'given'
    ? `${inWords(dueOn)} is the date that the organisation gave on ${inWords(basis.on)}.`
    : `${inWords(dueOn)} is ${basis.workingDays} working days after ${inWords(basis.from)}, ` +
      `${skipped(basis.holidaysSkipped)} (calendar ${basis.calendar}, policy ${basis.policy}).`

const explainExtension = ({ from, workingDays, holidaysSkipped }: Extension): string =>
  `The UKFIU put it off from ${inWords(from)} by ${workingDays} working days, ${skipped(holidaysSkipped)}.`

/** Sentences that let a reader work the date out again. */
export const explain = ({ dueOn, basis, extensions }: Deadline): string => {
  const first = explainBasis(firstSet({ dueOn, basis, extensions }), basis)
  if (extensions.length === 0) return first
  return [first, ...extensions.map(explainExtension), `It is now ${inWords(dueOn)}.`].join(' ')
}
