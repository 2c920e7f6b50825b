import type { Instant } from '../../shared/domain/dates.ts'
import type { ExtensionRequest, Redirection, Withdrawal } from '../../shared/domain/referral/moves.ts'
import type { Registration } from '../../shared/domain/referral/registration.ts'
import type { Acknowledgement, Outcome, ProgressReport } from '../../shared/domain/referral/returns.ts'

/**
 * Something that happens to a referral after it is registered. What follows a redirection happens to the referral
 * that it opens. To add a kind: name it here, let `answers.ts` or `moves.ts` make it, and say in `../take-step.ts` by
 * which action it is done.
 */
export type SampleStep = { readonly at: Instant } & (
  | { readonly kind: 'acknowledge'; readonly acknowledgement: Acknowledgement }
  | { readonly kind: 'report_progress'; readonly report: ProgressReport }
  | { readonly kind: 'give_outcome'; readonly outcome: Outcome }
  | { readonly kind: 'extend'; readonly extension: ExtensionRequest }
  | { readonly kind: 'redirect'; readonly redirection: Redirection }
  | { readonly kind: 'withdraw'; readonly withdrawal: Withdrawal }
)

/** A made-up referral: what the UKFIU registers and when, and what becomes of it, in the order of time. */
export type SampleReferral = {
  readonly registration: Registration
  readonly registeredAt: Instant
  readonly steps: readonly SampleStep[]
}
