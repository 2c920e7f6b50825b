import { kentsId } from './ids.ts'
import type { Step } from './step.ts'
import { invalid } from './told.ts'

const at = '2026-07-15T09:00:00.000Z'
const auditor = { as: 'auditor', at } as const

const registeredAt = '2026-06-01T09:00:00.000Z'
const firstRequest = '0b9d2f51-6f5e-4f0e-9a52-3c1d7a6e8f40'
const secondRequest = '03ed33a5-c3cc-4cdd-a7ac-45c0def34780'
const firstEntry = `${registeredAt}#${firstRequest}`
const secondEntry = `${registeredAt}#${secondRequest}`

/** The registration of Kent's referral; the second of its requests found it there. */
const collected = {
  at: registeredAt,
  requestId: firstRequest,
  principal: { id: 'ukfiu', name: 'UKFIU officer', role: 'ukfiu' },
  route: 'registerReferral',
  path: '/v1/referrals',
  processing: 'collection',
  status: 201,
  referrals: [kentsId],
}

/** Auditors read the access log, and anybody reads this document. */
export const overseeing: readonly Step[] = [
  {
    name: 'readAccessLogOfReferral',
    summary: 'Who has seen or changed a referral',
    route: 'readAccessLog',
    ...auditor,
    query: { referral: kentsId, limit: '1' },
    status: 200,
    answer: { items: [collected], next: firstEntry },
  },
  {
    name: 'readAccessLogOn',
    summary: 'The next page of it',
    route: 'readAccessLog',
    ...auditor,
    query: {
      referral: kentsId,
      limit: '1',
      cursor: firstEntry,
    },
    status: 200,
    answer: { items: [{ ...collected, requestId: secondRequest, status: 200 }], next: secondEntry },
  },
  {
    name: 'readAccessLogOfPerson',
    summary: 'What somebody did in some days',
    route: 'readAccessLog',
    ...auditor,
    query: { principal: 'force-surrey', from: '2026-07-01', to: '2026-07-31' },
    status: 200,
    answer: {
      items: [
        {
          at: '2026-07-14T09:00:00.000Z',
          requestId: '3c8a74a3-d749-47a0-9eb2-7de39e0de940',
          principal: {
            id: 'force-surrey',
            name: 'Surrey Police professional standards',
            role: 'force',
            organisation: 'surrey',
          },
          route: 'readReferral',
          path: `/v1/referrals/${kentsId}`,
          processing: 'consultation',
          status: 404,
          referrals: [],
        },
      ],
      next: null,
    },
  },
  {
    name: 'readAccessLogOfBoth',
    summary: 'Two questions at once',
    route: 'readAccessLog',
    ...auditor,
    query: { principal: 'force-surrey', referral: kentsId },
    status: 422,
    answer: invalid(['/principal', 'Ask by referral or by principal, not by both.']),
  },
  {
    name: 'health',
    summary: 'It is up',
    route: 'health',
    as: 'nobody',
    at,
    status: 200,
    answer: { status: 'up' },
  },
  {
    name: 'readOpenApi',
    summary: 'This document',
    route: 'readOpenApi',
    as: 'nobody',
    at,
    status: 200,
    answer: { openapi: '3.1.1' },
  },
]
