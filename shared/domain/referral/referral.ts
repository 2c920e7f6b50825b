import type { Instant, LocalDate } from '../dates.ts'
import type { Deadline } from '../deadline.ts'
import type { Owable, Rung } from '../response-policy.ts'
import type { Erasure, ExtensionRequest, Retention } from './moves.ts'
import type { Registration } from './registration.ts'
import type { Acknowledgement, Outcome, ProgressReport, Received } from './returns.ts'
import type { Written } from './written.ts'

export const referralStatuses = [
  'awaiting_acknowledgement',
  'awaiting_first_return',
  'awaiting_update',
  'outcome_received',
  'redirected',
  'withdrawn',
] as const
export type ReferralStatus = (typeof referralStatuses)[number]

/** How far up the reminder ladder the referral has been taken, for what was then owed. */
export type LadderPosition = { readonly owed: Owable; readonly rung: Rung }

type Common = {
  readonly id: string
  readonly version: number
  readonly registration: Registration<Written>
  readonly answeringUnit: string
  /** The referral that was redirected into this one. */
  readonly redirectedFrom?: string | undefined
  readonly registeredAt: Instant
  readonly changedAt: Instant
  /** As set when the referral was made, by the calendar in force: late stays late, however often it is put off. */
  readonly originalFirstReturnDueOn: LocalDate
}

type Open = Common & {
  readonly lastReminder?: LadderPosition | undefined
  /** Whether it has been reminded of its year's cut-off, which is done once. */
  readonly remindedOfCutOff: boolean
  /** How often the UKFIU has put off a date of it. */
  readonly timesExtended: number
  /** The last time it did, so that the same request sent again is known. */
  readonly lastExtension?: { readonly request: ExtensionRequest<Written>; readonly on: LocalDate } | undefined
}

export type AwaitingAcknowledgement = Open & {
  readonly status: 'awaiting_acknowledgement'
  readonly acknowledgementDue: Deadline
  readonly firstReturnDue: Deadline
  /** From this day on it owes its first return instead. */
  readonly firstReturnTakesOverOn: LocalDate
}

export type AwaitingFirstReturn = Open & {
  readonly status: 'awaiting_first_return'
  readonly acknowledgement: Acknowledgement<Written>
  readonly firstReturnDue: Deadline
}

/** A return acknowledges by itself, so an acknowledgement may never have been given. */
type Returned = {
  readonly acknowledgement?: Acknowledgement<Written> | undefined
  readonly firstReturn: Received
}

export type AwaitingUpdate = Open &
  Returned & {
    readonly status: 'awaiting_update'
    readonly lastReport: ProgressReport<Written>
    readonly updateDue: Deadline
  }

export type GivenOutcome = {
  readonly outcome: Outcome<Written>
  /** The referral's version that this outcome is. */
  readonly version: number
  readonly at: Instant
  readonly codeLists: string
}

type Closed = Common & {
  /** When it closed; an outcome that is corrected closes it again. */
  readonly closedAt: Instant
  /** The last review that kept it. */
  readonly retained?: Retention<Written> | undefined
  /** That it was erased down to what is counted: nothing more happens to it. */
  readonly erased?: (Erasure & { readonly at: Instant }) | undefined
}

export type OutcomeReceived = Closed &
  Returned & {
    readonly status: 'outcome_received'
    readonly firstOutcome: Received
    readonly given: GivenOutcome
  }

export type Redirected = Closed & {
  readonly status: 'redirected'
  readonly redirectedTo: { readonly id: string; readonly organisation: string }
}

export type Withdrawn = Closed & { readonly status: 'withdrawn' }

/** One SAR reference passed to one organisation, as its history leaves it. */
export type Referral = OpenReferral | ClosedReferral
export type OpenReferral = AwaitingAcknowledgement | AwaitingFirstReturn | AwaitingUpdate
export type ClosedReferral = OutcomeReceived | Redirected | Withdrawn

export const isOpen = (referral: Referral): referral is OpenReferral => 'timesExtended' in referral

/** A referral of which only what is counted is left. */
export type ErasedReferral = ClosedReferral & { readonly erased: NonNullable<ClosedReferral['erased']> }

export const isErased = (referral: Referral): referral is ErasedReferral =>
  !isOpen(referral) && referral.erased !== undefined
