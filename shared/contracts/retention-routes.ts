import type { Route } from './route.ts'

/** What becomes of closed referrals: a part of the one table of routes. */
export const retentionRoutes = {
  retain: {
    method: 'POST',
    path: '/v1/referrals/{id}/retention',
    servedBy: 'referrals',
    allowed: ['ukfiu'],
    logged: 'alteration',
  },
  erase: {
    method: 'POST',
    path: '/v1/referrals/{id}/erasure',
    servedBy: 'referrals',
    allowed: ['ukfiu'],
    logged: 'erasure',
  },
  listReviews: {
    method: 'GET',
    path: '/v1/reviews',
    servedBy: 'reports',
    allowed: ['ukfiu'],
    logged: 'consultation',
  },
} as const satisfies Record<string, Route>
