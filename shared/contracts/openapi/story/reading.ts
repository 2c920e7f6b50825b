import { problem } from '../../problem.ts'
import { kentsCorrected } from './answering.ts'
import { kentsStatement, kentsStatementAsCsv } from './figures.ts'
import { kentsId } from './ids.ts'
import { nonResponses, nonResponsesAsCsv } from './non-responses.ts'
import { borderForce, contacts, holders, kentPolice } from './organisations.ts'
import { kentsLearning } from './outcomes.ts'
import type { Step } from './step.ts'
import { invalid, toTheUkfiu } from './told.ts'

const at = '2026-07-14T09:00:00.000Z'
const ukfiu = { as: 'ukfiu', at } as const
const kent = { as: 'force-kent', at } as const
const kentsCode = { code: 'kent' } as const

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
    name: 'listLearning',
    summary: "What others could learn from this year's outcomes",
    route: 'listLearning',
    ...ukfiu,
    query: { year: '2026-27', category: 'vulnerability' },
    status: 200,
    answer: { items: [kentsLearning] },
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
