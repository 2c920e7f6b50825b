import type { Principal } from '../domain/principal.ts'
import type { Referral } from '../domain/referral/referral.ts'
import type { ReferenceData } from '../domain/rules.ts'
import { duePlace } from '../store/referral-item.ts'
import type { ReferralStore } from '../store/referral-store.ts'
import { viewOf, type ReadDependencies } from './read-referral.ts'
import type { ReferralView } from './view.ts'
import { maySee } from './visibility.ts'

export type ListDependencies = Omit<ReadDependencies, 'referrals'> & {
  readonly referrals: Pick<ReferralStore, 'open'>
  readonly reference: ReferenceData
}

/** `after` is the place in the list at which the page before ended, empty for the first. */
export type ListRequest = {
  readonly organisation?: string | undefined
  readonly after: string
  readonly limit: number
}
export type ReferralPage = { readonly items: readonly ReferralView[]; readonly next: string | null }

const placeOf = (referral: Referral): string => duePlace(referral) ?? ''
const byPlace = (one: Referral, other: Referral): number => (placeOf(one) < placeOf(other) ? -1 : 1)

/** The units whose work lists hold what a reader asks for. */
const unitsFor = ({ organisations }: ReferenceData, asked: string | undefined): string[] => [
  ...new Set(
    [...organisations.values()]
      .filter(({ code }) => asked === undefined || code === asked)
      .map(({ respondedToBy }) => respondedToBy),
  ),
]

const lastPlace = (list: readonly Referral[], limit: number): string[] => {
  const last = list[limit - 1]
  return last ? [placeOf(last)] : []
}

/** Open referrals that a reader may see, what is due soonest first, a page at a time. */
export const listReferrals =
  (dependencies: ListDependencies) =>
  async (principal: Principal, { organisation, after, limit }: ListRequest): Promise<ReferralPage> => {
    const asked = principal.role === 'force' ? principal.organisation : organisation
    const units = unitsFor(dependencies.reference, asked)
    const lists = await Promise.all(units.map((unit) => dependencies.referrals.open(unit, after, limit)))
    // Beyond the earliest end of a list that may go on, the order across the lists isn't known yet.
    const known = lists.flatMap((list) => lastPlace(list, limit)).toSorted()[0]
    const visible = lists
      .flat()
      .filter((referral) => known === undefined || placeOf(referral) <= known)
      .filter((referral) => maySee(principal, referral))
      .filter(({ registration }) => organisation === undefined || registration.organisation === organisation)
      .toSorted(byPlace)
    const page = visible.slice(0, limit)
    const items = await Promise.all(page.map((referral) => viewOf(dependencies)(principal, referral)))
    const last = page.at(-1)
    return { items, next: visible.length > limit && last ? placeOf(last) : (known ?? null) }
  }
