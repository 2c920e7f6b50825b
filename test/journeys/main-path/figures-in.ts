import * as z from 'zod'
import { close } from './expected-summary.ts'

/** The service's summary, read strictly, in the form that the test's own reckoning has. */

const number = z.number().transform(close)
const rate = z.strictObject({ value: number, low: number, high: number }).nullable()
const answered = {
  referralsMade: z.int(),
  returnedOnTime: z.int(),
  returnedLate: z.int(),
  outstanding: z.int(),
  notYetDue: z.int(),
}
const counts = { ...answered, responseRate: rate }
const spread = z.strictObject({ count: z.int(), median: z.int().nullable(), p90: z.int().nullable() })
const label = z.string().min(1)

const withoutZeros = <Key extends string>(
  items: readonly ({ code: string } & Record<Key, number>)[],
  key: Key,
) => Object.fromEntries(items.filter((item) => item[key] !== 0).map((item) => [item.code, item[key]]))

const codeCounts = z
  .array(z.strictObject({ code: z.string(), label, count: z.int() }))
  .transform((items) => withoutZeros(items, 'count'))
const categoryCounts = z
  .array(z.strictObject({ code: z.string(), label, actual: z.int(), potential: z.int() }))
  .transform((items) => ({
    actual: withoutZeros(items, 'actual'),
    potential: withoutZeros(items, 'potential'),
  }))
const kindCounts = z
  .array(z.strictObject({ code: z.string(), label, referrals: z.int(), actual: z.int(), potential: z.int() }))
  .transform((items) => ({
    referrals: withoutZeros(items, 'referrals'),
    actual: withoutZeros(items, 'actual'),
    potential: withoutZeros(items, 'potential'),
  }))

const byCode = <Item extends { readonly code: string }>(items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => (a.code < b.code ? -1 : 1))

const organisation = z
  .strictObject({
    code: z.string(),
    name: label,
    ...counts,
    oldestOutstandingDays: z.int().nullable(),
    outstandingReferrals: z.array(z.strictObject({ id: z.string(), daysOverdue: z.int() })),
  })
  .transform(({ name: _, ...row }) => row)

const theme = z
  .strictObject({ code: z.string(), label, organisations: z.int() })
  .transform(({ label: _, ...row }) => row)

const summary = z
  .strictObject({
    reportingYear: z.string(),
    asAt: z.string(),
    version: z.literal('internal'),
    countingUnit: z.literal('referral'),
    response: z.strictObject({ ...counts, withdrawn: z.int(), redirected: z.int() }),
    responseByMonth: z.array(z.strictObject({ month: z.string(), ...answered })),
    outstandingByAge: codeCounts,
    evidenceOfCorruption: z.record(z.string(), z.int()),
    corruptionCategories: categoryCounts,
    otherConcerns: codeCounts,
    actions: codeCounts,
    disciplinaryActions: codeCounts,
    criminalOutcomes: codeCounts,
    intelligenceValue: codeCounts,
    subjectTypes: kindCounts,
    linkTypes: kindCounts,
    timeliness: z.strictObject({ workingDaysToFirstReturn: spread, workingDaysToOutcome: spread }),
    organisations: z.array(organisation).transform(byCode),
    themes: z.array(theme).transform(byCode),
    dataQuality: z.looseObject({ referralsWithoutRecordedRisk: z.int() }),
  })
  .transform(({ reportingYear: _, asAt: __, version: ___, countingUnit: ____, dataQuality, ...figures }) => ({
    ...figures,
    referralsWithoutRecordedRisk: dataQuality.referralsWithoutRecordedRisk,
  }))

export const figuresIn = (body: unknown) => summary.parse(body)
