import type { Instant, LocalDate } from '../dates.ts'
import type { Deadline } from '../deadline.ts'
import type { Actor } from '../principal.ts'
import type { LadderPosition } from './referral.ts'
import type { Owable } from '../response-policy.ts'
import type { Erasure, ExtensionRequest, Redirection, Retention, Withdrawal } from './moves.ts'
import type { Registration } from './registration.ts'
import type { Acknowledgement, Outcome, ProgressReport, Received } from './returns.ts'
import type { Written } from './written.ts'

export type Registered = {
  readonly type: 'registered'
  readonly id: string
  readonly registration: Registration<Written>
  /** The organisation whose unit answers. */
  readonly answeringUnit: string
  readonly redirectedFrom?: string | undefined
  readonly acknowledgementDue: Deadline
  readonly firstReturnDue: Deadline
  /** From this day on an unacknowledged referral owes its first return instead. */
  readonly firstReturnTakesOverOn: LocalDate
}

export type Acknowledged = {
  readonly type: 'acknowledged'
  readonly acknowledgement: Acknowledgement<Written>
}

export type ProgressReported = {
  readonly type: 'progress_reported'
  readonly report: ProgressReport<Written>
  readonly received: Received
  readonly updateDue: Deadline
}

export type OutcomeGiven = {
  readonly type: 'outcome_given'
  readonly outcome: Outcome<Written>
  readonly received: Received
  readonly codeLists: string
}

export type ReferralRedirected = {
  readonly type: 'redirected'
  readonly redirection: Redirection<Written>
  /** The referral that was opened with the other organisation. */
  readonly to: string
}

export type ReferralWithdrawn = { readonly type: 'withdrawn'; readonly withdrawal: Withdrawal<Written> }

export type DateExtended = {
  readonly type: 'date_extended'
  readonly extension: ExtensionRequest<Written>
  readonly owed: Owable
  readonly due: Deadline
}

/** The dates of an open referral as a changed calendar has them; those that it no longer has are left out. */
export type DatesRecalculated = {
  readonly type: 'dates_recalculated'
  readonly acknowledgementDue?: Deadline | undefined
  readonly firstReturnDue?: Deadline | undefined
  readonly firstReturnTakesOverOn?: LocalDate | undefined
  readonly updateDue?: Deadline | undefined
}

export type Reminded = {
  readonly type: 'reminded'
  /** The day whose reminder it was. */
  readonly on: LocalDate
  /** The step of the ladder, the cut-off, or both. */
  readonly sent: readonly LadderPosition[]
  /** The steps that a missed run passed over. */
  readonly passedOver: readonly LadderPosition[]
}

/** The review of a closed referral came up, and the UKFIU keeps it. */
export type ReferralRetained = { readonly type: 'retained'; readonly retention: Retention<Written> }

/** The review of a closed referral came up, and the UKFIU erased it: every text in its history is null from then on. */
export type ReferralErased = { readonly type: 'erased'; readonly erasure: Erasure }

/** What can happen to a registered referral. */
export type ReferralChange =
  | Acknowledged
  | ProgressReported
  | OutcomeGiven
  | ReferralRedirected
  | ReferralWithdrawn
  | DateExtended
  | DatesRecalculated
  | Reminded
  | ReferralRetained
  | ReferralErased

export type ReferralEvent = Registered | ReferralChange

/** When, by whom and as which version of the referral it happened. */
export type Recorded<Event> = Event & {
  readonly version: number
  readonly at: Instant
  readonly by: Actor
}

/** A referral's whole history, oldest first; registering comes first and only there. */
export type History = readonly [Recorded<Registered>, ...Recorded<ReferralChange>[]]
