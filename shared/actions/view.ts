import type { ErasureReason } from '../domain/codes.ts'
import type { Instant, LocalDate } from '../domain/dates.ts'
import type { Principal } from '../domain/principal.ts'
import { owedOn, type Owed } from '../domain/referral/owed.ts'
import { isErased, type Referral, type ReferralStatus } from '../domain/referral/referral.ts'
import type { Registration } from '../domain/referral/registration.ts'
import { reviewDueOn } from '../domain/referral/review.ts'
import type { Acknowledgement, Outcome } from '../domain/referral/returns.ts'
import type { Written } from '../domain/referral/written.ts'
import type { ResponsePolicy } from '../domain/response-policy.ts'

/** What is to become of a closed referral: when its review comes up, or that it was erased. */
export type RetentionView =
  | { readonly state: 'kept'; readonly reviewDueOn: LocalDate }
  | { readonly state: 'erased'; readonly erasedAt: Instant; readonly reason: ErasureReason }

/** A referral as its readers see it; the SAR reference, who else holds the SAR and where it was redirected are for the UKFIU alone. */
export type ReferralView = Omit<Registration<Written>, 'sarReference'> & {
  readonly id: string
  readonly version: number
  readonly status: ReferralStatus
  readonly owed: Owed | null
  readonly firstReturnDueOn: LocalDate
  readonly registeredAt: Instant
  readonly acknowledgement: Acknowledgement<Written> | null
  readonly outcome: Outcome<Written> | null
  /** Null while it is open. */
  readonly retention: RetentionView | null
  readonly sarReference?: Written
  readonly alsoWith?: readonly string[]
  readonly redirectedTo?: { readonly id: string; readonly organisation: string }
  readonly redirectedFrom?: string
}

const retentionOf = (referral: Referral, policy: ResponsePolicy): RetentionView | null => {
  if (isErased(referral))
    return { state: 'erased', erasedAt: referral.erased.at, reason: referral.erased.reason }
  const dueOn = reviewDueOn(referral, policy)
  return dueOn === undefined ? null : { state: 'kept', reviewDueOn: dueOn }
}

export type ViewContext = {
  /** The London day. */
  readonly today: LocalDate
  /** The organisations that hold the same SAR. */
  readonly holders: readonly string[]
  readonly policy: ResponsePolicy
}

/** What is told to a reader. */
export const viewFor = (
  principal: Principal,
  referral: Referral,
  { today, holders, policy }: ViewContext,
): ReferralView => {
  const { sarReference, ...registration } = referral.registration
  return {
    id: referral.id,
    version: referral.version,
    ...registration,
    status: referral.status,
    owed: owedOn(referral, today),
    firstReturnDueOn:
      'firstReturnDue' in referral ? referral.firstReturnDue.dueOn : referral.originalFirstReturnDueOn,
    registeredAt: referral.registeredAt,
    acknowledgement: ('acknowledgement' in referral && referral.acknowledgement) || null,
    outcome: referral.status === 'outcome_received' ? referral.given.outcome : null,
    retention: retentionOf(referral, policy),
    ...(principal.role === 'ukfiu' && {
      sarReference,
      alsoWith: holders.filter((organisation) => organisation !== registration.organisation),
      ...(referral.status === 'redirected' && { redirectedTo: referral.redirectedTo }),
      ...(referral.redirectedFrom !== undefined && { redirectedFrom: referral.redirectedFrom }),
    }),
  }
}
