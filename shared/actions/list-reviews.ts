import { londonDate, type Instant, type LocalDate } from '../domain/dates.ts'
import { isOpen, type Referral, type ReferralStatus } from '../domain/referral/referral.ts'
import { reviewDueOn } from '../domain/referral/review.ts'
import type { ReferenceData } from '../domain/rules.ts'
import type { ReferralStore } from '../store/referral-store.ts'
import type { ReviewsStore } from '../store/reviews-store.ts'
import type { Clock } from './ports.ts'

export type ListReviewsDependencies = {
  readonly referrals: Pick<ReferralStore, 'read'>
  readonly reviews: Pick<ReviewsStore, 'found'>
  readonly reference: Pick<ReferenceData, 'policy'>
  readonly clock: Clock
}

/** A closed referral whose review has come up. */
export type DueReview = {
  readonly id: string
  readonly organisation: string
  readonly referredOn: LocalDate
  readonly status: ReferralStatus
  readonly closedAt: Instant
  readonly dueOn: LocalDate
}

/** What waits for a decision, and when it was last looked for. */
export type DueReviews = {
  readonly foundOn: LocalDate | null
  /** How many that search found, with those that were decided on since. */
  readonly found: number
  readonly items: readonly DueReview[]
}

const waiting = (
  referral: Referral,
  { reference, clock }: Pick<ListReviewsDependencies, 'reference' | 'clock'>,
): DueReview[] => {
  if (isOpen(referral)) return []
  const dueOn = reviewDueOn(referral, reference.policy)
  if (dueOn === undefined || dueOn > londonDate(clock.now())) return []
  const { id, registration, status, closedAt } = referral
  const { organisation, referredOn } = registration
  return [{ id, organisation, referredOn, status, closedAt, dueOn }]
}

/**
 * At most `limit` of the referrals that the last search found for review and that still wait, the longest due first.
 * Each is read as it now stands, so one that was decided on is gone at once.
 */
export const listReviews =
  (dependencies: ListReviewsDependencies) =>
  async (limit: number): Promise<DueReviews> => {
    const { foundOn, found, due } = (await dependencies.reviews.found()) ?? {
      foundOn: null,
      found: 0,
      due: [],
    }
    const items: DueReview[] = []
    for (let from = 0; from < due.length && items.length < limit; from += limit) {
      const named = due.slice(from, from + limit).map(({ id }) => id)
      const read = await dependencies.referrals.read(named)
      items.push(...read.flatMap(({ referral }) => waiting(referral, dependencies)))
    }
    return { foundOn, found, items: items.slice(0, limit) }
  }
