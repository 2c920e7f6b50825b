import type {
  ErasureReason,
  ExtensionReason,
  RedirectReason,
  RetentionReason,
  WithdrawalReason,
} from '../codes.ts'
import type { LocalDate } from '../dates.ts'

type Reasoned<Reason, Text> = { readonly reason: Reason; readonly rationale: Text }

/** The UKFIU passes the SAR on to another organisation. */
export type Redirection<Text = string> = Reasoned<RedirectReason, Text> & { readonly organisation: string }

/** The UKFIU takes the referral back. It is kept and counted, never deleted. */
export type Withdrawal<Text = string> = Reasoned<WithdrawalReason, Text>

/** The UKFIU puts off the date now owed. */
export type ExtensionRequest<Text = string> = Reasoned<ExtensionReason, Text> & {
  readonly workingDays: number
}

/** The UKFIU keeps a closed referral whose review has come up, until it comes up again. */
export type Retention<Text = string> = Reasoned<RetentionReason, Text> & { readonly nextReviewOn: LocalDate }

/** The UKFIU erases a closed referral down to what is counted. There is no text: it would outlive what it is about. */
export type Erasure = { readonly reason: ErasureReason }
