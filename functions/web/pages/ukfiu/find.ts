import { findBySar } from '../../../../shared/actions/find-by-sar.ts'
import { listReferrals, type ReferralPage } from '../../../../shared/actions/list-referrals.ts'
import { readReferral } from '../../../../shared/actions/read-referral.ts'
import type { ReferralView } from '../../../../shared/actions/view.ts'
import type { DraftValues } from '../../../../shared/contracts/draft.ts'
import { cursorAt, referralPageQuery } from '../../../../shared/contracts/paging.ts'
import { registrationFields } from '../../../../shared/contracts/requests.ts'
import { referralId } from '../../../../shared/contracts/values.ts'
import type { LocalDate } from '../../../../shared/domain/dates.ts'
import { ok, refused, type Result } from '../../../../shared/domain/result.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { FormErrors } from '../../form/errors.ts'
import { date, readForm, text } from '../../form/fields.ts'
import { show, type PageRequest, type Serve } from '../../page.ts'
import { dueInWords } from '../../words/ages.ts'
import { organisationItems } from './organisations/items.ts'

const fields = {
  organisation: text('The organisation', 'Choose an organisation'),
  status: text('The status', 'Choose a status'),
  overdue: text('When it is due', 'Choose when it is due'),
  referredFrom: date('The first day', 'Enter the first day'),
  referredTo: date('The last day', 'Enter the last day'),
  cursor: text('The next page', 'Go to the next page'),
}

const found = (items: readonly ReferralView[]): ReferralPage => ({ items, next: null })
const wrong = (field: string, said: string): Result<never, FormErrors> => refused([{ field, text: said }])

const byReference = async (typed: string, { principal }: PageRequest, dependencies: Dependencies) => {
  const id = referralId.safeParse(typed.toUpperCase())
  if (!id.success) return wrong('reference', 'The reference must be one such as R-7K3M-9QXD')
  const read = await readReferral(dependencies)(principal, id.data)
  return ok(found(read.ok ? [read.value] : []))
}

const bySar = async (typed: string, { principal }: PageRequest, dependencies: Dependencies) => {
  const sar = registrationFields.sarReference.safeParse(typed)
  if (!sar.success) return wrong('sarReference', 'The SAR reference must be 4 to 40 letters, digits, - and /')
  return ok(found(await findBySar(dependencies)(principal, sar.data)))
}

const byList = async (values: DraftValues, { principal }: PageRequest, dependencies: Dependencies) => {
  const query = readForm(referralPageQuery, fields, values)
  return query.ok ? ok(await listReferrals(dependencies)(principal, query.value)) : query
}

/** One reference or SAR is looked up alone; otherwise everything that the filters leave, a page at a time. */
const search = (values: DraftValues, request: PageRequest, dependencies: Dependencies) => {
  const reference = values['reference']?.[0]?.trim()
  const sar = values['sarReference']?.[0]?.trim()
  if (reference) return byReference(reference, request, dependencies)
  return sar ? bySar(sar, request, dependencies) : byList(values, request, dependencies)
}

const rowOf = ({ reference }: Dependencies, view: ReferralView, today: LocalDate) => ({
  ...view,
  organisation: reference.organisations.get(view.organisation)?.name ?? view.organisation,
  due: view.owed && dueInWords(view.owed.dueOn, today),
  toRedirect: view.status === 'outcome_received' && view.outcome?.subjectConfirmed === 'not_our_personnel',
})

const addressOf = (query: PageRequest['query'], cursor: string): string => {
  const given = Object.entries(query).filter(([, value]) => value !== '')
  return `/referrals?${new URLSearchParams({ ...Object.fromEntries(given), cursor }).toString()}`
}

/** Referrals by reference, by SAR, or by organisation, status, due date and day of referral. */
export const findReferrals: Serve = async (request, dependencies) => {
  const { query, today } = request
  const values = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]]))
  const result = await search(values, request, dependencies)
  const page = result.ok ? result.value : found([])
  const data = {
    rows: page.items.map((view) => rowOf(dependencies, view, today)),
    more: page.next ? addressOf(query, cursorAt(page.next)) : undefined,
    isLater: query['cursor'] !== undefined,
    isFiltered: Object.entries(query).some(([name, value]) => name !== 'cursor' && value !== ''),
    first: addressOf(
      Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'cursor')),
      '',
    ).replace(/[?&]cursor=$/, ''),
    organisations: [{ value: '', text: 'Every organisation' }, ...organisationItems(dependencies.reference)],
    values,
  }
  const errors = result.ok ? [] : result.problem
  return show('pages/ukfiu/find.njk', 'Find a referral', data, {
    referrals: page.items.map(({ id }) => id),
    errors,
    marked: true,
  })
}
