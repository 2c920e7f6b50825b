import type { EvidenceLevel } from '../codes.ts'
import { lastDayOf, reportingYearOf, type ReportingYear } from '../reporting-year.ts'
import type { OutcomeReceived, Referral } from '../referral/referral.ts'
import type { CorruptionEvidence, CounterName, Month } from './counters.ts'

/**
 * What one referral adds to the figures: one to each counter named, of its year and organisation. Referrals with HMRC
 * information are counted apart, because the published version leaves them out.
 */
export type Contribution = {
  readonly year: ReportingYear
  readonly organisation: string
  readonly hmrc: boolean
  readonly counters: readonly CounterName[]
}

const isCorruption = (evidence: EvidenceLevel): evidence is CorruptionEvidence =>
  evidence === 'actual' || evidence === 'potential'

const corruptionFound = (referral: OutcomeReceived): CounterName[] => {
  const { evidenceOfCorruption: evidence, corruptionCategories } = referral.given.outcome
  if (!isCorruption(evidence)) return []
  const { subjectType, linkType } = referral.registration
  return [
    `subject:${subjectType}:${evidence}`,
    `link:${linkType}:${evidence}`,
    ...corruptionCategories.map((category): CounterName => `category:${category}:${evidence}`),
  ]
}

const outcomeCounters = (referral: OutcomeReceived): CounterName[] => {
  const { outcome, codeLists } = referral.given
  return [
    `evidence:${outcome.evidenceOfCorruption}`,
    ...outcome.otherConcerns.map((concern): CounterName => `concern:${concern}`),
    ...outcome.actions.map((action): CounterName => `action:${action}`),
    `discipline:${outcome.disciplinaryAction}`,
    `criminal:${outcome.criminalOutcome}`,
    `intelligence:${outcome.intelligenceValue}`,
    `outcomeDays:${referral.firstOutcome.workingDays}`,
    `codeLists:${codeLists}`,
    ...corruptionFound(referral),
  ]
}

const monthOf = ({ registration }: Referral): Month => registration.referredOn.slice(0, 7)

/** Whether the first return came in time is judged by the date first set, whatever became of it later. */
const returnCounters = (referral: Referral): CounterName[] => {
  const { originalFirstReturnDueOn: due, registration } = referral
  const month = monthOf(referral)
  if (!('firstReturn' in referral)) return [`noReturn:${month}:${due}`]
  const { on, workingDays } = referral.firstReturn
  const afterYear = on > lastDayOf(reportingYearOf(registration.referredOn))
  return [
    on <= due ? `returnedOnTime:${month}` : `returnedLate:${month}`,
    `firstReturnDays:${workingDays}`,
    ...(afterYear ? [`returnedAfterYear:${on}` as const] : []),
  ]
}

const riskIsRecorded = ({ registration: { risk } }: Referral): boolean =>
  risk !== undefined && Object.values(risk).some((level) => level !== undefined)

const counters = (referral: Referral): CounterName[] => {
  if (referral.status === 'withdrawn' || referral.status === 'redirected') return [referral.status]
  const { subjectType, linkType } = referral.registration
  return [
    `referralsMade:${monthOf(referral)}`,
    `subject:${subjectType}`,
    `link:${linkType}`,
    ...(riskIsRecorded(referral) ? [] : (['riskNotRecorded'] as const)),
    ...returnCounters(referral),
    ...(referral.status === 'outcome_received'
      ? outcomeCounters(referral)
      : (['evidence:no_outcome_yet'] as const)),
  ]
}

/** Which counters of which year and organisation a referral adds to, as it stands. */
export const contribution = (referral: Referral): Contribution => ({
  year: reportingYearOf(referral.registration.referredOn),
  organisation: referral.registration.organisation,
  hmrc: referral.registration.containsHmrcInformation,
  counters: counters(referral),
})

/** How the counters move when what was counted for a referral, if anything, gives way to what counts now. */
export const movement = (
  counted: readonly string[],
  counts: readonly string[],
): ReadonlyMap<string, 1 | -1> =>
  new Map<string, 1 | -1>([
    ...counted.filter((name) => !counts.includes(name)).map((name) => [name, -1] as const),
    ...counts.filter((name) => !counted.includes(name)).map((name) => [name, 1] as const),
  ])
