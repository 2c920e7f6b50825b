import type { Division } from '../../shared/domain/calendar.ts'
import { addDays, type LocalDate } from '../../shared/domain/dates.ts'
import { lastDayOf, type ReportingYear } from '../../shared/domain/reporting-year.ts'
import type { ReferenceData } from '../../shared/domain/rules.ts'
import { partsOf, type Part } from './parts.ts'
import { workingDaysOf, type WorkingDays } from './working-days.ts'

export type SampleOptions = {
  readonly seed: number
  /** The London day on which the sample is looked at: everything in it happened before that day began. */
  readonly today: LocalDate
  readonly reference: ReferenceData
}

/** What every referral of a sample is made from. */
export type SampleContext = {
  readonly seed: number
  readonly reference: ReferenceData
  readonly parts: readonly Part[]
  readonly days: Readonly<Record<Division, WorkingDays>>
  /** The UKFIU's own working days. */
  readonly ukfiuDays: WorkingDays
}

/** Nothing said before `today` names a day later than this many calendar days after it. */
const longestLookAhead = 200

/** What a sample is made from that begins with a day and ends in a year, which is `today`'s. */
export const sampleContext = (
  from: LocalDate,
  year: ReportingYear,
  { seed, today, reference }: SampleOptions,
): SampleContext => {
  const [ahead, yearEnd] = [addDays(today, longestLookAhead), lastDayOf(year)]
  const workingDays = (division: Division) =>
    workingDaysOf(reference.calendars[division], from, ahead > yearEnd ? ahead : yearEnd)
  const days = {
    'england-and-wales': workingDays('england-and-wales'),
    scotland: workingDays('scotland'),
    'northern-ireland': workingDays('northern-ireland'),
  }
  const parts = partsOf(seed, [...reference.organisations.keys()])
  return { seed, reference, parts, days, ukfiuDays: days['england-and-wales'] }
}
