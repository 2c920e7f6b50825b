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

const placeAfter = (last: AccessEntry): string => `${last.at}#${last.requestId}`

const nextAfter = (items: readonly AccessEntry[], limit: number): string | null => {
  const last = items.at(-1)
  return last && items.length === limit ? placeAfter(last) : null
}

/** So many days are looked through for one page, however few entries they have: a page can be short and have a next. */
const mostDays = 92

/** So many stretches are read for one page, where much of them is left out: again a page can be short. */
const mostReads = 200

/** Without a referral or a person, the log is read day after day: today's when no day is named. */
const ofDays = async (
  { accessLog, clock }: AccessLogDependencies,
  query: AccessLogQuery,
): Promise<AccessLogPage> => {
  const { cursor, from, to, limit, canary } = query
  const items: AccessEntry[] = []
  const last = to ?? londonDate(clock.now())
  let day = cursor ? dayOf(cursor) : (from ?? last)
  let place = startOf(query)
  const stop = addDays(day, mostDays)
  for (let reads = 0; day <= last && day < stop && items.length < limit && reads < mostReads; reads += 1) {
    const wanted = limit - items.length
    const found = await accessLog.ofDay(day, { from: place, to: end, limit: wanted })
    items.push(...found.filter(({ principal }) => canary !== 'left_out' || !principal.isCanary))
    const lastFound = found.at(-1)
    const isMore = lastFound !== undefined && found.length === wanted
    if (lastFound) place = placeAfter(lastFound)
    if (!isMore) [day, place] = [addDays(day, 1), `${startOfDay(addDays(day, 1))}#`]
  }
  return { items, next: day <= last ? place : null }
}

/** A page of the access log, oldest first: of one referral, of one person, or of some days. */
export const readAccessLog =
  (dependencies: AccessLogDependencies) =>
  async (query: AccessLogQuery): Promise<AccessLogPage> => {
    const { accessLog } = dependencies
    const { referral, principal, limit } = query
    const stretch = { from: startOf(query), to: endOf(query), limit }
    if (referral === undefined && principal === undefined) return ofDays(dependencies, query)
    const items = await (referral === undefined
      ? accessLog.ofPerson(principal ?? '', stretch)
      : accessLog.ofReferral(referral, stretch))
    return { items, next: nextAfter(items, limit) }
  }
