import { kentsId } from './registering.ts'
import type { Step } from './step.ts'

const at = '2026-07-15T09:00:00.000Z'
const auditor = { as: 'auditor', at } as const
const author = { as: 'sta-author', at } as const

/** The authors of the assessment read figures, auditors the access log. */
export const overseeing: readonly Step[] = [
  {
    name: 'readAssessment',
    summary: 'The year so far; the lists are excerpts',
    route: 'readAssessment',
    ...author,
    path: { year: '2026-27' },
    status: 200,
  },
  {
    name: 'readAssessmentTooEarly',
    summary: 'A year that has not begun',
    route: 'readAssessment',
    ...author,
    path: { year: '2030-31' },
    status: 422,
  },
  {
    name: 'readAccessLogOfReferral',
    summary: 'Who has seen or changed a referral',
    route: 'readAccessLog',
    ...auditor,
    query: { referral: kentsId, limit: '1' },
    status: 200,
  },
  {
    name: 'readAccessLogOn',
    summary: 'The next page of it',
    route: 'readAccessLog',
    ...auditor,
    query: {
      referral: kentsId,
      limit: '1',
      cursor: '2026-06-01T09:00:00.000Z#0b9d2f51-6f5e-4f0e-9a52-3c1d7a6e8f40',
    },
    status: 200,
  },
  {
    name: 'readAccessLogOfPerson',
    summary: 'What somebody did in some days',
    route: 'readAccessLog',
    ...auditor,
    query: { principal: 'force-surrey', from: '2026-07-01', to: '2026-07-31' },
    status: 200,
  },
  {
    name: 'readAccessLogOfBoth',
    summary: 'Two questions at once',
    route: 'readAccessLog',
    ...auditor,
    query: { principal: 'force-surrey', referral: kentsId },
    status: 422,
  },
  { name: 'health', summary: 'It is up', route: 'health', as: 'nobody', at, status: 200 },
  { name: 'readOpenApi', summary: 'This document', route: 'readOpenApi', as: 'nobody', at, status: 200 },
]
