import type { AnnualSummary } from '../../../domain/figures/summary.ts'
import { alone, counted, sumOf } from '../words/numbers.ts'
import { bar, type Drawing } from './drawing.ts'
import { figures, largest } from './response-charts.ts'

export const evidenceChart = ({ evidenceOfCorruption: found, response }: AnnualSummary): Drawing => {
  const parts = [
    ['Actual corruption', found.actual, 'strong'],
    ['Potential corruption', found.potential, 'light'],
    ['No evidence of corruption', found.none, 'hollow'],
    ['Unable to determine', found.unable_to_determine, 'hollow'],
    ['No outcome yet', found.no_outcome_yet, 'hatch'],
  ] as const
  const evidence = counted(sumOf(found.actual, found.potential), 'referral')
  return {
    id: 'evidence',
    title: 'Evidence of corruption',
    alt: `Evidence of actual or potential corruption was reported in ${evidence} of the ${alone(
      response.referralsMade,
    )} made. ${figures(parts.map(([label, count]) => [label, count] as const))}`,
    labels: 'above',
    panels: ['Referrals'],
    rows: parts.map(([label, count, fill]) => ({ label, marks: [bar(count, fill)] })),
    nothing: 'No referrals were made, so there is nothing to show.',
  }
}

export const categoriesChart = ({ corruptionCategories: categories }: AnnualSummary): Drawing => {
  const totals = categories.map(({ label, actual, potential }) => [label, sumOf(actual, potential)] as const)
  const most = largest(totals)
  const shown = categories.filter(({ actual, potential }) => actual !== 0 || potential !== 0)
  return {
    id: 'categories',
    title: 'Corruption categories, actual and potential',
    alt: [
      most && `Largest of the numbers shown: ${most}. `,
      ...shown.map(
        ({ label, actual, potential }) =>
          `${label}: ${alone(actual)} actual, ${alone(potential)} potential. `,
      ),
      shown.length < categories.length ? 'None in any other category.' : '',
    ]
      .join('')
      .trim(),
    labels: 'above',
    panels: ['Actual', 'Potential'],
    rows: categories.map(({ label, actual, potential }) => ({
      label,
      marks: [bar(actual), bar(potential, 'light')],
    })),
    nothing: 'No evidence of corruption was reported in any category, so there is nothing to show.',
  }
}
