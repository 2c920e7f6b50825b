import { erasureBody, retentionBody } from '../../shared/contracts/requests.ts'
import { erase } from '../../shared/domain/referral/erase.ts'
import { retain } from '../../shared/domain/referral/retain.ts'
import { byUkfiu, type Changing } from './referrals.ts'

/* What a retention review decides, as steps of a test's own history. */

/** The UKFIU keeps it until another day. */
export const retaining =
  (
    when: string,
    nextReviewOn: string,
    rationale = 'An inquiry has asked for everything of that time.',
  ): Changing =>
  (referral) => {
    const retention = retentionBody.parse({ reason: 'inspection_or_inquiry', rationale, nextReviewOn })
    return retain(referral, retention, byUkfiu(referral, when))
  }

/** The UKFIU erases it: only the decision, not what it does to the history. */
export const erasing =
  (when: string): Changing =>
  (referral) =>
    erase(referral, erasureBody.parse({ reason: 'no_longer_needed' }), byUkfiu(referral, when))
