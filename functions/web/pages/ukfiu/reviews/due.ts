import type { ReferralView } from '../../../../../shared/actions/view.ts'
import type { LocalDate } from '../../../../../shared/domain/dates.ts'

/** Whether a referral waits for its review to be decided, on a London day. */
export const isDueForReview = ({ retention }: ReferralView, today: LocalDate): boolean =>
  retention?.state === 'kept' && retention.reviewDueOn <= today
