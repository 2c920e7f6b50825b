import { readNonResponses } from '../../../../../shared/actions/read-non-responses.ts'
import { csvOf } from '../../../../../shared/reports/csv.ts'
import type { Dependencies } from '../../../dependencies.ts'
import { giveFile, show, type PageRequest, type Serve } from '../../../page.ts'
import { contactRoleNames } from '../../../words/names.ts'
import { organisationItems } from '../organisations/items.ts'
import { ageBands } from './age.ts'
import { linesOf, wantedBy } from './lines.ts'
import { bandsOf, organisationsOf } from './totals.ts'

const filterNames = ['organisation', 'age', 'owed', 'standing'] as const

const asked = (query: PageRequest['query']) =>
  Object.fromEntries(filterNames.flatMap((name) => (query[name] ? [[name, query[name]]] : [])))

const read = async (query: PageRequest['query'], dependencies: Dependencies) => {
  const board = await readNonResponses(dependencies)()
  return { board, lines: linesOf(board, dependencies.reference).filter(wantedBy(query)) }
}

/** The whole country's silence on one page: who has not answered, what, for how long, and who was told. */
export const showBoard: Serve = async ({ query }, dependencies) => {
  const [{ board, lines }, reviews] = await Promise.all([
    read(query, dependencies),
    dependencies.reviews.found(),
  ])
  const filters = asked(query)
  const name = (code: string) => dependencies.reference.organisations.get(code)?.name ?? 'UKFIU'
  const data = {
    asAt: board.asAt,
    total: lines.length,
    bands: bandsOf(lines),
    organisations: organisationsOf(lines),
    escalated: lines.filter(({ escalated }) => escalated).length,
    governance: lines.filter(({ governance }) => governance).length,
    forReview: reviews?.found ?? 0,
    silent: board.silent,
    toMend: board.contactsToMend.map((contact) => ({
      ...contact,
      name: name(contact.organisation),
      roleName: contactRoleNames[contact.role],
    })),
    isFiltered: Object.keys(filters).length > 0,
    values: Object.fromEntries(filterNames.map((each) => [each, [query[each] ?? '']])),
    organisationItems: [
      { value: '', text: 'Every organisation' },
      ...organisationItems(dependencies.reference),
    ],
    bandItems: [{ value: '', text: 'Any age' }, ...ageBands.map(({ code, text }) => ({ value: code, text }))],
    csv: `/non-responses/csv?${new URLSearchParams(filters).toString()}`,
  }
  return show('pages/ukfiu/board/board.njk', 'Non-responses', data, {
    referrals: lines.map(({ id }) => id),
    marked: true,
  })
}

const columns = [
  'organisation',
  'name',
  'referral',
  'referredOn',
  'urgent',
  'owed',
  'dueOn',
  'daysOverdue',
  'lastReminder',
  'lastReminderOn',
  'lastReminderTo',
  'governance',
]

/** What the board shows, a row for each referral. */
export const downloadBoard: Serve = async ({ query, today }, dependencies) => {
  const { lines } = await read(query, dependencies)
  const rows = lines.map(({ organisationName, id, last, urgent, governance, ...line }) => ({
    ...line,
    name: organisationName,
    referral: id,
    urgent: String(urgent),
    governance: String(governance),
    lastReminder: last?.rung,
    lastReminderOn: last?.on,
    lastReminderTo: last?.to,
  }))
  const name = `OFFICIAL-SENSITIVE-non-responses-${today}.csv`
  return giveFile(
    'text/csv; charset=utf-8',
    name,
    csvOf(columns, rows),
    lines.map(({ id }) => id),
  )
}
