import { unzipSync } from 'fflate'
import writeExcelFile from 'write-excel-file/node'
import type { Report } from '../../domain/figures/report.ts'
import { markings } from './file-name.ts'
import { madeAt, zipped } from './office-file.ts'
import { tablesOf } from './tables.ts'
import { features } from './xlsx/features.ts'
import { frontSheets, titleOf } from './xlsx/front-sheets.ts'
import { withHeight, type Sheet } from './xlsx/sheet.ts'
import { tableSheet } from './xlsx/table-sheet.ts'

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
  const properties = { title: titleOf(report), subject: marking, created: madeAt(report) }
  const file = await writeExcelFile(sheets.map(written), {
    fontFamily: 'Arial',
    fontSize: 12,
    features: [features(sheets, marking, properties)],
  }).toBuffer()
  return zipped(unzipSync(file))
}
