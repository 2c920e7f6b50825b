import type { CellObject } from 'write-excel-file/node'

/** A table on a sheet: its name in the workbook, its heading's row from 0, its columns, its number of rows below. */
export type Marked = {
  readonly name: string
  readonly top: number
  readonly columns: readonly string[]
  readonly rows: number
}

/** A sheet before it is written. A link goes from a row's first cell to the top of the sheet it names. */
export type Sheet = {
  readonly name: string
  readonly rows: readonly (readonly CellObject[])[]
  readonly widths: readonly number[]
  readonly table: Marked | null
  readonly links: readonly { readonly row: number; readonly to: string }[]
}

const left = { type: String, align: 'left', alignVertical: 'top' } as const

export const textCell = (value: string): CellObject => ({ ...left, value })
export const wrappedCell = (value: string): CellObject => ({ ...left, value, wrap: true })
export const boldCell = (value: string): CellObject => ({ ...left, value, fontWeight: 'bold', wrap: true })
export const titleCell = (value: string): CellObject => ({ ...left, value, fontWeight: 'bold', fontSize: 16 })
export const linkCell = (value: string): CellObject => ({
  ...left,
  value,
  textColor: '#1d70b8',
  textDecoration: { underline: true },
})

/** A number shown in a format of Excel's own. */
export const numberCell = (value: number, format: string): CellObject => ({
  type: Number,
  value,
  format,
  align: 'right',
  alignVertical: 'top',
})

/** What stands in place of a number. */
export const shorthandCell = (value: string): CellObject => ({ ...textCell(value), align: 'right' })

const lineHeight = 16

/** About how many lines a cell takes. A column's width is in digits, which are as wide as letters are on average. */
const linesOf = ({ value, wrap, fontWeight }: CellObject, width: number): number =>
  wrap && typeof value === 'string'
    ? Math.ceil((value.length * (fontWeight === 'bold' ? 1.15 : 1)) / (width - 1))
    : 1

/** A row with the height, in points, that its text needs: not every program works it out when it opens a file. */
export const withHeight = (row: readonly CellObject[], widths: readonly number[]): CellObject[] => {
  const lines = Math.max(...row.map((cell, index) => linesOf(cell, widths[index] ?? 0)))
  const size = Math.max(...row.map(({ fontSize }) => fontSize ?? 12))
  return row.map((cell) => ({ ...cell, height: Math.max(lines * lineHeight, size * 1.5) }))
}
