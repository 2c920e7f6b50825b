import { readAccessLog } from '../../../../shared/actions/read-access-log.ts'
import type { AccessEntry, AccessLogQuery } from '../../../../shared/contracts/access-log.ts'
import { csvOf } from '../../../../shared/reports/csv.ts'
import type { Dependencies } from '../../dependencies.ts'
import { message } from '../../messages.ts'
import { giveFile, type Serve } from '../../page.ts'
import { accessLogPath } from './access-log.ts'
import { addressOf, askedOf } from './asked.ts'
import { entryInWords } from './entry.ts'

const atOnce = '100'
const mostEntries = 5000

const columns = [
  'at',
  'personId',
  'name',
  'role',
  'organisation',
  'what',
  'how',
  'kind',
  'path',
  'answer',
  'status',
  'referrals',
]

/** Every entry that is asked for, or nothing when there are too many for one file. */
const readAll = async (
  dependencies: Dependencies,
  asked: AccessLogQuery,
): Promise<readonly AccessEntry[] | undefined> => {
  const entries: AccessEntry[] = []
  let cursor: string | undefined
  do {
    const page = await readAccessLog(dependencies)({ ...asked, cursor })
    entries.push(...page.items)
    if (entries.length > mostEntries) return undefined
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return entries
}

/** A search of the access log as CSV, whole: every page of it, or a page that says why not. Times are UTC. */
export const downloadAccessLog: Serve = async ({ query, today }, dependencies) => {
  const { cursor: _, ...search } = query
  const asked = askedOf({ query: search, today }, atOnce)
  const back = { text: 'Go back to the search', href: addressOf(accessLogPath, search) }
  if (!asked.ok)
    return message(
      422,
      'This can’t be downloaded',
      asked.problem.map(({ text }) => text),
      back,
    )
  const entries = await readAll(dependencies, asked.value)
  if (!entries) {
    const tooMany = `There are more than ${mostEntries.toLocaleString('en-GB')} entries. Search through fewer days.`
    return message(422, 'This is too much for one file', [tooMany], back)
  }
  const rows = entries.map((entry) => ({
    ...entryInWords(entry, dependencies.reference),
    referrals: entry.referrals.join(' '),
  }))
  const { referral } = asked.value
  const name = `OFFICIAL-SENSITIVE-access-log-${today}.csv`
  return giveFile(
    'text/csv; charset=utf-8',
    name,
    csvOf(columns, rows),
    referral === undefined ? [] : [referral],
  )
}
