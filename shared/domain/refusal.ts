import type { ReferralStatus } from './referral/referral.ts'

/** What is wrong with one field: `pointer` is a JSON pointer into what was sent. */
export type FieldError = { readonly pointer: string; readonly detail: string }

/** Every reason for which the service says no as a matter of course. Nothing has changed when it does. */
export type Refusal =
  | { readonly kind: 'invalid_fields'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'not_permitted' }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'not_in_this_state'; readonly status: ReferralStatus; readonly detail: string }
  /** `detail` names the reason in a whole sentence. */
  | { readonly kind: 'not_possible'; readonly detail: string }
  | { readonly kind: 'already_registered_differently'; readonly id: string }
  | { readonly kind: 'version_required'; readonly current: number }
  | { readonly kind: 'version_stale'; readonly current: number }

export const invalidField = (pointer: string, detail: string): Refusal => ({
  kind: 'invalid_fields',
  errors: [{ pointer, detail }],
})
