import pMap from 'p-map'
import type { LocalDate } from '../../domain/dates.ts'
import { movementsBetween, together, type Movements } from '../../domain/figures/revision.ts'
import { summarise, type YearFigures } from '../../domain/figures/summarise.ts'
import type { InternalSummary, Unanswered } from '../../domain/figures/summary.ts'
import { tally, withoutHmrc, type Tally } from '../../domain/figures/tally.ts'
import { asAtEndOf } from '../../domain/referral/as-at.ts'
import { isOpen, type Referral } from '../../domain/referral/referral.ts'
import { cutOffOf, firstDayOf, lastDayOf, type ReportingYear } from '../../domain/reporting-year.ts'
import type { ReferenceData } from '../../domain/rules.ts'
import type { ReferralStore } from '../../store/referral-store.ts'

export type YearDependencies = {
  readonly referrals: Pick<ReferralStore, 'allOfOrganisation'>
  readonly reference: ReferenceData
}

/** A year's figures, of all its referrals and of those alone that the published version counts. */
export type Figures = { readonly internal: InternalSummary; readonly publishable: InternalSummary }

/** What the histories of a year's referrals say of it. */
export type Assessed = {
  readonly figures: Figures
  /** A recount of the referrals as they stand now. */
  readonly recounted: readonly Tally[]
  /** What moved the figures since the day asked for. */
  readonly movements: { readonly internal: Movements; readonly published: Movements }
}

type OfOrganisation = Omit<Assessed, 'figures'> & {
  readonly tallies: readonly Tally[]
  readonly unanswered: readonly [string, readonly Unanswered[]]
}

/** The referrals among some that still wait for their first return. */
export const unansweredAmong = (referrals: readonly Referral[]): readonly Unanswered[] =>
  referrals
    .filter((referral) => isOpen(referral) && !('firstReturn' in referral))
    .map(({ id, originalFirstReturnDueOn }) => ({ id, firstReturnDueOn: originalFirstReturnDueOn }))

const readOrganisation =
  ({ referrals }: YearDependencies, year: ReportingYear, asAt: LocalDate, since: LocalDate | undefined) =>
  async (code: string): Promise<OfOrganisation> => {
    const stored = await referrals.allOfOrganisation(code, firstDayOf(year), lastDayOf(year))
    const folded = stored.flatMap(({ history }) => asAtEndOf(asAt)(history) ?? [])
    const open = stored.filter(({ referral }) => !referral.registration.containsHmrcInformation)
    const movementsOf = (some: typeof stored): Movements =>
      since === undefined
        ? new Map()
        : movementsBetween(
            some.map(({ history }) => history),
            since,
            asAt,
          )
    return {
      tallies: tally(folded),
      recounted: tally(stored.map(({ referral }) => referral)),
      unanswered: [code, unansweredAmong(folded)],
      movements: { internal: movementsOf(stored), published: movementsOf(open) },
    }
  }

/** Both sets of figures from the counters; who has not answered is named in the internal version only. */
export const figuresOf = (figures: YearFigures): Figures => ({
  internal: summarise(figures),
  publishable: summarise({ ...figures, tallies: withoutHmrc(figures.tallies), unanswered: new Map() }),
})

const organisationsAtOnce = 4

/**
 * The figures of a reporting year as at the end of a London day, from the histories of its referrals, and what moved
 * them `since` an earlier day. One organisation is in memory at a time, or a few.
 */
export const assessYear =
  (dependencies: YearDependencies) =>
  async (year: ReportingYear, asAt: LocalDate, since?: LocalDate): Promise<Assessed> => {
    const organisations = [...dependencies.reference.organisations.values()]
    const all = await pMap(
      organisations.map(({ code }) => code),
      readOrganisation(dependencies, year, asAt, since),
      { concurrency: organisationsAtOnce },
    )
    return {
      figures: figuresOf({
        year,
        asAt,
        cutOff: cutOffOf(year, dependencies.reference.policy.cutOffs),
        organisations,
        tallies: all.flatMap(({ tallies }) => tallies),
        unanswered: new Map(all.map(({ unanswered }) => unanswered)),
      }),
      recounted: all.flatMap(({ recounted }) => recounted),
      movements: {
        internal: together(all.map(({ movements }) => movements.internal)),
        published: together(all.map(({ movements }) => movements.published)),
      },
    }
  }
