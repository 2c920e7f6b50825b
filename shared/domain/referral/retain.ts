import { addMonths } from '../dates.ts'
import { unlessIdentities } from '../free-text.ts'
import { invalidField } from '../refusal.ts'
import { ok, refused } from '../result.ts'
import { saysTheSame } from '../same.ts'
import { nothingToChange, record, todayOf, type CommandContext, type Decision } from './command.ts'
import type { ReferralRetained } from './events.ts'
import type { Retention } from './moves.ts'
import { isErased, isOpen, type Referral } from './referral.ts'
import { ifReviewDue } from './review.ts'

/**
 * The UKFIU keeps a closed referral whose review has come up, until the day it names: after today, and no later than
 * the policy lets it be. The same decision sent again changes nothing.
 */
export const retain = (
  referral: Referral,
  retention: Retention,
  context: CommandContext,
): Decision<ReferralRetained> => {
  const stands = !isOpen(referral) && !isErased(referral) && saysTheSame(referral.retained, retention)
  if (stands) return nothingToChange
  return ifReviewDue(referral, 'retain', context, () => {
    const today = todayOf(referral, context.now)
    const latest = addMonths(today, context.rules.policy.retention.againWithinMonths)
    if (retention.nextReviewOn <= today || retention.nextReviewOn > latest) {
      return refused(
        invalidField('/nextReviewOn', `Must be after today (${today}) and no later than ${latest}.`),
      )
    }
    return unlessIdentities({ rationale: retention.rationale }, () =>
      ok(record(referral, { type: 'retained', retention }, context)),
    )
  })
}
