import type { Report } from '../../domain/figures/report.ts'
import type { Table } from './table.ts'
import type { Draft } from './tables/draft.ts'
import {
  answersTables,
  categoriesTable,
  evidenceTable,
  linksTable,
  subjectsTable,
  themesTable,
} from './tables/outcomes.ts'
import { internalTables, qualityTable } from './tables/quality.ts'
import { ageTable, monthsTable, rateTable, responseTable, timelinessTable } from './tables/response.ts'
import { revisionTable, yearsTable } from './tables/years.ts'

const drafts = (report: Report): readonly Draft[] => {
  const { summary } = report
  return [
    responseTable(summary),
    rateTable(summary),
    monthsTable(summary),
    ageTable(summary),
    evidenceTable(summary),
    categoriesTable(summary),
    themesTable(summary),
    ...answersTables(summary),
    subjectsTable(summary),
    linksTable(summary),
    timelinessTable(summary),
    ...yearsTable(report),
    ...revisionTable(report),
    qualityTable(summary),
    ...internalTables(summary),
  ]
}

/** Every table of the assessment that has a row, numbered in the order of the document. */
export const tablesOf = (report: Report): readonly Table[] =>
  drafts(report)
    .filter(({ rows }) => rows.length > 0)
    .map((draft, index) => ({ ...draft, number: index + 1 }))
