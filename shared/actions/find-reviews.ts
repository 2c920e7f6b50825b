import { londonDate } from '../domain/dates.ts'
import { reviewDueOn } from '../domain/referral/review.ts'
import type { ReferenceData } from '../domain/rules.ts'
import type { ReferralStore } from '../store/referral-store.ts'
import type { ReviewsStore } from '../store/reviews-store.ts'
import type { Clock } from './ports.ts'

export type FindReviewsDependencies = {
  readonly referrals: Pick<ReferralStore, 'every'>
  readonly reviews: Pick<ReviewsStore, 'remember'>
  readonly reference: Pick<ReferenceData, 'policy'>
  readonly clock: Clock
}

/** So many fit into one item several times over; when they are decided on, the next search finds the rest. */
const mostNamed = 2000

/**
 * Reads through all referrals for those whose retention review has come up by today in London, and leaves word of them
 * for the UKFIU. Answers how many there are.
 */
export const findReviews =
  ({ referrals, reviews, reference, clock }: FindReviewsDependencies) =>
  async (): Promise<number> => {
    const foundOn = londonDate(clock.now())
    const due: { id: string; dueOn: typeof foundOn }[] = []
    for await (const page of referrals.every()) {
      for (const referral of page) {
        const dueOn = reviewDueOn(referral, reference.policy)
        if (dueOn !== undefined && dueOn <= foundOn) due.push({ id: referral.id, dueOn })
      }
    }
    const inOrder = due.toSorted((one, other) => (one.dueOn + one.id < other.dueOn + other.id ? -1 : 1))
    await reviews.remember({ foundOn, found: due.length, due: inOrder.slice(0, mostNamed) })
    return due.length
  }
