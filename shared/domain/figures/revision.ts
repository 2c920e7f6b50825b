import { addDays, inWords, startOfDay, type Instant, type LocalDate } from '../dates.ts'
import { asAtEndOf } from '../referral/as-at.ts'
import type { History } from '../referral/events.ts'
import { named } from './named.ts'
import { partOf } from './part.ts'
import type { Revised } from './report.ts'
import type { AnnualSummary } from './summary.ts'

/** What made a referral count differently, each with how it is said of one and of several. */
const causes = {
  registered: ['referral was registered', 'referrals were registered'],
  withdrawn: ['referral was withdrawn', 'referrals were withdrawn'],
  redirected: ['referral was redirected', 'referrals were redirected'],
  outcome: ['outcome was received', 'outcomes were received'],
  correction: ['outcome was corrected', 'outcomes were corrected'],
  progress: ['first progress report was received', 'first progress reports were received'],
  time: ['referral grew older without a return', 'referrals grew older without a return'],
} as const
type Cause = keyof typeof causes

/** By figure, how many referrals came to count differently in it and what made them. */
export type Movements = ReadonlyMap<string, ReadonlyMap<Cause, number>>

const causeOf = ([registered, ...changes]: History, after: Instant, before: Instant): Cause => {
  if (registered.at >= after) return 'registered'
  const later = new Set(changes.filter(({ at }) => at >= after && at < before).map(({ type }) => type))
  if (later.has('withdrawn')) return 'withdrawn'
  if (later.has('redirected')) return 'redirected'
  if (later.has('outcome_given')) {
    const gaveOne = changes.some(({ at, type }) => at < after && type === 'outcome_given')
    return gaveOne ? 'correction' : 'outcome'
  }
  return later.has('progress_reported') ? 'progress' : 'time'
}

/** What moved the figures of some referrals from the end of one London day to the end of a later one. */
export const movementsBetween = (histories: Iterable<History>, from: LocalDate, to: LocalDate): Movements => {
  const [then, now] = [asAtEndOf(from), asAtEndOf(to)]
  const [after, before] = [startOfDay(addDays(from, 1)), startOfDay(addDays(to, 1))]
  const movements = new Map<string, Map<Cause, number>>()
  for (const history of histories) {
    const [one, other] = [then(history), now(history)]
    const was = new Set(one ? partOf(one, from) : [])
    const is = new Set(other ? partOf(other, to) : [])
    for (const figure of was.symmetricDifference(is)) {
      const counted = movements.get(figure) ?? new Map<Cause, number>()
      const cause = causeOf(history, after, before)
      movements.set(figure, counted.set(cause, (counted.get(cause) ?? 0) + 1))
    }
  }
  return movements
}

/** The movements of several sets of referrals as one. */
export const together = (all: Iterable<Movements>): Movements => {
  const sum = new Map<string, Map<Cause, number>>()
  for (const movements of all) {
    for (const [figure, counts] of movements) {
      const counted = sum.get(figure) ?? new Map<Cause, number>()
      for (const [cause, count] of counts) counted.set(cause, (counted.get(cause) ?? 0) + count)
      sum.set(figure, counted)
    }
  }
  return sum
}

const isCause = (name: string): name is Cause => Object.hasOwn(causes, name)

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** How many of each are named in the internal version only: in the published one they would give people away. */
const because = (moved: ReadonlyMap<Cause, number> | undefined, withNumbers: boolean, since: LocalDate) => {
  if (!moved) return 'Follows from the counts that moved.'
  const said = Object.keys(causes)
    .filter(isCause)
    .flatMap((cause) => {
      const count = moved.get(cause) ?? 0
      const [one, several] = causes[cause]
      if (count === 0) return []
      return [withNumbers ? `${count} ${count === 1 ? one : several}` : several]
    })
  const text = listed(said)
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} after ${inWords(since)}.`
}

/** Every figure that two editions of a year show differently, in the order of the summary, and why. */
export const revised = (
  before: AnnualSummary,
  after: AnnualSummary,
  movements: Movements,
): readonly Revised[] => {
  const were = new Map(named(before).map(({ name, figure }) => [name, figure]))
  return named(after).flatMap(({ name, figure: now }) => {
    const was = were.get(name) ?? null
    if (was === now) return []
    const why = because(movements.get(name), after.version === 'internal', before.asAt)
    return [{ figure: name, before: was, after: now, because: why }]
  })
}
