import { listReferrals } from '../../../../shared/actions/list-referrals.ts'
import type { ReferralView } from '../../../../shared/actions/view.ts'
import { cursorAt, referralPageQuery } from '../../../../shared/contracts/paging.ts'
import type { LocalDate } from '../../../../shared/domain/dates.ts'
import type { ReferenceData } from '../../../../shared/domain/rules.ts'
import { refuse, show, type PageRequest, type Serve } from '../../page.ts'
import { dueInWords } from '../../words/ages.ts'

const perPage = '25'

const without = (query: PageRequest['query']) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))

const rowOf = (
  { organisations }: ReferenceData,
  { id, owed, status, urgent, restricted, referredOn, organisation }: ReferralView,
  today: LocalDate,
) => ({
  id,
  owed,
  status,
  urgent,
  restricted,
  referredOn,
  organisation: organisations.get(organisation)?.name,
  due: owed && dueInWords(owed.dueOn, today),
})

/** The list comes by what is next to happen to each, which is nearly this: what is owed may have changed since. */
const byDueDate = (one: ReferralView, other: ReferralView): number =>
  (one.owed?.dueOn ?? '').localeCompare(other.owed?.dueOn ?? '')

const nextPage = (query: PageRequest['query'], cursor: string): string =>
  `/referrals?${new URLSearchParams({ ...without(query), cursor }).toString()}`

/** What a force owes, soonest first; with a status or a band asked for, those. What is closed comes when asked for. */
export const listOwed: Serve = async ({ principal, query, today }, dependencies) => {
  const parsed = referralPageQuery.safeParse({ limit: perPage, ...without(query) })
  if (!parsed.success) return refuse({ kind: 'not_found' })
  const asked = parsed.data
  const { items, next } = await listReferrals(dependencies)(principal, asked)
  const isWork = asked.status === undefined
  const shown = (isWork ? items.filter(({ owed }) => owed !== null) : items).toSorted(byDueDate)
  const more = next && (!isWork || next.list === 'open') ? nextPage(query, cursorAt(next)) : undefined
  const data = {
    rows: shown.map((view) => rowOf(dependencies.reference, view, today)),
    overdue: shown.filter(({ owed }) => owed?.overdue).length,
    values: { status: [query['status'] ?? ''], overdue: [query['overdue'] ?? ''] },
    isFiltered: asked.status !== undefined || asked.overdue !== undefined,
    isLater: asked.place !== undefined,
    more,
  }
  return show('pages/force/owed.njk', 'What you owe', data, {
    referrals: shown.map(({ id }) => id),
    marked: true,
  })
}
