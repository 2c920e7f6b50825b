import { roles } from '../domain/principal.ts'
import { retentionRoutes } from './retention-routes.ts'
import type { Route } from './route.ts'

export type { Route }

/** Who reads the year's figures. */
const assessing = ['ukfiu', 'sta_author', 'sta_approver'] as const

/**
 * The one table of routes. The API construct makes its resources from it, each function takes its handlers'
 * keys from it, and who may call is decided from it before any handler runs.
 */
export const routes = {
  registerReferral: {
    method: 'POST',
    path: '/v1/referrals',
    servedBy: 'referrals',
    allowed: ['ukfiu'],
    logged: 'collection',
  },
  importReferrals: {
    method: 'POST',
    path: '/v1/referrals/import',
    servedBy: 'referrals',
    allowed: ['ukfiu'],
    logged: 'collection',
  },
  listReferrals: {
    method: 'GET',
    path: '/v1/referrals',
    servedBy: 'reports',
    allowed: ['ukfiu', 'force'],
    logged: 'consultation',
  },
  readReferral: {
    method: 'GET',
    path: '/v1/referrals/{id}',
    servedBy: 'reports',
    allowed: ['ukfiu', 'force'],
    logged: 'consultation',
  },
  readHistory: {
    method: 'GET',
    path: '/v1/referrals/{id}/history',
    servedBy: 'reports',
    allowed: ['ukfiu', 'force'],
    logged: 'consultation',
  },
  redirect: {
    method: 'POST',
    path: '/v1/referrals/{id}/redirection',
    servedBy: 'referrals',
    allowed: ['ukfiu'],
    logged: 'alteration',
  },
  withdraw: {
    method: 'POST',
    path: '/v1/referrals/{id}/withdrawal',
    servedBy: 'referrals',
    allowed: ['ukfiu'],
    logged: 'alteration',
  },
  extend: {
    method: 'POST',
    path: '/v1/referrals/{id}/extension',
    servedBy: 'referrals',
    allowed: ['ukfiu'],
    logged: 'alteration',
  },
  ...retentionRoutes,
  acknowledge: {
    method: 'POST',
    path: '/v1/referrals/{id}/acknowledgement',
    servedBy: 'returns',
    allowed: ['force'],
    logged: 'alteration',
  },
  reportProgress: {
    method: 'POST',
    path: '/v1/referrals/{id}/progress-reports',
    servedBy: 'returns',
    allowed: ['force'],
    logged: 'alteration',
  },
  giveOutcome: {
    method: 'PUT',
    path: '/v1/referrals/{id}/outcome',
    servedBy: 'returns',
    allowed: ['force'],
    logged: 'alteration',
  },
  readNonResponses: {
    method: 'GET',
    path: '/v1/non-responses',
    servedBy: 'reports',
    allowed: ['ukfiu'],
    logged: 'consultation',
  },
  listLearning: {
    method: 'GET',
    path: '/v1/learning-points',
    servedBy: 'reports',
    allowed: ['ukfiu'],
    logged: 'consultation',
  },
  listOrganisations: {
    method: 'GET',
    path: '/v1/organisations',
    servedBy: 'reports',
    allowed: roles,
    logged: null,
  },
  readContacts: {
    method: 'GET',
    path: '/v1/organisations/{code}/contacts',
    servedBy: 'reports',
    allowed: ['ukfiu', 'force'],
    logged: 'consultation',
  },
  nameContacts: {
    method: 'PUT',
    path: '/v1/organisations/{code}/contacts',
    servedBy: 'returns',
    allowed: ['ukfiu', 'force'],
    logged: 'alteration',
  },
  readStatement: {
    method: 'GET',
    path: '/v1/organisations/{code}/statement',
    servedBy: 'reports',
    allowed: ['ukfiu', 'force'],
    logged: 'disclosure',
  },
  readAssessment: {
    method: 'GET',
    path: '/v1/assessments/{year}',
    servedBy: 'assessments',
    allowed: assessing,
    logged: 'combination',
  },
  freezeEdition: {
    method: 'POST',
    path: '/v1/assessments/{year}/editions',
    servedBy: 'assessments',
    allowed: ['sta_author'],
    logged: 'combination',
  },
  listEditions: {
    method: 'GET',
    path: '/v1/assessments/{year}/editions',
    servedBy: 'assessments',
    allowed: assessing,
    logged: 'consultation',
  },
  readEdition: {
    method: 'GET',
    path: '/v1/assessments/{year}/editions/{n}',
    servedBy: 'assessments',
    allowed: assessing,
    logged: 'disclosure',
  },
  approveEdition: {
    method: 'POST',
    path: '/v1/assessments/{year}/editions/{n}/approval',
    servedBy: 'assessments',
    allowed: ['sta_approver'],
    logged: 'alteration',
  },
  returnEdition: {
    method: 'POST',
    path: '/v1/assessments/{year}/editions/{n}/return',
    servedBy: 'assessments',
    allowed: ['sta_approver'],
    logged: 'alteration',
  },
  readAccessLog: {
    method: 'GET',
    path: '/v1/access-log',
    servedBy: 'reports',
    allowed: ['auditor'],
    logged: 'consultation',
  },
  readOpenApi: {
    method: 'GET',
    path: '/v1/openapi.json',
    servedBy: 'reports',
    allowed: 'public',
    logged: null,
  },
  receiveDeliveryReceipt: {
    method: 'POST',
    path: '/v1/delivery-receipts',
    servedBy: 'delivery-receipts',
    // GOV.UK Notify has no token of ours: it bears one of its own, which the function checks.
    allowed: 'public',
    logged: null,
  },
  health: { method: 'GET', path: '/health', servedBy: 'reports', allowed: 'public', logged: null },
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof routes
