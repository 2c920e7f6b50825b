import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Column, Table as Shown } from '../table.ts'
import { cellInWords } from '../words/cell.ts'

/** The width between the margins of an A4 page, upright and across, in twentieths of a point. */
const pageWidths = { upright: 9638, across: 14570 } as const

/** A table with more columns than this needs the page across. */
const mostUpright = 7

/** Whether a table is too wide for an upright page. */
export const isWide = ({ columns }: Shown): boolean => columns.length > mostUpright

/** A column of figures is as wide as its heading needs, and columns of text share what is left. */
const widthsOf = (columns: readonly Column[], pageWidth: number): readonly number[] => {
  const figures = columns.filter(({ kind }) => kind !== 'text').length
  const texts = columns.length - figures
  const each = Math.min(1650, Math.floor((pageWidth * 0.75) / Math.max(figures, 1)))
  const rest = Math.floor((pageWidth - each * figures) / texts)
  return columns.map(({ kind }) => (kind === 'text' ? rest : each))
}

const line = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const borders = {
  top: line,
  bottom: line,
  left: none,
  right: none,
  insideHorizontal: line,
  insideVertical: none,
}

type Look = {
  readonly width: number
  readonly column: Column
  readonly bold: boolean
  readonly small: boolean
}

const cell = (text: string, { width, column, bold, small }: Look): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 60, right: 60 },
    children: [
      new Paragraph({
        style: 'TableText',
        alignment: column.kind === 'text' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        children: [new TextRun({ text, bold, ...(small && { size: 16 }) })],
      }),
    ],
  })

/** A table with a heading row that is repeated on every page, and rows that no page breaks in two. */
export const wordTable = (table: Shown): Table => {
  const { columns, rows } = table
  const small = isWide(table)
  const pageWidth = small ? pageWidths.across : pageWidths.upright
  const widths = widthsOf(columns, pageWidth)
  const cells = (texts: readonly string[], bold: boolean) =>
    columns.map((column, place) =>
      cell(texts[place] ?? '', { width: widths[place] ?? 0, column, bold, small }),
    )
  return new Table({
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders,
    tableLook: { firstRow: true, firstColumn: true },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cells(
          columns.map(({ label }) => label),
          true,
        ),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: cells(
              columns.map((column, place) => cellInWords(row.cells[place], column)),
              false,
            ),
          }),
      ),
    ],
  })
}
