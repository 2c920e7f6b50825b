import type { AnnualSummary, InternalSummary } from '../../../domain/figures/summary.ts'
import type { Row } from '../table.ts'
import { answeredColumns, count, number, rateCells, rateColumns, row, text, type Draft } from './draft.ts'
import { answeredCells } from './response.ts'

const versionRows = (summary: AnnualSummary): readonly Row[] =>
  summary.version === 'internal'
    ? [
        row(
          'withHmrcInformation',
          'Referrals with HMRC information, left out of the published version',
          summary.dataQuality.withHmrcInformation,
        ),
      ]
    : [
        row('counts', 'Counts in this summary', summary.dataQuality.counts),
        row('withheldCounts', 'Counts withheld', summary.dataQuality.withheldCounts),
      ]

export const qualityTable = (summary: AnnualSummary): Draft => {
  const quality = summary.dataQuality
  return {
    id: 'quality',
    caption: 'Coverage and completeness',
    columns: [text('measure', 'Measure'), count('number', 'Number')],
    rows: [
      row('organisationsInScope', 'Organisations in scope', quality.organisationsInScope),
      row('organisationsWithReferrals', 'Organisations with referrals', quality.organisationsWithReferrals),
      row('returnedAfterCutOff', 'First returns received after the cut-off', quality.returnedAfterCutOff),
      row(
        'referralsWithoutRecordedRisk',
        'Referrals without a recorded risk',
        quality.referralsWithoutRecordedRisk,
      ),
      ...versionRows(summary),
    ],
    notes: [],
  }
}

const organisationsTable = ({ organisations }: InternalSummary): Draft => ({
  id: 'organisations',
  caption: 'Response by organisation',
  columns: [
    text('organisation', 'Organisation'),
    ...answeredColumns,
    ...rateColumns,
    number('oldestOutstandingDays', 'Oldest outstanding, days'),
  ],
  rows: organisations.map((organisation) =>
    row(
      organisation.code,
      organisation.name,
      ...answeredCells(organisation),
      ...rateCells(organisation.responseRate),
      organisation.oldestOutstandingDays,
    ),
  ),
  notes: [
    'In the order of the list of organisations. This is not a ranking, and says nothing about corruption.',
    'Where an organisation has few referrals its interval is wide, and its rate says little.',
  ],
})

const outstandingTable = ({ organisations }: InternalSummary): Draft => ({
  id: 'outstanding',
  caption: 'Outstanding referrals, by reference and age',
  columns: [
    text('organisation', 'Organisation'),
    text('referral', 'Referral'),
    number('daysOverdue', 'Days overdue'),
  ],
  rows: organisations.flatMap(({ name, outstandingReferrals }) =>
    outstandingReferrals.map(({ id, daysOverdue }) => row(id, name, id, daysOverdue)),
  ),
  notes: ['Calendar days from the date on which the first return was originally due.'],
})

/** What only the internal version has: the organisations, and their outstanding referrals where there are any. */
export const internalTables = (summary: AnnualSummary): readonly Draft[] =>
  summary.version === 'internal' ? [organisationsTable(summary), outstandingTable(summary)] : []
