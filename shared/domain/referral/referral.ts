import type { Instant, LocalDate } from '../dates.ts'
import type { Deadline } from '../deadline.ts'
import type { Owable, Rung } from '../response-policy.ts'
import type { Registration } from './registration.ts'
import type { Acknowledgement, Outcome, Received } from './returns.ts'

export const referralStatuses = [
  'awaiting_acknowledgement',
  'awaiting_first_return',
  'outcome_received',
] as const
export type ReferralStatus = (typeof referralStatuses)[number]

/** How far up the reminder ladder the referral has been taken, for what was then owed. */
export type LadderPosition = { readonly owed: Owable; readonly rung: Rung }

type Common = {
  readonly id: string
  readonly version: number
  readonly registration: Registration
  readonly answeringUnit: string
  readonly registeredAt: Instant
  readonly changedAt: Instant
  /** As set when the referral was made: late stays late, whatever happens to a date later. */
  readonly originalFirstReturnDueOn: LocalDate
}

type Open = Common & {
  readonly firstReturnDue: Deadline
  readonly lastReminder?: LadderPosition | undefined
}

export type AwaitingAcknowledgement = Open & {
  readonly status: 'awaiting_acknowledgement'
  readonly acknowledgementDue: Deadline
  readonly firstReturnTakesOverOn: LocalDate
}

export type AwaitingFirstReturn = Open & {
  readonly status: 'awaiting_first_return'
  readonly acknowledgement: Acknowledgement
}

export type GivenOutcome = {
  readonly outcome: Outcome
  /** The referral's version that this outcome is. */
  readonly version: number
  readonly at: Instant
  readonly codeLists: string
}

export type OutcomeReceived = Common & {
  readonly status: 'outcome_received'
  /** Absent when the outcome was the first word of the force: a return acknowledges by itself. */
  readonly acknowledgement?: Acknowledgement | undefined
  readonly firstReturn: Received
  readonly firstOutcome: Received
  readonly given: GivenOutcome
}

/** One SAR reference passed to one organisation, as its history leaves it. */
export type Referral = AwaitingAcknowledgement | AwaitingFirstReturn | OutcomeReceived
export type OpenReferral = AwaitingAcknowledgement | AwaitingFirstReturn

export const isOpen = (referral: Referral): referral is OpenReferral => referral.status !== 'outcome_received'
