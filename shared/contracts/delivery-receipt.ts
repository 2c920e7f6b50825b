import * as z from 'zod'

/** What GOV.UK Notify calls back with when it knows what became of an e-mail; more fields may come one day. */
export const deliveryReceiptBody = z.looseObject({
  reference: z.string().nullable(),
  to: z.string(),
  status: z.string(),
})
export type DeliveryReceipt = z.infer<typeof deliveryReceiptBody>
