import { inWords } from '../../../domain/dates.ts'
import type { EarlierYear, Report } from '../../../domain/figures/report.ts'
import type { AnnualSummary } from '../../../domain/figures/summary.ts'
import type { Row } from '../table.ts'
import { responseRateSentence } from '../words/response-rate.ts'
import { answeredColumns, count, rateCells, rateColumns, row, text, type Draft } from './draft.ts'
import { answeredCells } from './response.ts'

const yearRow = (summary: AnnualSummary, edition: string): Row =>
  row(
    summary.reportingYear,
    summary.reportingYear,
    edition,
    inWords(summary.asAt),
    ...answeredCells(summary.response),
    ...rateCells(summary.response.responseRate),
    summary.evidenceOfCorruption.actual,
    summary.evidenceOfCorruption.potential,
  )

const earlierRow = ({ summary, edition }: EarlierYear): Row =>
  yearRow(summary, edition === null ? 'Live' : String(edition))

/** This year above the earlier ones; nothing where there are none to compare with. */
export const yearsTable = ({ summary, earlier, standing }: Report): readonly Draft[] => {
  if (earlier.length === 0) return []
  const edition = standing.state === 'live' ? 'Live' : String(standing.edition)
  return [
    {
      id: 'years',
      caption: 'This year against earlier ones',
      columns: [
        text('year', 'Year'),
        text('edition', 'Edition'),
        text('asAt', 'As at'),
        ...answeredColumns,
        ...rateColumns,
        count('actual', 'Actual corruption'),
        count('potential', 'Potential corruption'),
      ],
      rows: [yearRow(summary, edition), ...earlier.map(earlierRow)],
      notes: [
        responseRateSentence(summary),
        'The further back a year, the longer its organisations have had to answer.',
      ],
    },
  ]
}

/** Every figure that this edition changes; nothing where it revises none. */
export const revisionTable = ({ standing }: Report): readonly Draft[] => {
  if (standing.state === 'live' || standing.revision === null) return []
  const { revises, figures } = standing.revision
  if (figures.length === 0) return []
  return [
    {
      id: 'revision',
      caption: `Figures that differ from edition ${revises}`,
      columns: [
        text('figure', 'Figure'),
        count('before', `Edition ${revises}`),
        count('after', `Edition ${standing.edition}`),
        text('because', 'Why it moved'),
      ],
      rows: figures.map(({ figure, before, after, because }) => row(figure, figure, before, after, because)),
      notes: [],
    },
  ]
}
