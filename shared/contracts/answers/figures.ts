import * as z from 'zod'
import { localDate, organisationCode, referralId, reportingYear } from '../values.ts'

const count = z.int().nonnegative()
const share = z.number().min(0).max(1)
const listed = { code: z.string(), label: z.string() }

/** A count of the published version. */
export const countOrWithheld = z.union([count, z.literal('c')])

/** A proportion with its 95% Wilson interval. */
export const rate = z.strictObject({ value: share, low: share, high: share })
const rateOrWithheld = z.union([rate, z.literal('c')])

/** The parts of a summary, their counts as one of the versions shows them. */
const partsOf = <Shown extends z.ZodType, ShownRate extends z.ZodType>(
  shown: Shown,
  shownRate: ShownRate,
) => {
  const byEvidence = { actual: shown, potential: shown }
  const answered = {
    referralsMade: shown.describe('Not counting those that were withdrawn or redirected.'),
    returnedOnTime: shown.describe('First return on or before the date first set for it.'),
    returnedLate: shown.describe('First return after that date.'),
    outstanding: shown.describe('No return, and that date is past.'),
    notYetDue: shown.describe('No return, and that date is not past.'),
  }
  const responded = {
    ...answered,
    responseRate: shownRate
      .nullable()
      .describe('Returned out of returned and outstanding; null when there are none.'),
  }
  /** Working days it took: how many there were, the median and the 90th percentile. */
  const spread = z.strictObject({ count: shown, median: shown.nullable(), p90: shown.nullable() })
  return {
    responded,
    spread,
    response: z.strictObject({ ...responded, withdrawn: shown, redirected: shown }),
    codeCount: z.strictObject({ ...listed, count: shown }),
    categoryCount: z.strictObject({ ...listed, ...byEvidence }),
    kindCount: z.strictObject({ ...listed, referrals: shown, ...byEvidence }),
    monthCounts: z.strictObject({ month: z.string(), ...answered }),
    theme: z.strictObject({ ...listed, organisations: shown }),
    timeliness: z.strictObject({ workingDaysToFirstReturn: spread, workingDaysToOutcome: spread }),
    evidenceCounts: z.strictObject({
      ...byEvidence,
      none: shown,
      unable_to_determine: shown,
      no_outcome_yet: shown.describe('Not answered is never counted as none.'),
    }),
    quality: {
      organisationsWithReferrals: count,
      organisationsInScope: count,
      cutOff: localDate.describe('Returns after this day are left to the next edition.'),
      returnedAfterCutOff: shown.describe('First returns that came after the cut-off.'),
      referralsWithoutRecordedRisk: shown,
      codeListVersions: z.array(z.string()),
    },
  }
}

/** What both versions show, in this order. */
const sectionsOf = <Shown extends z.ZodType, ShownRate extends z.ZodType>(
  parts: ReturnType<typeof partsOf<Shown, ShownRate>>,
) => ({
  reportingYear,
  asAt: localDate.describe('The London day at whose end the figures stand.'),
  countingUnit: z.literal('referral'),
  response: parts.response,
  responseByMonth: z.array(parts.monthCounts).describe('By month of referral, such as `2026-04`.'),
  outstandingByAge: z.array(parts.codeCount).describe('By calendar days since the first return was due.'),
  evidenceOfCorruption: parts.evidenceCounts.describe('Sums to `referralsMade`.'),
  corruptionCategories: z.array(parts.categoryCount),
  otherConcerns: z.array(parts.codeCount),
  actions: z.array(parts.codeCount),
  disciplinaryActions: z.array(parts.codeCount),
  criminalOutcomes: z.array(parts.codeCount),
  intelligenceValue: z.array(parts.codeCount),
  subjectTypes: z.array(parts.kindCount),
  linkTypes: z.array(parts.kindCount),
  timeliness: parts.timeliness,
  themes: z.array(parts.theme).describe('Categories with evidence in three or more organisations.'),
})

export const internalParts = partsOf(count, rate)
export const publishedParts = partsOf(countOrWithheld, rateOrWithheld)

export const organisationFigures = z.strictObject({
  code: organisationCode,
  name: z.string(),
  ...internalParts.responded,
  oldestOutstandingDays: count.nullable().describe('Calendar days since its first-return date.'),
  outstandingReferrals: z.array(z.strictObject({ id: referralId, daysOverdue: count })),
})

/** The SAR summary of a reporting year, OFFICIAL-SENSITIVE. */
export const internalSummary = z.strictObject({
  ...sectionsOf(internalParts),
  version: z.literal('internal'),
  organisations: z.array(organisationFigures),
  dataQuality: z.strictObject({
    ...internalParts.quality,
    withHmrcInformation: count.describe('Referrals that the published version leaves out.'),
  }),
})

/** The same for everybody: nobody can be told from it. */
export const publishedSummary = z.strictObject({
  ...sectionsOf(publishedParts),
  version: z.literal('published'),
  dataQuality: z.strictObject({
    ...publishedParts.quality,
    withheldCounts: count.describe('How many counts of the summary are withheld.'),
    counts: count.describe('How many counts it has.'),
  }),
})

/** The SAR summary of a reporting year, in either version. */
export const annualSummary = z.discriminatedUnion('version', [internalSummary, publishedSummary])
