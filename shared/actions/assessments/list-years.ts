import { londonDate, type LocalDate } from '../../domain/dates.ts'
import type { Edition } from '../../domain/editions/edition.ts'
import { summarise } from '../../domain/figures/summarise.ts'
import type { InternalSummary } from '../../domain/figures/summary.ts'
import { cutOffOf, reportingYearOf, yearBefore, type ReportingYear } from '../../domain/reporting-year.ts'
import type { ReferenceData } from '../../domain/rules.ts'
import type { EditionsStore } from '../../store/editions-store.ts'
import type { FiguresStore } from '../../store/figures-store.ts'
import type { Clock } from '../ports.ts'

export type ListYearsDependencies = {
  readonly figures: Pick<FiguresStore, 'yearTallies'>
  readonly editions: Pick<EditionsStore, 'list'>
  readonly reference: ReferenceData
  readonly clock: Clock
}

/** How far a year has come: its live counts, its cut-off, and its editions, the first one first. */
export type YearState = {
  readonly year: ReportingYear
  readonly response: InternalSummary['response']
  readonly cutOff: LocalDate
  readonly editions: readonly Edition[]
}

/** As far back as anybody looks for a referral's outcome. */
const mostYears = 10

const stateOf = async (
  { figures, editions, reference }: ListYearsDependencies,
  year: ReportingYear,
  asAt: LocalDate,
): Promise<YearState> => {
  const [tallies, stored] = await Promise.all([figures.yearTallies(year), editions.list(year)])
  const cutOff = cutOffOf(year, reference.policy.cutOffs)
  const organisations = [...reference.organisations.values()]
  const { response } = summarise({ year, asAt, cutOff, organisations, tallies, unanswered: new Map() })
  return { year, response, cutOff, editions: stored.map(({ edition }) => edition) }
}

const isEmpty = ({ response: { referralsMade, withdrawn, redirected }, editions }: YearState): boolean =>
  referralsMade + withdrawn + redirected + editions.length === 0

const yearsBackFrom = (latest: ReportingYear): readonly ReportingYear[] => {
  const years = [latest]
  for (let year = yearBefore(latest); years.length < mostYears; year = yearBefore(year)) years.push(year)
  return years
}

/** This year, and those of the nine before it that have a referral or an edition, the latest first, as they stand. */
export const listYears = (dependencies: ListYearsDependencies) => async (): Promise<readonly YearState[]> => {
  const today = londonDate(dependencies.clock.now())
  const thisYear = reportingYearOf(today)
  const states = await Promise.all(yearsBackFrom(thisYear).map((year) => stateOf(dependencies, year, today)))
  return states.filter((state) => state.year === thisYear || !isEmpty(state))
}
