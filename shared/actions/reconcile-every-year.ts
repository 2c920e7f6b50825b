import { londonDate } from '../domain/dates.ts'
import { sumOf } from '../domain/figures/counters.ts'
import { differences, tally, type Difference, type Tally } from '../domain/figures/tally.ts'
import type { Referral } from '../domain/referral/referral.ts'
import { reportingYearOf, yearBefore, type ReportingYear } from '../domain/reporting-year.ts'
import type { ReferralStore } from '../store/referral-store.ts'
import type { Clock } from './ports.ts'
import { reconcileYear, type ReconcileDependencies } from './reconcile-figures.ts'

export type EveryYearDependencies = ReconcileDependencies & {
  readonly referrals: Pick<ReferralStore, 'every'>
  readonly clock: Clock
}

const together = (tallies: readonly Tally[]): readonly Tally[] =>
  [...Map.groupBy(tallies, ({ organisation, hmrc }) => `${organisation} ${hmrc}`).values()].flatMap(
    ([first, ...others]) =>
      first ? [{ ...first, counters: sumOf([first, ...others].map(({ counters }) => counters)) }] : [],
  )

const yearOf = ({ registration }: Referral): ReportingYear => reportingYearOf(registration.referredOn)

/** Counts every referral there is, by reporting year, a page of them in memory at a time. */
const recount = async ({ referrals }: EveryYearDependencies) => {
  const years = new Map<ReportingYear, readonly Tally[]>()
  for await (const page of referrals.every()) {
    for (const [year, theirs] of Map.groupBy(page, yearOf)) {
      years.set(year, together([...(years.get(year) ?? []), ...tally(theirs)]))
    }
  }
  return years
}

/** Counters that should not be there at all are looked for this far back. */
const yearsBack = 4

const recentYears = (clock: Clock): readonly ReportingYear[] => {
  const years = [reportingYearOf(londonDate(clock.now()))]
  for (let back = 0; back < yearsBack; back += 1) years.push(...years.slice(-1).map(yearBefore))
  return years
}

/**
 * Compares the counters of every reporting year that has referrals, and of the last five, with a recount, and names
 * every difference. Reading through all referrals once costs a fraction of asking for them one by one; only a year that
 * seems to differ is then looked at closely.
 */
export const reconcileFigures =
  (dependencies: EveryYearDependencies) => async (): Promise<readonly Difference[]> => {
    const recounted = await recount(dependencies)
    const found: Difference[] = []
    for (const year of new Set([...recounted.keys(), ...recentYears(dependencies.clock)])) {
      const counted = await dependencies.figures.yearTallies(year)
      const seem = differences(year, counted, recounted.get(year) ?? [])
      if (seem.length > 0) found.push(...(await reconcileYear(dependencies)(year)))
    }
    return found
  }
