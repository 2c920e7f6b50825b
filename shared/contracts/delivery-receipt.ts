import * as z from 'zod'
import { instantAt } from '../domain/dates.ts'

/** When the e-mail was handed to Notify, which writes instants to the microsecond. */
const sentAt = z.iso.datetime().transform((written) => instantAt(Date.parse(written)))

/** What GOV.UK Notify calls back with when it knows what became of an e-mail; more fields may come one day. */
export const deliveryReceiptBody = z.looseObject({
  reference: z.string().nullable(),
  to: z.string(),
  status: z.string(),
  /** A receipt that we can't date is dealt with all the same. */
  created_at: sentAt.optional().catch(undefined),
})
export type DeliveryReceipt = z.infer<typeof deliveryReceiptBody>
