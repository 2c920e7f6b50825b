import { inWords } from '../../../domain/dates.ts'
import type { Report } from '../../../domain/figures/report.ts'
import { counted } from '../words/numbers.ts'
import { sentence } from '../words/text.ts'

/** How to read this year beside earlier ones; nothing where there are none. */
export const yearsText = ({ earlier, summary }: Report): readonly string[] => {
  const [last] = earlier
  if (!last) return []
  const before = counted(last.summary.response.referralsMade, 'referral')
  const now = counted(summary.response.referralsMade, 'referral')
  return [
    `${sentence(now)} ${summary.response.referralsMade === 1 ? 'was' : 'were'} made this year, and ${before} in ${last.year}.`,
    'Earlier years are as their latest approved edition has them, or as at the same day where none was approved. A change in the number of referrals can come of reporting, of recognising police personnel in reports, or of both.',
  ]
}

/** What changed since the edition before, in short; nothing where no edition is revised. */
export const revisionText = ({ standing }: Report): readonly string[] => {
  if (standing.state === 'live' || standing.revision === null) return []
  const { revises, asAt, figures } = standing.revision
  const revised = `This edition revises edition ${revises}, which was as at ${inWords(asAt)}.`
  return figures.length === 0
    ? [`${revised} No figure has changed.`]
    : [
        `${revised} ${sentence(counted(figures.length, 'figure'))} ${figures.length === 1 ? 'has' : 'have'} changed; the table says why.`,
      ]
}
