import { setTimeout as pause } from 'node:timers/promises'
import pMap from 'p-map'
import { differences, tally, type Difference } from '../domain/figures/tally.ts'
import { firstDayOf, lastDayOf, type ReportingYear } from '../domain/reporting-year.ts'
import type { ReferenceData } from '../domain/rules.ts'
import type { FiguresStore } from '../store/figures-store.ts'
import type { ReferralStore } from '../store/referral-store.ts'

export type ReconcileDependencies = {
  readonly figures: Pick<FiguresStore, 'yearTallies'>
  readonly referrals: Pick<ReferralStore, 'allOfOrganisation'>
  readonly reference: ReferenceData
}

const compare = async (
  { figures, referrals }: ReconcileDependencies,
  year: ReportingYear,
  organisations: readonly string[],
): Promise<readonly Difference[]> => {
  const recount = async (code: string) => {
    const stored = await referrals.allOfOrganisation(code, firstDayOf(year), lastDayOf(year))
    return tally(stored.map(({ referral }) => referral))
  }
  const recounted = await pMap(organisations, recount, { concurrency: 4 })
  const counted = await figures.yearTallies(year)
  const asked = counted.filter(({ organisation }) => organisations.includes(organisation))
  return differences(year, asked, recounted.flat())
}

/** The counters follow a change within about a second, so a difference counts only when it stays. */
const looksAgain = 3
const between = 400

/**
 * Where the counters of a year differ from a recount of its referrals, and keep differing: what was only on its way is
 * looked at again, organisation by organisation.
 */
export const reconcileYear =
  (dependencies: ReconcileDependencies) =>
  async (year: ReportingYear): Promise<readonly Difference[]> => {
    let found = await compare(dependencies, year, [...dependencies.reference.organisations.keys()])
    for (let look = 0; look < looksAgain && found.length > 0; look += 1) {
      await pause(between * 2 ** look)
      found = await compare(dependencies, year, [...new Set(found.map(({ organisation }) => organisation))])
    }
    return found
  }
