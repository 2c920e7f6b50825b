import { kentsId } from './registering.ts'
import type { Step } from './step.ts'

const at = '2026-07-14T09:00:00.000Z'
const ukfiu = { as: 'ukfiu', at } as const
const kent = { as: 'force-kent', at } as const
const kentsCode = { code: 'kent' } as const

const thatDay = '2026-06-01T14:00:00.000Z'

/** What there is at the end of the first day. */
export const listing: readonly Step[] = [
  {
    name: 'list',
    summary: 'What a force owes, the most pressing first',
    route: 'listReferrals',
    as: 'force-kent',
    at: thatDay,
    query: { status: 'awaiting_first_return' },
    status: 200,
  },
  {
    name: 'listFirstPage',
    summary: 'The first page of everything referred in a month',
    route: 'listReferrals',
    as: 'ukfiu',
    at: thatDay,
    query: { referredFrom: '2026-06-01', referredTo: '2026-06-30', limit: '2' },
    status: 200,
  },
  {
    name: 'listNextPage',
    summary: 'The next page',
    route: 'listReferrals',
    as: 'ukfiu',
    at: thatDay,
    query: {
      referredFrom: '2026-06-01',
      referredTo: '2026-06-30',
      limit: '2',
      cursor: 'WyJjbG9zZWQiLCIyMDI2LTA2LTAxI1ItN0szTS05UVhEIl0',
    },
    status: 200,
  },
  {
    name: 'listDueSoon',
    summary: 'What one organisation owes within a week',
    route: 'listReferrals',
    as: 'ukfiu',
    at: thatDay,
    query: { organisation: 'psni', overdue: 'due_soon' },
    status: 200,
  },
  {
    name: 'listBackwards',
    summary: 'A filter with a value that is not one',
    route: 'listReferrals',
    as: 'ukfiu',
    at: thatDay,
    query: { status: 'answered', limit: '1000' },
    status: 422,
  },
]

/** Everybody reads. */
export const reading: readonly Step[] = [
  {
    name: 'read',
    summary: 'As the UKFIU sees it',
    route: 'readReferral',
    ...ukfiu,
    path: { id: kentsId },
    status: 200,
  },
  {
    name: 'readAnothers',
    summary: "Another force's referral does not exist",
    route: 'readReferral',
    as: 'force-surrey',
    at,
    path: { id: kentsId },
    status: 404,
  },
  {
    name: 'readWithoutToken',
    summary: 'No token',
    route: 'readReferral',
    as: 'nobody',
    at,
    path: { id: kentsId },
    status: 401,
  },
  {
    name: 'readByAuthor',
    summary: 'A role that sees no single referral',
    route: 'readReferral',
    as: 'sta-author',
    at,
    path: { id: kentsId },
    status: 403,
  },
  { name: 'listOrganisations', summary: 'An excerpt', route: 'listOrganisations', ...kent, status: 200 },
  {
    name: 'nameContacts',
    summary: 'Kent Police names two role holders',
    route: 'nameContacts',
    ...kent,
    path: kentsCode,
    body: {
      contacts: [
        { role: 'unit_mailbox', email: 'psd@kent.example' },
        { role: 'head_of_unit', email: 'head.psd@kent.example' },
      ],
    },
    status: 200,
  },
  {
    name: 'nameContactsWithoutMailbox',
    summary: 'Nowhere to send a reminder to',
    route: 'nameContacts',
    ...kent,
    path: kentsCode,
    body: { contacts: [{ role: 'head_of_unit', email: 'head.psd@kent.example' }] },
    status: 422,
  },
  {
    name: 'readContacts',
    summary: 'Who is written to at Kent Police',
    route: 'readContacts',
    ...ukfiu,
    path: kentsCode,
    status: 200,
  },
  {
    name: 'readStatement',
    summary: 'The statement of Kent Police',
    route: 'readStatement',
    ...kent,
    path: kentsCode,
    query: { year: '2026-27' },
    status: 200,
  },
  {
    name: 'readStatementAsCsv',
    summary: 'The same as a table',
    route: 'readStatement',
    ...kent,
    path: kentsCode,
    query: { year: '2026-27' },
    headers: { Accept: 'text/csv' },
    status: 200,
  },
  {
    name: 'readStatementAsPdf',
    summary: 'A format that it is not to be had in',
    route: 'readStatement',
    ...kent,
    path: kentsCode,
    headers: { Accept: 'application/pdf' },
    status: 406,
  },
]
