import {
  withheld,
  type AnnualSummary,
  type Count,
  type MonthCounts,
  type Withheld,
} from '../../../domain/figures/summary.ts'
import { monthInWords } from '../../../domain/dates.ts'
import { alone, counted } from '../words/numbers.ts'
import { responseRateSentence } from '../words/response-rate.ts'
import { listed, sentence } from '../words/text.ts'
import { bar, type Drawing } from './drawing.ts'

const noReferrals = 'No referrals were made, so there is nothing to show.'

/** Labels with their figures as a sentence for those who can't see the bars. */
export const figures = (parts: readonly (readonly [label: string, count: Count])[]): string =>
  `${parts.map(([label, count]) => `${label}: ${alone(count)}`).join('; ')}.`

export const returnsChart = (summary: AnnualSummary): Drawing => {
  const { referralsMade, returnedOnTime, returnedLate, outstanding, notYetDue } = summary.response
  const parts = [
    ['Returned on time', returnedOnTime],
    ['Returned late', returnedLate],
    ['Outstanding', outstanding],
    ['Not yet due', notYetDue],
  ] as const
  return {
    id: 'returns',
    title: 'Returns by timeliness',
    alt: `${responseRateSentence(summary)} ${sentence(counted(referralsMade, 'referral'))} made. ${figures(parts)}`,
    labels: 'above',
    panels: ['Referrals'],
    rows: parts.map(([label, count], index) => ({
      label,
      marks: [bar(count, index < 2 ? 'strong' : 'hatch')],
    })),
    nothing: noReferrals,
  }
}

/** What is largest among counts, each with a name: `March 2026 (12)`, or several that are equal; empty for none. */
export const largest = (parts: readonly (readonly [label: string, count: Count])[]): string => {
  const most = Math.max(0, ...parts.map(([, count]) => (count === withheld ? 0 : count)))
  const names = parts.flatMap(([label, count]) => (most > 0 && count === most ? [label] : []))
  return names.length === 0 ? '' : `${listed(names)} (${most}${names.length > 1 ? ' each' : ''})`
}

const mostOf = (
  months: readonly MonthCounts<Withheld>[],
  what: string,
  count: (month: MonthCounts<Withheld>) => Count,
): string => {
  const named = largest(months.map((month) => [monthInWords(month.month), count(month)] as const))
  const hidden = months.some((month) => count(month) === withheld)
  return named && `${hidden ? 'Of the numbers shown, the' : 'The'} most ${what}: ${named}. `
}

/** The table beside the chart has its 48 figures; the alternative text says what stands out in them. */
export const monthsChart = ({ responseByMonth }: AnnualSummary): Drawing => ({
  id: 'months',
  title: 'Response by month referred',
  alt: [
    'For each month: first returns on time and late, outstanding and not yet due. ',
    mostOf(responseByMonth, 'referrals were made in', ({ referralsMade }) => referralsMade),
    mostOf(responseByMonth, 'are outstanding from', ({ outstanding }) => outstanding),
    'The table of responses by month gives every figure.',
  ].join(''),
  labels: 'beside',
  panels: ['On time', 'Late', 'Outstanding', 'Not yet due'],
  rows: responseByMonth.map(({ month, returnedOnTime, returnedLate, outstanding, notYetDue }) => ({
    label: monthInWords(month).replace(/^(\w{3})\w*/, '$1'),
    marks: [bar(returnedOnTime), bar(returnedLate), bar(outstanding, 'hatch'), bar(notYetDue, 'hatch')],
  })),
  nothing: noReferrals,
})

export const ageChart = ({ response, outstandingByAge }: AnnualSummary): Drawing => ({
  id: 'age',
  title: 'Outstanding referrals by age',
  alt: `${sentence(counted(response.outstanding, 'referral'))} outstanding, by the time since the first return was due. ${figures(
    outstandingByAge.map(({ label, count }) => [label, count] as const),
  )}`,
  labels: 'above',
  panels: ['Outstanding'],
  rows: outstandingByAge.map(({ label, count }) => ({ label, marks: [bar(count, 'hatch')] })),
  nothing: 'No referral is outstanding, so there is nothing to show.',
})
