import { londonDate, type LocalDate } from '../domain/dates.ts'
import type { Principal } from '../domain/principal.ts'
import { isInBand, type OverdueBand } from '../domain/referral/overdue.ts'
import { isOpen, type Referral, type ReferralStatus } from '../domain/referral/referral.ts'
import { rulesOf, type ReferenceData } from '../domain/rules.ts'
import { duePlace, referredPlace } from '../store/referral-item.ts'
import type { ReferralStore } from '../store/referral-store.ts'
import { collect, merge, type Slice } from './paging.ts'
import { viewOf, type ReadDependencies } from './read-referral.ts'
import type { ReferralView } from './view.ts'
import { maySee } from './visibility.ts'

export type ListDependencies = Omit<ReadDependencies, 'referrals'> & {
  readonly referrals: Pick<ReferralStore, 'open' | 'ofOrganisation'>
  readonly reference: ReferenceData
}

/** Where a list goes on: among the open referrals by due date, or among the closed by day of referral. */
export type ListPlace = { readonly list: 'open' | 'closed'; readonly after: string }

/** What a reader asks for; without a place, the beginning. */
export type ListRequest = {
  readonly organisation?: string | undefined
  readonly status?: ReferralStatus | undefined
  readonly overdue?: OverdueBand | undefined
  readonly referredFrom?: LocalDate | undefined
  readonly referredTo?: LocalDate | undefined
  readonly place?: ListPlace | undefined
  readonly limit: number
}
export type ReferralPage = { readonly items: readonly ReferralView[]; readonly next: ListPlace | null }

/** Sorts before every day; DynamoDB takes no empty key. */
const first = ' '
/** Sorts behind every day. */
const last = '9999'

const isClosedStatus = (status: ReferralStatus): boolean =>
  status === 'outcome_received' || status === 'redirected' || status === 'withdrawn'

/** The organisations whose referrals a reader asks for: a force's own and those it answers for, or all. */
const organisationsFor = (
  { organisations }: ReferenceData,
  principal: Principal,
  { organisation }: ListRequest,
) =>
  [...organisations.values()].filter(
    ({ code, respondedToBy }) =>
      (principal.role !== 'force' || [code, respondedToBy].includes(principal.organisation)) &&
      (organisation === undefined || code === organisation),
  )

const wantedBy =
  (reference: ReferenceData, principal: Principal, request: ListRequest, today: LocalDate) =>
  (referral: Referral): boolean => {
    const { organisation, referredOn } = referral.registration
    const { calendar } = rulesOf(reference, organisation)
    return (
      maySee(principal, referral) &&
      (request.organisation === undefined || organisation === request.organisation) &&
      (request.status === undefined || referral.status === request.status) &&
      (request.referredFrom === undefined || referredOn >= request.referredFrom) &&
      (request.referredTo === undefined || referredOn <= request.referredTo) &&
      (request.overdue === undefined || isInBand(referral, request.overdue, today, calendar))
    )
  }

const openSlice =
  ({ referrals }: ListDependencies, units: readonly string[], limit: number) =>
  async (after: string): Promise<Slice<Referral>> => {
    const lists = await Promise.all(units.map((unit) => referrals.open(unit, after, limit)))
    return merge(lists, limit, duePlace, { descending: false })
  }

const closedSlice =
  ({ referrals }: ListDependencies, codes: readonly string[], { referredFrom, limit }: ListRequest) =>
  async (before: string): Promise<Slice<Referral>> => {
    const lists = await Promise.all(
      codes.map((code) => referrals.ofOrganisation(code, referredFrom ?? first, before, limit)),
    )
    const { items, next } = merge(lists, limit, referredPlace, { descending: true })
    return { items: items.filter((referral) => !isOpen(referral)), next }
  }

type Found = { readonly referrals: readonly Referral[]; readonly next: ListPlace | null }

const placeIn = (list: ListPlace['list'], after: string | null): ListPlace | null =>
  after === null ? null : { list, after }

const find = async (
  dependencies: ListDependencies,
  principal: Principal,
  request: ListRequest,
  today: LocalDate,
): Promise<Found> => {
  const organisations = organisationsFor(dependencies.reference, principal, request)
  const wanted = wantedBy(dependencies.reference, principal, request, today)
  const { place, limit, status } = request
  const found: Referral[] = []
  if (place?.list !== 'closed' && (status === undefined || !isClosedStatus(status))) {
    const units = [...new Set(organisations.map(({ respondedToBy }) => respondedToBy))]
    const fetch = openSlice(dependencies, units, limit)
    const slice = await collect(fetch, place?.after ?? first, limit, duePlace, wanted)
    if (slice.next !== null) return { referrals: slice.items, next: placeIn('open', slice.next) }
    found.push(...slice.items)
  }
  const openOnly = request.overdue !== undefined || (status !== undefined && !isClosedStatus(status))
  if (openOnly) return { referrals: found, next: null }
  const start = place?.list === 'closed' ? place.after : last
  if (found.length === limit) return { referrals: found, next: { list: 'closed', after: start } }
  const codes = organisations.map(({ code }) => code)
  const fetch = closedSlice(dependencies, codes, request)
  const slice = await collect(fetch, start, limit - found.length, referredPlace, wanted)
  return { referrals: [...found, ...slice.items], next: placeIn('closed', slice.next) }
}

/** Referrals that a reader may see, a page at a time: the open ones, what is due soonest first, then the closed. */
export const listReferrals =
  (dependencies: ListDependencies) =>
  async (principal: Principal, request: ListRequest): Promise<ReferralPage> => {
    const today = londonDate(dependencies.clock.now())
    const { referrals, next } = await find(dependencies, principal, request, today)
    const items = await Promise.all(referrals.map((referral) => viewOf(dependencies)(principal, referral)))
    return { items, next }
  }
