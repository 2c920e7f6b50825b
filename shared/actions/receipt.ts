import type { Instant } from '../domain/dates.ts'
import type { Referral } from '../domain/referral/referral.ts'

/** Proof that an answer is recorded: it names the version of the referral that the answer is. */
export type Receipt = {
  readonly reference: string
  readonly at: Instant
  readonly referral: string
  readonly version: number
}

/** The receipt for a version of a referral. The same answer given again earns the same receipt. */
export const receiptFor = ({ id }: Referral, { version, at }: { version: number; at: Instant }): Receipt => ({
  reference: `${id}-${version}`,
  at,
  referral: id,
  version,
})
