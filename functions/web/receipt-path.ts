import type { Receipt } from '../../shared/actions/receipt.ts'

/** Where the receipt for a change of a referral is, whoever made it. */
export const receiptPath = ({ referral, version }: Pick<Receipt, 'referral' | 'version'>): string =>
  `/referrals/${referral}/receipts/${version}`
