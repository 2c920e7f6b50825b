import { londonDate, type LocalDate } from '../../domain/dates.ts'
import { publish } from '../../domain/disclosure/publish.ts'
import type { AnnualSummary, PublishedSummary, Unanswered } from '../../domain/figures/summary.ts'
import type { Version } from '../../domain/figures/version.ts'
import type { Referral } from '../../domain/referral/referral.ts'
import { cutOffOf, reportingYearOf, type ReportingYear } from '../../domain/reporting-year.ts'
import type { FiguresStore } from '../../store/figures-store.ts'
import type { ReferralStore } from '../../store/referral-store.ts'
import type { Clock } from '../ports.ts'
import { assessYear, figuresOf, unansweredAmong, type Figures, type YearDependencies } from './assess-year.ts'

export type FiguresDependencies = YearDependencies & {
  readonly figures: Pick<FiguresStore, 'yearTallies'>
  readonly referrals: Pick<ReferralStore, 'allOpen'>
  readonly clock: Clock
}

const unansweredOf = (
  referrals: readonly Referral[],
  year: ReportingYear,
): ReadonlyMap<string, readonly Unanswered[]> => {
  const inYear = referrals.filter(({ registration }) => reportingYearOf(registration.referredOn) === year)
  const grouped = Map.groupBy(inYear, ({ registration }) => registration.organisation)
  return new Map([...grouped].map(([organisation, theirs]) => [organisation, unansweredAmong(theirs)]))
}

/** As things stand: from the counters, and who has not answered from the work lists, which lag a second at most. */
const live = async (
  { figures, referrals, reference }: FiguresDependencies,
  year: ReportingYear,
  asAt: LocalDate,
): Promise<Figures> => {
  const organisations = [...reference.organisations.values()]
  const units = [...new Set(organisations.map(({ respondedToBy }) => respondedToBy))]
  const [tallies, open] = await Promise.all([
    figures.yearTallies(year),
    Promise.all(units.map((unit) => referrals.allOpen(unit))),
  ])
  const unanswered = unansweredOf(open.flat(), year)
  const cutOff = cutOffOf(year, reference.policy.cutOffs)
  return figuresOf({ year, asAt, cutOff, organisations, tallies, unanswered })
}

/** A year's figures as at the end of a London day: today's from the counters, any other's from the histories. */
export const yearFigures =
  (dependencies: FiguresDependencies) =>
  async (year: ReportingYear, asAt: LocalDate): Promise<Figures> =>
    asAt === londonDate(dependencies.clock.now())
      ? live(dependencies, year, asAt)
      : (await assessYear(dependencies)(year, asAt)).figures

/** One of the two versions of a year's figures; the published one protects what was published before it, too. */
export const inVersion = (
  { internal, publishable }: Figures,
  version: Version,
  publishedBefore: readonly PublishedSummary[],
): AnnualSummary => (version === 'internal' ? internal : publish(publishable, publishedBefore))
