import type { ExtensionReason, RedirectReason, WithdrawalReason } from '../../shared/domain/codes.ts'

/** What the UKFIU does about sample referrals afterwards. EVERY NUMBER IS AN ASSUMPTION: see `assumptions.ts`. */

/**
 * Assumption: each often enough to be seen. `extended` is of those
 * acknowledged and not answered shortly before they fall due; `redirected` is of those answered as not our personnel.
 */
export const moves = { withdrawn: 0.025, extended: 0.2, redirected: 0.65 } as const
/** Assumption: how soon after what they answer to, in the UKFIU's working days. */
export const movesAfter = {
  withdrawn: { soonest: 3, latest: 60 },
  redirected: { soonest: 2, latest: 15 },
  /** Before the first return falls due. */
  extended: { soonest: 1, latest: 4 },
} as const
/** Assumption: by how much a date is put off, in working days. */
export const extendedBy = [5, 10, 10, 15, 20] as const

/** Assumption: mistakes are the commonest reason to withdraw; each comes up. */
export const withdrawalReasonShares: Readonly<Record<WithdrawalReason, number>> = {
  registered_in_error: 0.4,
  duplicate: 0.35,
  sar_withdrawn: 0.15,
  other: 0.1,
}
/** Assumption: all of these follow an answer of "not our personnel". */
export const redirectReasonShares: Readonly<Record<RedirectReason, number>> = {
  not_our_personnel: 0.7,
  moved_force: 0.25,
  answered_elsewhere: 0,
  other: 0.05,
}
/** Assumption: each comes up. */
export const extensionReasonShares: Readonly<Record<ExtensionReason, number>> = {
  awaiting_proceedings: 0.25,
  covert_enquiry: 0.15,
  awaiting_another_body: 0.25,
  complexity: 0.3,
  other: 0.05,
}
