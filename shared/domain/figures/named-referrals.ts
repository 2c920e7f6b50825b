import type { AnnualSummary } from './summary.ts'

/** The referrals that a summary names, each of which the access log is to know of: the published one names none. */
export const referralsNamedIn = (summary: AnnualSummary): readonly string[] =>
  summary.version === 'internal'
    ? summary.organisations.flatMap(({ outstandingReferrals }) => outstandingReferrals.map(({ id }) => id))
    : []
