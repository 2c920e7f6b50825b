import { addMonths, inWords, londonDate, type LocalDate } from '../dates.ts'
import { refused, type Result } from '../result.ts'
import type { Refusal } from '../refusal.ts'
import type { ResponsePolicy } from '../response-policy.ts'
import { todayOf, type CommandContext } from './command.ts'
import { ifPossible } from './lifecycle.ts'
import { isErased, isOpen, type Referral } from './referral.ts'

/**
 * The London day on which a closed referral comes up for review, as section 39(2) of the Data Protection Act 2018 asks:
 * so many months after it closed, or when the last review said, whichever is later. None while it is open, and none
 * once it is erased.
 */
export const reviewDueOn = (
  referral: Referral,
  { retention }: Pick<ResponsePolicy, 'retention'>,
): LocalDate | undefined => {
  if (isOpen(referral) || isErased(referral)) return undefined
  const first = addMonths(londonDate(referral.closedAt), retention.reviewAfterMonths)
  const asked = referral.retained?.nextReviewOn
  return asked !== undefined && asked > first ? asked : first
}

/** A decision of a review, unless the referral is not closed, or its review has not come up yet. */
export const ifReviewDue = <Value>(
  referral: Referral,
  command: 'retain' | 'erase',
  { now, rules }: CommandContext,
  decide: () => Result<Value, Refusal>,
): Result<Value, Refusal> =>
  ifPossible(referral, command, () => {
    const dueOn = reviewDueOn(referral, rules.policy)
    if (dueOn !== undefined && dueOn <= todayOf(referral, now)) return decide()
    const when = dueOn === undefined ? '' : ` It comes up on ${inWords(dueOn)}.`
    const detail = `Its review has not come up yet, so nothing is decided on it.${when}`
    return refused({ kind: 'not_in_this_state', status: referral.status, detail })
  })
