import { problem } from '../../problem.ts'
import { kentsCorrected } from './answering.ts'
import { kentsStatement, kentsStatementAsCsv } from './figures.ts'
import { kentsId } from './ids.ts'
import { nonResponses, nonResponsesAsCsv } from './non-responses.ts'
import type { Step } from './step.ts'
import {
  borderForcesExtended,
  invalid,
  kentsAcknowledged,
  psnisRegistered,
  sussexsRegistered,
  toTheUkfiu,
} from './told.ts'

const at = '2026-07-14T09:00:00.000Z'
const ukfiu = { as: 'ukfiu', at } as const
const kent = { as: 'force-kent', at } as const
const kentsCode = { code: 'kent' } as const

const nextPage = 'WyJvcGVuIiwiMjAyNi0wNi0xNSNSLTREN0ctWDJLViJd'

const psnis = toTheUkfiu({ ...psnisRegistered, version: 2 }, 'SAR-2026/000421')

const kentPolice = {
  code: 'kent',
  name: 'Kent Police',
  kind: 'territorial_police_force',
  bankHolidays: 'england-and-wales',
  respondedToBy: 'kent',
  conductRegulations: true,
  barredList: true,
}
const borderForce = {
  code: 'border-force',
  name: 'Border Force',
  kind: 'law_enforcement_agency',
  bankHolidays: 'england-and-wales',
  respondedToBy: 'nca',
  conductRegulations: false,
  barredList: false,
}

const holders = [
  { role: 'unit_mailbox', email: 'psd@kent.example' },
  { role: 'head_of_unit', email: 'head.psd@kent.example' },
]
const contacts = holders.map((holder) => ({ ...holder, lastVerifiedOn: '2026-07-14' }))

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
    answer: { items: [kentsAcknowledged], next: null },
  },
  {
    name: 'listFirstPage',
    summary: 'The first page of everything referred in a month',
    route: 'listReferrals',
    as: 'ukfiu',
    at: thatDay,
    query: { referredFrom: '2026-06-01', referredTo: '2026-06-30', limit: '2' },
    status: 200,
    answer: { items: [psnis, toTheUkfiu(sussexsRegistered, 'SAR-2026/000419', 'surrey')], next: nextPage },
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
      cursor: nextPage,
    },
    status: 200,
    answer: {
      items: [
        toTheUkfiu(kentsAcknowledged, 'SAR-2026/000417', 'essex'),
        toTheUkfiu(borderForcesExtended, 'SAR-2026/000418'),
      ],
      next: 'WyJjbG9zZWQiLCI5OTk5Il0',
    },
  },
  {
    name: 'listDueSoon',
    summary: 'What one organisation owes within a week',
    route: 'listReferrals',
    as: 'ukfiu',
    at: thatDay,
    query: { organisation: 'psni', overdue: 'due_soon' },
    status: 200,
    answer: { items: [psnis], next: null },
  },
  {
    name: 'listBackwards',
    summary: 'A filter with a value that is not one',
    route: 'listReferrals',
    as: 'ukfiu',
    at: thatDay,
    query: { status: 'answered', limit: '1000' },
    status: 422,
    answer: invalid(
      [
        '/status',
        'Must be awaiting_acknowledgement or awaiting_first_return or awaiting_update or outcome_received or redirected or withdrawn.',
      ],
      ['/limit', 'Must be 1 to 100.'],
    ),
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
    answer: toTheUkfiu(kentsCorrected, 'SAR-2026/000417', 'essex'),
  },
  {
    name: 'readAnothers',
    summary: "Another force's referral does not exist",
    route: 'readReferral',
    as: 'force-surrey',
    at,
    path: { id: kentsId },
    status: 404,
    answer: problem(404, 'There is nothing here that you can see. Check the reference.'),
  },
  {
    name: 'readWithoutToken',
    summary: 'No token',
    route: 'readReferral',
    as: 'nobody',
    at,
    path: { id: kentsId },
    status: 401,
    answer: problem(
      401,
      'The bearer token is missing, has expired or is not one of this service: sign in again.',
    ),
  },
  {
    name: 'readByAuthor',
    summary: 'A role that sees no single referral',
    route: 'readReferral',
    as: 'sta-author',
    at,
    path: { id: kentsId },
    status: 403,
    answer: problem(403, 'Your role does not allow this. Ask somebody whose role does.'),
  },
  {
    name: 'readNonResponses',
    summary: 'Who has not answered; reminders are an excerpt',
    route: 'readNonResponses',
    ...ukfiu,
    status: 200,
    answer: nonResponses,
  },
  {
    name: 'readNonResponsesAsCsv',
    summary: 'The same as a table',
    route: 'readNonResponses',
    ...ukfiu,
    headers: { Accept: 'text/csv' },
    status: 200,
    answer: nonResponsesAsCsv,
  },
  {
    name: 'listOrganisations',
    summary: 'An excerpt',
    route: 'listOrganisations',
    ...kent,
    status: 200,
    answer: { items: [kentPolice, borderForce] },
  },
  {
    name: 'nameContacts',
    summary: 'Kent Police names two role holders',
    route: 'nameContacts',
    ...kent,
    path: kentsCode,
    body: { contacts: holders },
    status: 200,
    answer: { contacts: contacts.map((contact) => ({ ...contact, briefingDueSince: at })) },
  },
  {
    name: 'nameContactsWithoutMailbox',
    summary: 'Nowhere to send a reminder to',
    route: 'nameContacts',
    ...kent,
    path: kentsCode,
    body: { contacts: [{ role: 'head_of_unit', email: 'head.psd@kent.example' }] },
    status: 422,
    answer: invalid(['/contacts', 'Name a unit_mailbox: reminders go there.']),
  },
  {
    name: 'readContacts',
    summary: 'Who is written to at Kent Police',
    route: 'readContacts',
    ...ukfiu,
    path: kentsCode,
    status: 200,
    answer: { contacts },
  },
  {
    name: 'readStatement',
    summary: 'The statement of Kent Police',
    route: 'readStatement',
    ...kent,
    path: kentsCode,
    query: { year: '2026-27' },
    status: 200,
    answer: kentsStatement,
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
    answer: kentsStatementAsCsv,
  },
  {
    name: 'readStatementAsPdf',
    summary: 'A format that it is not to be had in',
    route: 'readStatement',
    ...kent,
    path: kentsCode,
    headers: { Accept: 'application/pdf' },
    status: 406,
    answer: problem(406, 'This is to be had as application/json or text/csv: ask for one of them in Accept.'),
  },
]
