import { withheld } from '../../domain/figures/summary.ts'
import type { Report } from '../../domain/figures/report.ts'
import { csvOf } from '../csv.ts'
import type { Cell, Column, Row, Table } from './table.ts'
import { tablesOf } from './tables.ts'
import { shorthand } from './words/numbers.ts'

const columns = [
  'reporting_year',
  'as_at',
  'version',
  'edition',
  'state',
  'table',
  'row',
  'row_label',
  'row_details',
  'measure',
  'measure_label',
  'value',
  'lower',
  'upper',
  'shorthand',
]

type Line = Readonly<Record<string, string | number>>

const value = (cell: Cell | undefined): Cell =>
  cell === undefined || cell === withheld || cell === null ? '' : cell

const shorthandOf = (cell: Cell): string => {
  if (cell === withheld) return shorthand.withheld
  return cell === null ? shorthand.notApplicable : ''
}

const isBound = ({ key }: Column, all: readonly Column[]): boolean =>
  all.some((other) => key === `${other.key}Low` || key === `${other.key}High`)

/** A line for a figure, with the bounds of its interval where it has one. */
const lineOf = (table: Table, row: Row, column: Column, index: number): Line => {
  const bound = (end: 'Low' | 'High'): Cell =>
    value(row.cells[table.columns.findIndex(({ key }) => key === `${column.key}${end}`)])
  const cell = row.cells[index] ?? null
  return {
    measure: column.key,
    measure_label: column.label,
    value: value(cell) ?? '',
    lower: bound('Low') ?? '',
    upper: bound('High') ?? '',
    shorthand: shorthandOf(cell),
  }
}

const rowLines = (table: Table, row: Row): readonly Line[] => {
  const details = table.columns.flatMap(({ kind, label }, index) =>
    kind === 'text' && index > 0 ? [`${label}: ${row.cells[index] ?? ''}`] : [],
  )
  const named = {
    table: table.id,
    row: row.key,
    row_label: row.cells[0] ?? '',
    row_details: details.join('; '),
  }
  return table.columns.flatMap((column, index) =>
    column.kind === 'text' || isBound(column, table.columns)
      ? []
      : [{ ...named, ...lineOf(table, row, column, index) }],
  )
}

/** The year's figures as tidy CSV: a line for every figure. Proportions are from 0 to 1; dates are written as ISO 8601. */
export const assessmentCsv = (report: Report): string => {
  const { summary, standing } = report
  const from = {
    reporting_year: summary.reportingYear,
    as_at: summary.asAt,
    version: summary.version,
    edition: standing.state === 'live' ? '' : standing.edition,
    state: standing.state,
  }
  const lines = tablesOf(report).flatMap((table) => table.rows.flatMap((row) => rowLines(table, row)))
  return csvOf(
    columns,
    lines.map((line) => ({ ...from, ...line })),
  )
}
