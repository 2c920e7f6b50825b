import type { Instant, LocalDate } from '../dates.ts'
import type { Deadline } from '../deadline.ts'
import type { Actor } from '../principal.ts'
import type { Owable, Rung } from '../response-policy.ts'
import type { Registration } from './registration.ts'
import type { Acknowledgement, Outcome, Received } from './returns.ts'

export type Registered = {
  readonly type: 'registered'
  readonly id: string
  readonly registration: Registration
  /** The organisation whose unit answers. */
  readonly answeringUnit: string
  readonly acknowledgementDue: Deadline
  readonly firstReturnDue: Deadline
  /** From this day on an unacknowledged referral owes its first return instead. */
  readonly firstReturnTakesOverOn: LocalDate
}

export type Acknowledged = { readonly type: 'acknowledged'; readonly acknowledgement: Acknowledgement }

export type OutcomeGiven = {
  readonly type: 'outcome_given'
  readonly outcome: Outcome
  readonly received: Received
  readonly codeLists: string
}

export type Reminded = {
  readonly type: 'reminded'
  /** The day whose reminder it was. */
  readonly on: LocalDate
  readonly owed: Owable
  readonly rung: Rung
  /** The rungs that a missed run passed over. */
  readonly passedOver: readonly { readonly owed: Owable; readonly rung: Rung }[]
}

/** What can happen to a referral. */
export type ReferralEvent = Registered | Acknowledged | OutcomeGiven | Reminded

/** When, by whom and as which version of the referral it happened. */
export type Recorded<Event> = Event & {
  readonly version: number
  readonly at: Instant
  readonly by: Actor
}

/** A referral's whole history, oldest first; registering comes first and only there. */
export type History = readonly [Recorded<Registered>, ...Recorded<Exclude<ReferralEvent, Registered>>[]]
