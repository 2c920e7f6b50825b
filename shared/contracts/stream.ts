import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'

/** An attribute as DynamoDB writes it down. The items hold no sets and nothing binary. */
const attribute: z.ZodType<AttributeValue> = z.lazy(() =>
  z.union([
    z.strictObject({ S: z.string() }),
    z.strictObject({ N: z.string() }),
    z.strictObject({ BOOL: z.boolean() }),
    z.strictObject({ NULL: z.literal(true) }),
    z.strictObject({ L: z.array(attribute) }),
    z.strictObject({ M: z.record(z.string(), attribute) }),
  ]),
)

/** A change of the referrals table, as its stream tells it. Referrals are never deleted: there is a new image. */
export const referralChange = z.object({
  eventID: z.string(),
  dynamodb: z.object({
    SequenceNumber: z.string(),
    Keys: z.object({ id: z.object({ S: z.string() }) }),
    NewImage: z.record(z.string(), attribute),
  }),
})
