import type { Referral } from '../referral/referral.ts'
import type { ReportingYear } from '../reporting-year.ts'
import { contribution } from './contribution.ts'
import { sumOf, sumUnder, type Counters } from './counters.ts'

/** The counters of a year and organisation, those of referrals with HMRC information apart. */
export type Tally = { readonly organisation: string; readonly hmrc: boolean; readonly counters: Counters }

const keyOf = ({ organisation, hmrc }: Pick<Tally, 'organisation' | 'hmrc'>): string =>
  `${organisation} ${hmrc}`

/** Counts referrals of one year from scratch, as they stand. */
export const tally = (referrals: Iterable<Referral>): readonly Tally[] => {
  const tallies = new Map<string, Tally & { readonly counters: Record<string, number> }>()
  for (const referral of referrals) {
    const { organisation, hmrc, counters } = contribution(referral)
    const key = keyOf({ organisation, hmrc })
    const tallied = tallies.get(key) ?? { organisation, hmrc, counters: {} }
    for (const name of counters) tallied.counters[name] = (tallied.counters[name] ?? 0) + 1
    tallies.set(key, tallied)
  }
  return [...tallies.values()]
}

/** Those that the published version counts. */
export const withoutHmrc = (tallies: readonly Tally[]): readonly Tally[] =>
  tallies.filter(({ hmrc }) => !hmrc)

/** The counters of each organisation. */
export const byOrganisation = (tallies: readonly Tally[]): ReadonlyMap<string, Counters> =>
  new Map(
    [...Map.groupBy(tallies, ({ organisation }) => organisation)].map(([organisation, theirs]) => [
      organisation,
      sumOf(theirs.map(({ counters }) => counters)),
    ]),
  )

/** How many referrals, of every status, hold HMRC information. */
export const withHmrcInformation = (tallies: readonly Tally[]): number => {
  const counters = sumOf(tallies.filter(({ hmrc }) => hmrc).map((each) => each.counters))
  const { withdrawn = 0, redirected = 0 } = counters
  return sumUnder(counters, 'referralsMade:') + withdrawn + redirected
}

/** A counter that is not what the referrals themselves come to. */
export type Difference = {
  readonly year: ReportingYear
  readonly organisation: string
  readonly hmrc: boolean
  readonly counter: string
  readonly counted: number
  readonly recounted: number
}

const countersByKey = (tallies: readonly Tally[]): ReadonlyMap<string, Tally> =>
  new Map(tallies.map((each) => [keyOf(each), each]))

/** Where the counters of a year and a recount of its referrals differ; a counter at zero is the same as none. */
export const differences = (
  year: ReportingYear,
  counted: readonly Tally[],
  recounted: readonly Tally[],
): readonly Difference[] => {
  const [before, now] = [countersByKey(counted), countersByKey(recounted)]
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((key) => {
    const tallied = before.get(key) ?? now.get(key)
    const [one, other] = [before.get(key)?.counters ?? {}, now.get(key)?.counters ?? {}]
    if (!tallied) return []
    return [...new Set([...Object.keys(one), ...Object.keys(other)])]
      .map((counter) => ({ counter, counted: one[counter] ?? 0, recounted: other[counter] ?? 0 }))
      .filter((each) => each.counted !== each.recounted)
      .map((each) => ({ year, organisation: tallied.organisation, hmrc: tallied.hmrc, ...each }))
  })
}
