import { roles, type Role } from '../domain/principal.ts'

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  /** The Lambda that serves it: the name of its folder under `functions/`. */
  readonly servedBy: 'referrals' | 'returns' | 'reports'
  /** `public` is answered without a token; an empty list would be a route nobody may call. */
  readonly allowed: readonly Role[] | 'public'
}

/**
 * The one table of routes. The API construct makes its resources from it, each function takes its handlers'
 * keys from it, and who may call is decided from it before any handler runs.
 */
export const routes = {
  registerReferral: { method: 'POST', path: '/v1/referrals', servedBy: 'referrals', allowed: ['ukfiu'] },
  listReferrals: { method: 'GET', path: '/v1/referrals', servedBy: 'reports', allowed: ['ukfiu', 'force'] },
  readReferral: {
    method: 'GET',
    path: '/v1/referrals/{id}',
    servedBy: 'reports',
    allowed: ['ukfiu', 'force'],
  },
  readHistory: {
    method: 'GET',
    path: '/v1/referrals/{id}/history',
    servedBy: 'reports',
    allowed: ['ukfiu', 'force'],
  },
  redirect: {
    method: 'POST',
    path: '/v1/referrals/{id}/redirection',
    servedBy: 'referrals',
    allowed: ['ukfiu'],
  },
  withdraw: {
    method: 'POST',
    path: '/v1/referrals/{id}/withdrawal',
    servedBy: 'referrals',
    allowed: ['ukfiu'],
  },
  extend: { method: 'POST', path: '/v1/referrals/{id}/extension', servedBy: 'referrals', allowed: ['ukfiu'] },
  acknowledge: {
    method: 'POST',
    path: '/v1/referrals/{id}/acknowledgement',
    servedBy: 'returns',
    allowed: ['force'],
  },
  reportProgress: {
    method: 'POST',
    path: '/v1/referrals/{id}/progress-reports',
    servedBy: 'returns',
    allowed: ['force'],
  },
  giveOutcome: { method: 'PUT', path: '/v1/referrals/{id}/outcome', servedBy: 'returns', allowed: ['force'] },
  listOrganisations: { method: 'GET', path: '/v1/organisations', servedBy: 'reports', allowed: roles },
  readAssessment: {
    method: 'GET',
    path: '/v1/assessments/{year}',
    servedBy: 'reports',
    allowed: ['ukfiu', 'sta_author', 'sta_approver'],
  },
  health: { method: 'GET', path: '/health', servedBy: 'reports', allowed: 'public' },
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof routes
