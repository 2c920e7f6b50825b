import { accessLogQuery, type AccessLogQuery } from '../../../../shared/contracts/access-log.ts'
import type { DraftValues } from '../../../../shared/contracts/draft.ts'
import { daysBetween } from '../../../../shared/domain/dates.ts'
import { ok, refused, type Result } from '../../../../shared/domain/result.ts'
import type { FormErrors } from '../../form/errors.ts'
import { date, readForm, text } from '../../form/fields.ts'
import type { PageRequest } from '../../page.ts'

const fields = {
  referral: text('The referral', 'Enter a referral'),
  principal: text('The person', 'Enter a person'),
  from: date('The first day', 'Enter the first day'),
  to: date('The last day', 'Enter the last day'),
}

/** What the API says of two fields together, as this form says it. */
const together: ReadonlyMap<string, string> = new Map([
  ['Ask by referral or by principal, not by both', 'Search for a referral or for a person, not for both'],
  ['The last day must not be before from', 'The last day must not be before the first'],
])

/** The log of every day is read day by day: a search through many has to say whom or what it is about. */
const mostDays = 366

const tooLong: FormErrors = [
  {
    field: 'from',
    text: 'Search through a year at a time, or name a referral or a person to search through all years',
  },
]

const isTooLong = ({ referral, principal, from, to }: AccessLogQuery, today: PageRequest['today']): boolean =>
  referral === undefined &&
  principal === undefined &&
  from !== undefined &&
  daysBetween(from, to ?? today) > mostDays

/** What the search form holds, from the address that it leads to. */
export const valuesOf = (query: PageRequest['query']): DraftValues =>
  Object.fromEntries(
    Object.entries({ ...query, referral: (query['referral'] ?? '').toUpperCase() }).map(([name, value]) => [
      name,
      [value],
    ]),
  )

/** What an address asks of the access log, so many entries at a time; or what is wrong with the form. */
export const askedOf = (
  { query, today }: Pick<PageRequest, 'query' | 'today'>,
  limit: string,
): Result<AccessLogQuery, FormErrors> => {
  const { cursor, canary } = query
  const read = readForm(accessLogQuery, fields, valuesOf(query), {
    limit,
    // A system that looks every few minutes whether the service works would hide the people.
    canary: canary === 'shown' ? canary : 'left_out',
    ...(cursor !== undefined && { cursor }),
  })
  if (!read.ok) {
    return refused(read.problem.map(({ field, text: said }) => ({ field, text: together.get(said) ?? said })))
  }
  return isTooLong(read.value, today) ? refused(tooLong) : ok(read.value)
}

/** The address of the same search from its beginning, or from a place in it. */
export const addressOf = (path: string, query: PageRequest['query'], cursor?: string): string => {
  const kept = Object.entries(query).filter(([name, value]) => value.trim() !== '' && name !== 'cursor')
  const all = new URLSearchParams(kept)
  if (cursor !== undefined) all.set('cursor', cursor)
  return all.size === 0 ? path : `${path}?${all.toString()}`
}
