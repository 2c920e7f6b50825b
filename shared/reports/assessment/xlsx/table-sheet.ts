import type { CellObject } from 'write-excel-file/node'
import { withheld } from '../../../domain/figures/summary.ts'
import type { Cell, Column, ColumnKind, Table } from '../table.ts'
import { shorthand } from '../words/numbers.ts'
import { boldCell, numberCell, shorthandCell, textCell, titleCell, wrappedCell, type Sheet } from './sheet.ts'

const formats: Readonly<Record<Exclude<ColumnKind, 'text'>, string>> = {
  count: '#,##0',
  rate: '0.0%',
  number: '#,##0',
}

/** A text after the first column keeps a little off the numbers that may stand to the left of it. */
const indented = (cell: CellObject, index: number): CellObject => (index > 0 ? { ...cell, indent: 1 } : cell)

const written = ({ kind }: Column, cell: Cell, index: number): CellObject => {
  if (kind === 'text') return indented(wrappedCell(String(cell ?? '')), index)
  if (cell === withheld) return shorthandCell(shorthand.withheld)
  if (cell === null) return shorthandCell(shorthand.notApplicable)
  return typeof cell === 'number' ? numberCell(cell, formats[kind]) : textCell(cell)
}

const heading = ({ kind, label }: Column, index: number): CellObject =>
  kind === 'text' ? indented(boldCell(label), index) : { ...boldCell(label), align: 'right' }

/** In characters: the first column holds labels, the others of text hold sentences or names. */
const widthOf = ({ kind }: Column, index: number, longest: number): number => {
  if (kind !== 'text') return 14
  return Math.min(Math.max(longest + 3, 12), index === 0 ? 48 : 60)
}

export const sheetName = ({ number }: Table): string => `Table ${number}`

/** A sheet with a table alone: title, what to know of it, one heading row, the figures. Nothing is merged or left blank. */
export const tableSheet = (table: Table, marking: string): Sheet => {
  const about = [`${marking}. This worksheet contains one table.`, ...table.notes]
  const rows = table.rows.map(({ cells }) =>
    table.columns.map((column, index) => written(column, cells[index] ?? null, index)),
  )
  const longest = (index: number): number =>
    Math.max(...table.rows.map(({ cells }) => String(cells[index] ?? '').length))
  return {
    name: sheetName(table),
    rows: [
      [titleCell(`Table ${table.number}: ${table.caption}`)],
      ...about.map((line) => [textCell(line)]),
      table.columns.map(heading),
      ...rows,
    ],
    widths: table.columns.map((column, index) => widthOf(column, index, longest(index))),
    table: {
      name: `table_${table.number}_${table.id}`,
      top: about.length + 1,
      columns: table.columns.map(({ label }) => label),
      rows: rows.length,
    },
    links: [],
  }
}
