import type { Instant, LocalDate } from '../domain/dates.ts'
import type { Principal } from '../domain/principal.ts'
import { owedOn, type Owed } from '../domain/referral/owed.ts'
import type { Referral, ReferralStatus } from '../domain/referral/referral.ts'
import type { Registration } from '../domain/referral/registration.ts'
import type { Acknowledgement, Outcome } from '../domain/referral/returns.ts'

/** A referral as its readers see it; the SAR reference, who else holds the SAR and where it was redirected are for the UKFIU alone. */
export type ReferralView = Omit<Registration, 'sarReference'> & {
  readonly id: string
  readonly version: number
  readonly status: ReferralStatus
  readonly owed: Owed | null
  readonly firstReturnDueOn: LocalDate
  readonly registeredAt: Instant
  readonly acknowledgement: Acknowledgement | null
  readonly outcome: Outcome | null
  readonly sarReference?: string
  readonly alsoWith?: readonly string[]
  readonly redirectedTo?: { readonly id: string; readonly organisation: string }
  readonly redirectedFrom?: string
}

/** What is told to a reader on a London day. `holders` are the organisations that hold the same SAR. */
export const viewFor = (
  principal: Principal,
  referral: Referral,
  today: LocalDate,
  holders: readonly string[],
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
    ...(principal.role === 'ukfiu' && {
      sarReference,
      alsoWith: holders.filter((organisation) => organisation !== registration.organisation),
      ...(referral.status === 'redirected' && { redirectedTo: referral.redirectedTo }),
      ...(referral.redirectedFrom !== undefined && { redirectedFrom: referral.redirectedFrom }),
    }),
  }
}
