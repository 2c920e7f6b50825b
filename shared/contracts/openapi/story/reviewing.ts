import { problem } from '../../problem.ts'
import { essexsId, kentsId, surreysId } from './ids.ts'
import type { Step } from './step.ts'
import { essexsWithdrawn, surreysRedirected, toTheUkfiu, withReceipt } from './told.ts'

const ukfiu = { as: 'ukfiu', at: '2028-06-05T09:00:00.000Z' } as const

/** Two years on, the reviews of what was closed on the first day come up. */
export const reviewing: readonly Step[] = [
  {
    name: 'listReviews',
    summary: 'What is due for review',
    route: 'listReviews',
    ...ukfiu,
    query: { limit: '10' },
    status: 200,
    answer: {
      foundOn: '2028-06-05',
      found: 2,
      items: [
        {
          id: essexsId,
          organisation: 'essex',
          referredOn: '2026-06-01',
          status: 'withdrawn',
          closedAt: '2026-06-01T13:00:00.000Z',
          dueOn: '2028-06-01',
        },
      ],
    },
  },
  {
    name: 'retain',
    summary: 'An inquiry has asked for it',
    route: 'retain',
    ...ukfiu,
    path: { id: surreysId },
    body: {
      reason: 'inspection_or_inquiry',
      rationale: 'The inspection of vetting has asked for everything of these two years.',
      nextReviewOn: '2029-06-04',
    },
    status: 200,
    answer: withReceipt(
      {
        ...toTheUkfiu(surreysRedirected, 'SAR-2026/000419', 'sussex'),
        version: 3,
        retention: { state: 'kept', reviewDueOn: '2029-06-04' },
      },
      ukfiu.at,
    ),
  },
  {
    name: 'erase',
    summary: 'Nobody needs it any more',
    route: 'erase',
    ...ukfiu,
    path: { id: essexsId },
    body: { reason: 'no_longer_needed' },
    status: 200,
    answer: withReceipt(
      {
        ...toTheUkfiu(essexsWithdrawn, null),
        version: essexsWithdrawn.version + 1,
        retention: { state: 'erased', erasedAt: ukfiu.at, reason: 'no_longer_needed' },
      },
      ukfiu.at,
    ),
  },
  {
    name: 'eraseTooEarly',
    summary: 'Its review has not come up',
    route: 'erase',
    ...ukfiu,
    path: { id: kentsId },
    body: { reason: 'no_longer_needed' },
    status: 409,
    answer: problem(
      409,
      'The referral is outcome_received, so this is not possible. Its review has not come up yet, so nothing is decided on it. It comes up on 10 July 2028.',
    ),
  },
]
