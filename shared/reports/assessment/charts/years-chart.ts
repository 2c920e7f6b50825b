import { withheld, type AnnualSummary } from '../../../domain/figures/summary.ts'
import type { Report } from '../../../domain/figures/report.ts'
import { counted, rateInWords } from '../words/numbers.ts'
import { bar, type Drawing } from './drawing.ts'

const yearInWords = ({ reportingYear, response }: AnnualSummary): string => {
  const { responseRate } = response
  const rate =
    responseRate === withheld ? 'withheld' : (rateInWords(responseRate) ?? 'none, as none came due')
  return `${reportingYear}: ${counted(response.referralsMade, 'referral')} made; response rate ${rate}.`
}

/** The referrals and the response rate of this year and the earlier ones, the latest first. */
export const yearsChart = ({ summary, earlier }: Report): Drawing => {
  const years = [summary, ...earlier.map((year) => year.summary)]
  return {
    id: 'years',
    title: 'This year against earlier ones',
    alt: years.map(yearInWords).join(' '),
    labels: 'above',
    panels: ['Referrals made', 'Response rate (95% interval)'],
    rows: years.map(({ reportingYear, response }) => ({
      label: reportingYear,
      marks: [bar(response.referralsMade), { kind: 'rate', rate: response.responseRate }],
    })),
    nothing: 'No referrals were made in any of the years, so there is nothing to show.',
  }
}
