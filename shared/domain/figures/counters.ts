import type {
  Action,
  CorruptionCategory,
  CriminalOutcome,
  DisciplinaryAction,
  EvidenceLevel,
  IntelligenceValue,
  LinkType,
  OtherConcern,
  SubjectType,
} from '../codes.ts'

/** Evidence that counts as corruption. */
export type CorruptionEvidence = Extract<EvidenceLevel, 'actual' | 'potential'>

/** The calendar month in which a referral was made, such as `2025-04`. */
export type Month = string

/**
 * Everything that is counted. A referral adds one, or nothing, to each. `noReturn` is also by original first-return
 * date, and `returnedAfterYear` by the day of a first return that came after 31 March: what those days mean for the
 * figures depends on the as-at date and on the cut-off, and neither is known when counting.
 */
export type CounterName =
  | `referralsMade:${Month}`
  | 'withdrawn'
  | 'redirected'
  | `returnedOnTime:${Month}`
  | `returnedLate:${Month}`
  | `noReturn:${Month}:${string}`
  | `returnedAfterYear:${string}`
  | 'riskNotRecorded'
  | `evidence:${EvidenceLevel | 'no_outcome_yet'}`
  | `category:${CorruptionCategory}:${CorruptionEvidence}`
  | `concern:${OtherConcern}`
  | `action:${Action}`
  | `discipline:${DisciplinaryAction}`
  | `criminal:${CriminalOutcome}`
  | `intelligence:${IntelligenceValue}`
  | `subject:${SubjectType}`
  | `subject:${SubjectType}:${CorruptionEvidence}`
  | `link:${LinkType}`
  | `link:${LinkType}:${CorruptionEvidence}`
  | `firstReturnDays:${number}`
  | `outcomeDays:${number}`
  | `codeLists:${string}`

/** Counts by name; a name that is missing counts nothing. */
export type Counters = Readonly<Record<string, number>>

export const countOf = (counters: Counters, name: CounterName): number => counters[name] ?? 0

/** The counts whose names begin with a prefix, by what follows it, without those that are zero. */
export const countsUnder = (counters: Counters, prefix: `${string}:`): [string, number][] =>
  Object.keys(counters).flatMap((name): [string, number][] => {
    const count = name.startsWith(prefix) ? counters[name] : 0
    return count ? [[name.slice(prefix.length), count]] : []
  })

/** How many the counts whose names begin with a prefix come to. */
export const sumUnder = (counters: Counters, prefix: `${string}:`): number =>
  countsUnder(counters, prefix).reduce((sum, [, count]) => sum + count, 0)

/** Several sets of counts as one. */
export const sumOf = (all: Iterable<Counters>): Counters => {
  const total: Record<string, number> = {}
  for (const counters of all) {
    for (const [name, count] of Object.entries(counters)) total[name] = (total[name] ?? 0) + count
  }
  return total
}
