import * as z from 'zod'
import { referralStatuses } from '../../domain/referral/referral.ts'
import { instant, localDate, organisationCode, referralId } from '../values.ts'

/** A closed referral whose review has come up. */
export const dueReview = z.strictObject({
  id: referralId,
  organisation: organisationCode,
  referredOn: localDate,
  status: z.enum(referralStatuses),
  closedAt: instant.describe('When it closed, or its outcome was last corrected.'),
  dueOn: localDate.describe('When its review came up.'),
})

/** What waits for a decision, the longest due first. */
export const dueReviews = z.strictObject({
  foundOn: localDate.nullable().describe('The day of the last search; null before the first.'),
  found: z.int().nonnegative().describe('How many that search found.'),
  items: z.array(dueReview),
})
