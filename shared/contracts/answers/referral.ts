import * as z from 'zod'
import { referralStatuses } from '../../domain/referral/referral.ts'
import { owable } from '../items.ts'
import { erasureReasons } from '../../domain/codes.ts'
import { keptAcknowledgement, keptOutcome } from '../kept.ts'
import { registrationFields } from '../requests.ts'
import { code, instant, localDate, organisationCode, referralId, text } from '../values.ts'

/** What an organisation owes for a referral now. */
export const owed = z.strictObject({
  what: owable,
  dueOn: localDate.describe('The last day on which it is in time.'),
  overdue: z.boolean().describe('True from the day after `dueOn`.'),
  explanation: z.string().describe('Sentences that let you work the date out again.'),
})

/** Proof that an answer is recorded. */
export const receipt = z.strictObject({
  reference: z.string().describe('Quote this when you ask about the answer.'),
  at: instant.describe('When it was recorded.'),
  referral: referralId,
  version: z.int().positive().describe('The version of the referral that the answer is.'),
})

const { sarReference, ...registered } = registrationFields

const registrationTold = {
  ...registered,
  handling: z.enum(['P', 'C']),
  handlingConditions: text(1, 2000)
    .nullable()
    .optional()
    .describe('Present when `handling` is `C`; null once it is erased.'),
  sarReference: sarReference.nullable().optional().describe('For the UKFIU only; null once it is erased.'),
}

/** A registration as everybody who may see the referral reads it. */
export const registration = z.strictObject(registrationTold)

/** What is to become of a closed referral. */
export const retention = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('kept'),
    reviewDueOn: localDate.describe('The day on which it comes up for review.'),
  }),
  z.strictObject({
    state: z.literal('erased'),
    erasedAt: instant.describe('When all that was written into it was erased.'),
    reason: code(erasureReasons).describe('Why.'),
  }),
])

/** A referral as its readers see it. */
export const referral = z.strictObject({
  id: referralId.describe('Its opaque reference.'),
  version: z.int().positive().describe('Goes up by one with each change; the `ETag` holds it in quotes.'),
  ...registrationTold,
  status: z.enum(referralStatuses).describe('How far its life has come.'),
  owed: owed.nullable().describe('What is owed now; null once nothing is.'),
  firstReturnDueOn: localDate.describe(
    'When the first return is due, or was. Once there is a return, the date as first set: late stays late.',
  ),
  registeredAt: instant.describe('When the UKFIU recorded it.'),
  acknowledgement: keptAcknowledgement.nullable().describe('Null until somebody acknowledges it.'),
  outcome: keptOutcome.nullable().describe('The latest version of the outcome; null until there is one.'),
  retention: retention.nullable().describe('Null while it is open.'),
  alsoWith: z
    .array(organisationCode)
    .optional()
    .describe('For the UKFIU only: other organisations that hold the same SAR.'),
  redirectedTo: z
    .strictObject({ id: referralId, organisation: organisationCode })
    .optional()
    .describe('For the UKFIU only: the referral that this one was redirected into.'),
  redirectedFrom: referralId
    .optional()
    .describe('For the UKFIU only: the referral that was redirected into this one.'),
})

/** A referral after a change, with the receipt for it. */
export const changedReferral = referral.extend({ receipt })

/** A page of a list; `next` is the place where it goes on. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    next: z
      .string()
      .nullable()
      .describe('Send it as `cursor` for the next page; null on the last. It means nothing else.'),
  })
