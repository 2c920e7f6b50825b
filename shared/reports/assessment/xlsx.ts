import { unzipSync, zipSync } from 'fflate'
import writeExcelFile from 'write-excel-file/node'
import type { Report } from '../../domain/figures/report.ts'
import { markings } from './file-name.ts'
import { tablesOf } from './tables.ts'
import { features } from './xlsx/features.ts'
import { frontSheets, titleOf } from './xlsx/front-sheets.ts'
import { withHeight, type Sheet } from './xlsx/sheet.ts'
import { tableSheet } from './xlsx/table-sheet.ts'

/** The first day that a zip can name, in whichever zone: a file must not tell when it was written. */
const noTime = new Date(1980, 0, 1)

/** When the figures were frozen, or the last day they count. */
const createdAt = ({ summary, standing }: Report): string =>
  standing.state === 'live' ? `${summary.asAt}T00:00:00Z` : standing.draftedAt

const written = ({ name, rows, widths, table }: Sheet) => ({
  data: rows.map((row) => withHeight(row, widths)),
  sheet: name,
  columns: widths.map((width) => ({ width })),
  ...(table && { stickyRowsCount: table.top + 1 }),
})

/**
 * The year's figures as a workbook, after the Government Analysis Function's guidance "Releasing statistics in
 * spreadsheets": cover, contents, notes, and a sheet for each table. The same report gives the same bytes.
 */
export const assessmentXlsx = async (report: Report): Promise<Uint8Array> => {
  const marking = markings[report.summary.version]
  const tables = tablesOf(report)
  const sheets = [
    ...frontSheets(report, tables, marking),
    ...tables.map((table) => tableSheet(table, marking)),
  ]
  const properties = { title: titleOf(report), subject: marking, created: createdAt(report) }
  const file = await writeExcelFile(sheets.map(written), {
    fontFamily: 'Arial',
    fontSize: 12,
    features: [features(sheets, marking, properties)],
  }).toBuffer()
  return zipSync(unzipSync(file), { mtime: noTime })
}
