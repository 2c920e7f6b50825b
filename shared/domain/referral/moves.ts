import type { ExtensionReason, RedirectReason, WithdrawalReason } from '../codes.ts'

type Reasoned<Reason> = { readonly reason: Reason; readonly rationale: string }

/** The UKFIU passes the SAR on to another organisation. */
export type Redirection = Reasoned<RedirectReason> & { readonly organisation: string }

/** The UKFIU takes the referral back. It is kept and counted, never deleted. */
export type Withdrawal = Reasoned<WithdrawalReason>

/** The UKFIU puts off the date now owed. */
export type ExtensionRequest = Reasoned<ExtensionReason> & { readonly workingDays: number }
