import { instantAt, localDate } from '../../shared/domain/dates.ts'
import type { Report, Revision, Standing } from '../../shared/domain/figures/report.ts'
import { publishedSummary } from './published-summaries.ts'
import { internalSummary } from './summaries.ts'

const revision: Revision = {
  revises: 1,
  asAt: localDate('2026-04-30'),
  figures: [
    {
      figure: 'Referrals: returned late',
      before: 41,
      after: 47,
      because: '6 first returns were received after 30 April 2026.',
    },
    {
      figure: 'Evidence of corruption: potential',
      before: 33,
      after: 37,
      because: '3 outcomes were received and 1 was corrected after 30 April 2026.',
    },
  ],
}

const drafted = {
  edition: 2,
  draftedBy: 'Sam Okafor',
  draftedAt: instantAt(Date.UTC(2026, 4, 12, 9, 30)),
  note: 'Late returns of April are now in.',
  revision,
}

export const standings = {
  live: { state: 'live' },
  draft: { ...drafted, state: 'draft' },
  approved: {
    ...drafted,
    state: 'approved',
    approvedBy: 'Priya Raman',
    approvedAt: instantAt(Date.UTC(2026, 4, 14, 14, 5)),
  },
  returned: {
    ...drafted,
    state: 'returned',
    returnedBy: 'Priya Raman',
    returnedAt: instantAt(Date.UTC(2026, 4, 13, 16, 40)),
    reason: 'Say why the figures of March are low.',
  },
  /** A first edition, which revises nothing. */
  first: { ...drafted, edition: 1, note: 'For the assessment of 2026.', revision: null, state: 'draft' },
} as const satisfies Readonly<Record<string, Standing>>

/** A report of a realistic year: internal, live and with two earlier years, unless it is told otherwise. */
export const reportWith = (change: Partial<Report> = {}): Report => {
  const summary = change.summary ?? internalSummary()
  const yearOf = summary.version === 'internal' ? internalSummary : publishedSummary
  const earlier = [yearOf(2024), yearOf(2023)].map((before, index) => ({
    year: before.reportingYear,
    edition: index + 1,
    summary: before,
  }))
  return { earlier, standing: standings.live, ...change, summary }
}
