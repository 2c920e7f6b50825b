import type { AccessEntry, AccessLogQuery } from '../contracts/access-log.ts'
import { addDays, isInstant, londonDate, startOfDay, type LocalDate } from '../domain/dates.ts'
import type { AccessLogStore } from '../store/access-log.ts'
import type { Clock } from './ports.ts'

export type AccessLogDependencies = {
  readonly accessLog: Pick<AccessLogStore, 'ofReferral' | 'ofPerson' | 'ofDay'>
  readonly clock: Clock
}
export type AccessLogPage = { readonly items: readonly AccessEntry[]; readonly next: string | null }

/** Sorts before and behind every moment. */
const beginning = ' '
const end = '9999'

const startOf = ({ cursor, from }: AccessLogQuery): string => cursor ?? (from ? startOfDay(from) : beginning)
const endOf = ({ to }: AccessLogQuery): string => (to ? startOfDay(addDays(to, 1)) : end)

/** The London day of a place in time, `at#requestId`; a place that names none is refused before it comes here. */
const dayOf = (cursor: string): LocalDate => {
  const [at = ''] = cursor.split('#')
  if (!isInstant(at)) throw new RangeError(`Not a place in the access log: ${cursor}`)
  return londonDate(at)
}

const nextAfter = (items: readonly AccessEntry[], limit: number): string | null => {
  const last = items.at(-1)
  return last && items.length === limit ? `${last.at}#${last.requestId}` : null
}

/** Without a referral or a person, the log is read day after day: today's when no day is named. */
const ofDays = async (
  { accessLog, clock }: AccessLogDependencies,
  query: AccessLogQuery,
): Promise<readonly AccessEntry[]> => {
  const { cursor, from, to, limit } = query
  const today = londonDate(clock.now())
  const items: AccessEntry[] = []
  const last = to ?? today
  const first = from ?? last
  for (let day = cursor ? dayOf(cursor) : first; day <= last && items.length < limit; day = addDays(day, 1)) {
    const stretch = { from: startOf(query), to: end, limit: limit - items.length }
    items.push(...(await accessLog.ofDay(day, stretch)))
  }
  return items
}

/** A page of the access log, oldest first: of one referral, of one person, or of some days. */
export const readAccessLog =
  (dependencies: AccessLogDependencies) =>
  async (query: AccessLogQuery): Promise<AccessLogPage> => {
    const { accessLog } = dependencies
    const { referral, principal, limit } = query
    const stretch = { from: startOf(query), to: endOf(query), limit }
    const items = await (referral !== undefined
      ? accessLog.ofReferral(referral, stretch)
      : principal !== undefined
        ? accessLog.ofPerson(principal, stretch)
        : ofDays(dependencies, query))
    return { items, next: nextAfter(items, limit) }
  }
