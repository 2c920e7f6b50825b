import { stringify } from 'csv-stringify/sync'

/** A table as CSV for people to open: no cell begins like a formula, so that a spreadsheet runs nothing. */
export const csvOf = (
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): string =>
  stringify([...rows], {
    header: true,
    columns: [...columns],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
