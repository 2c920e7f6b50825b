import { readAccessLog, type AccessLogPage } from '../../../../shared/actions/read-access-log.ts'
import type { AccessLogQuery } from '../../../../shared/contracts/access-log.ts'
import { inWords } from '../../../../shared/domain/dates.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { FormErrors } from '../../form/errors.ts'
import { notFound } from '../../messages.ts'
import { show, type PageRequest, type Serve } from '../../page.ts'
import { addressOf, askedOf, valuesOf } from './asked.ts'
import { entryInWords } from './entry.ts'

const perPage = '50'
export const accessLogPath = '/access-log'

const days = ({ from, to }: AccessLogQuery): string => {
  if (from !== undefined && to !== undefined)
    return from === to ? ` on ${inWords(from)}` : ` from ${inWords(from)} to ${inWords(to)}`
  if (from !== undefined) return ` since ${inWords(from)}`
  return to === undefined ? '' : ` up to ${inWords(to)}`
}

/** What is shown, in words: without a referral or a person, and without a first day, it is one day's. */
const described = (
  asked: AccessLogQuery,
  { items: [first] }: AccessLogPage,
  today: PageRequest['today'],
): string => {
  const { referral, principal, from, to } = asked
  if (referral !== undefined) return `Everything asked about ${referral}${days(asked)}`
  if (principal !== undefined)
    return `Everything asked by ${first?.principal.name || principal}${days(asked)}`
  if (from === undefined && to === undefined) return `Everything asked today, ${inWords(today)}`
  return `Everything asked${days({ ...asked, from: from ?? to })}`
}

const withErrors = ({ query }: PageRequest, errors: FormErrors) =>
  show('pages/audit/access-log.njk', 'Access log', { values: valuesOf(query) }, { errors, marked: true })

const withRows = (
  request: PageRequest,
  { reference }: Dependencies,
  asked: AccessLogQuery,
  page: AccessLogPage,
) => {
  const { query, today } = request
  const isOfDays = asked.referral === undefined && asked.principal === undefined
  const data = {
    values: valuesOf(query),
    caption: described(asked, page, today),
    rows: page.items.map((entry) => entryInWords(entry, reference)),
    by: { referral: asked.referral !== undefined, person: asked.principal !== undefined },
    isSearch: addressOf('', query) !== '',
    withCanary:
      isOfDays && asked.canary !== 'shown' && addressOf(accessLogPath, { ...query, canary: 'shown' }),
    first: query['cursor'] === undefined ? undefined : addressOf(accessLogPath, query),
    next: page.next === null ? undefined : addressOf(accessLogPath, query, page.next),
    download: addressOf(`${accessLogPath}/download`, query),
  }
  const referrals = asked.referral === undefined ? [] : [asked.referral]
  return show('pages/audit/access-log.njk', 'Access log', data, { referrals, marked: true })
}

/** Who looked at, changed or took away what: of a referral, of a person, or of some days; today's at first. */
export const searchAccessLog: Serve = async (request, dependencies) => {
  const asked = askedOf(request, perPage)
  if (!asked.ok) {
    // A place in the log is not typed by anybody: a link was cut short.
    return asked.problem.some(({ field }) => field === 'cursor')
      ? notFound
      : withErrors(request, asked.problem)
  }
  return withRows(request, dependencies, asked.value, await readAccessLog(dependencies)(asked.value))
}
