import type { Report } from '../../domain/figures/report.ts'
import { fileName, type Called } from './file-name.ts'
import type { Format } from './format.ts'

/** A file as it is downloaded. */
export type Rendered = { readonly contentType: string; readonly name: string; readonly body: Uint8Array }

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8')
const office = 'application/vnd.openxmlformats-officedocument'

/** How each format is written. Heavy libraries are loaded when they are first needed: reading JSON pays for none. */
const writers: Readonly<
  Record<Format, { readonly contentType: string; readonly write: (report: Report) => Promise<Uint8Array> }>
> = {
  json: {
    contentType: 'application/json',
    write: async ({ summary }) => utf8(JSON.stringify(summary)),
  },
  csv: {
    contentType: 'text/csv; charset=utf-8; header=present',
    write: async (report) => utf8((await import('./csv.ts')).assessmentCsv(report)),
  },
  xlsx: {
    contentType: `${office}.spreadsheetml.sheet`,
    write: async (report) => (await import('./xlsx.ts')).assessmentXlsx(report),
  },
  docx: {
    contentType: `${office}.wordprocessingml.document`,
    write: async (report) => (await import('./docx/document.ts')).assessmentDocx(report),
  },
  html: {
    contentType: 'text/html; charset=utf-8',
    write: async (report) => utf8((await import('./html/page.ts')).assessmentHtml(report)),
  },
}

const called = ({ summary, standing }: Report): Called => ({
  year: summary.reportingYear,
  version: summary.version,
  edition:
    standing.state === 'live'
      ? { state: 'live', asAt: summary.asAt }
      : { state: standing.state, number: standing.edition },
})

/** A report as a file, its marking first in its name. The same report gives the same bytes. */
export const renderAssessment = async (report: Report, format: Format): Promise<Rendered> => {
  const { contentType, write } = writers[format]
  return { contentType, name: fileName(called(report), format), body: await write(report) }
}
