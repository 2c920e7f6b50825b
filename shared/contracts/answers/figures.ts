import * as z from 'zod'
import { localDate, organisationCode, referralId, reportingYear } from '../values.ts'

const count = z.int().nonnegative()
const share = z.number().min(0).max(1)
const listed = { code: z.string(), label: z.string() }
const byEvidence = { actual: count, potential: count }

/** A proportion with its 95% Wilson interval. */
export const rate = z.strictObject({ value: share, low: share, high: share })

export const codeCount = z.strictObject({ ...listed, count })
export const categoryCount = z.strictObject({ ...listed, ...byEvidence })
export const kindCount = z.strictObject({ ...listed, referrals: count, ...byEvidence })

/** Working days it took: how many there were, the median and the 90th percentile. */
export const spread = z.strictObject({ count, median: count.nullable(), p90: count.nullable() })

const responded = {
  referralsMade: count.describe('Not counting those that were withdrawn or redirected.'),
  returnedOnTime: count.describe('First return on or before the date first set for it.'),
  returnedLate: count.describe('First return after that date.'),
  outstanding: count.describe('No return, and that date is past.'),
  notYetDue: count.describe('No return, and that date is not past.'),
  responseRate: rate
    .nullable()
    .describe('Returned out of returned and outstanding; null when there are none.'),
}

/** How a year's referrals were answered; `returnedOnTime` to `notYetDue` sum to `referralsMade`. */
export const response = z.strictObject({ ...responded, withdrawn: count, redirected: count })

export const timeliness = z.strictObject({ workingDaysToFirstReturn: spread, workingDaysToOutcome: spread })

export const evidenceCounts = z.strictObject({
  ...byEvidence,
  none: count,
  unable_to_determine: count,
  no_outcome_yet: count.describe('Not answered is never counted as none.'),
})

export const theme = z.strictObject({ ...listed, organisations: count })

export const organisationFigures = z.strictObject({
  code: organisationCode,
  name: z.string(),
  ...responded,
  oldestOutstandingDays: count.nullable().describe('Calendar days since its first-return date.'),
  outstandingReferrals: z.array(z.strictObject({ id: referralId, daysOverdue: count })),
})

/** The SAR summary of a reporting year. */
export const annualSummary = z.strictObject({
  reportingYear,
  asAt: localDate.describe('The London day at whose end the figures stand.'),
  version: z.literal('internal'),
  countingUnit: z.literal('referral'),
  response,
  evidenceOfCorruption: evidenceCounts.describe('Sums to `referralsMade`.'),
  corruptionCategories: z.array(categoryCount),
  otherConcerns: z.array(codeCount),
  actions: z.array(codeCount),
  disciplinaryActions: z.array(codeCount),
  criminalOutcomes: z.array(codeCount),
  intelligenceValue: z.array(codeCount),
  subjectTypes: z.array(kindCount),
  linkTypes: z.array(kindCount),
  timeliness,
  organisations: z.array(organisationFigures),
  themes: z.array(theme).describe('Categories with evidence in three or more organisations.'),
  dataQuality: z.strictObject({
    organisationsWithReferrals: count,
    organisationsInScope: count,
    cutOff: localDate.describe('Returns after this day are left to the next edition.'),
    referralsWithoutRecordedRisk: count,
    codeListVersions: z.array(z.string()),
  }),
})
