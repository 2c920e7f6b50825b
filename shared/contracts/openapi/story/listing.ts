import { surreysId } from './ids.ts'
import type { Step } from './step.ts'
import {
  borderForcesExtended,
  invalid,
  kentsAcknowledged,
  psnisRegistered,
  sussexsRegistered,
  toTheUkfiu,
} from './told.ts'

const at = '2026-06-01T14:00:00.000Z'
const ukfiu = { as: 'ukfiu', at } as const

const nextPage = 'WyJvcGVuIiwiMjAyNi0wNi0xNSNSLTREN0ctWDJLViJd'

/** An urgent referral is written about at once, which is its second version. */
const psnis = toTheUkfiu({ ...psnisRegistered, version: 2 }, 'SAR-2026/000421')

const sussexs = {
  ...toTheUkfiu(sussexsRegistered, 'SAR-2026/000419', 'surrey'),
  redirectedFrom: surreysId,
}

/** What there is at the end of the first day. */
export const listing: readonly Step[] = [
  {
    name: 'list',
    summary: 'What a force owes, the most pressing first',
    route: 'listReferrals',
    as: 'force-kent',
    at,
    query: { status: 'awaiting_first_return' },
    status: 200,
    answer: { items: [kentsAcknowledged], next: null },
  },
  {
    name: 'listFirstPage',
    summary: 'The first page of everything referred in a month',
    route: 'listReferrals',
    ...ukfiu,
    query: { referredFrom: '2026-06-01', referredTo: '2026-06-30', limit: '2' },
    status: 200,
    answer: { items: [psnis, sussexs], next: nextPage },
  },
  {
    name: 'listNextPage',
    summary: 'The next page',
    route: 'listReferrals',
    ...ukfiu,
    query: {
      referredFrom: '2026-06-01',
      referredTo: '2026-06-30',
      limit: '2',
      cursor: nextPage,
    },
    status: 200,
    answer: {
      items: [
        toTheUkfiu(kentsAcknowledged, 'SAR-2026/000417', 'essex'),
        toTheUkfiu(borderForcesExtended, 'SAR-2026/000418'),
      ],
      next: 'WyJjbG9zZWQiLCI5OTk5Il0',
    },
  },
  {
    name: 'listDueSoon',
    summary: 'What one organisation owes within a week',
    route: 'listReferrals',
    ...ukfiu,
    query: { organisation: 'psni', overdue: 'due_soon' },
    status: 200,
    answer: { items: [psnis], next: null },
  },
  {
    name: 'listWithMistakes',
    summary: 'A filter with a value that is not one',
    route: 'listReferrals',
    ...ukfiu,
    query: { status: 'answered', limit: '1000' },
    status: 422,
    answer: invalid(
      [
        '/status',
        'Must be awaiting_acknowledgement or awaiting_first_return or awaiting_update or outcome_received or redirected or withdrawn.',
      ],
      ['/limit', 'Must be 1 to 100.'],
    ),
  },
]
