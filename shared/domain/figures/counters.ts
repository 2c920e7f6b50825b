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

/** Everything that is counted. A referral adds one, or nothing, to each; `noReturn` is by original first-return date. */
export type CounterName =
  | 'referralsMade'
  | 'withdrawn'
  | 'redirected'
  | 'returnedOnTime'
  | 'returnedLate'
  | `noReturn:${string}`
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
  Object.entries(counters)
    .filter(([name, count]) => name.startsWith(prefix) && count !== 0)
    .map(([name, count]) => [name.slice(prefix.length), count])

/** Several sets of counts as one. */
export const sumOf = (all: Iterable<Counters>): Counters => {
  const total: Record<string, number> = {}
  for (const counters of all) {
    for (const [name, count] of Object.entries(counters)) total[name] = (total[name] ?? 0) + count
  }
  return total
}
