import type { Receipt } from '../actions/receipt.ts'
import type { ReferralView } from '../actions/view.ts'
import { answer, type Answer } from './answer.ts'

/** A referral as an answer: its version is its ETag; a change that stands comes with its receipt. */
export const answerReferral = (statusCode: 200 | 201, view: ReferralView, receipt?: Receipt): Answer =>
  answer(
    statusCode,
    { ...view, ...(receipt && { receipt }) },
    {
      headers: {
        etag: `"${view.version}"`,
        ...(statusCode === 201 && { location: `/v1/referrals/${view.id}` }),
      },
      referrals: [view.id],
    },
  )
