import {
  getCellAddress,
  getClosingTagMarkup,
  getOpeningTagMarkup,
  getSelfClosingTagMarkup as tag,
  sanitizeTextContent,
} from 'write-excel-file/utility'
import type { Marked } from './sheet.ts'

/** What a file says of itself. `created` is an instant, so that the same figures give the same file. */
export type Properties = { readonly title: string; readonly subject: string; readonly created: string }

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const packages = 'http://schemas.openxmlformats.org/package/2006'
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** An element around markup. */
export const element = (name: string, attributes: Record<string, string | number>, inside: string): string =>
  getOpeningTagMarkup(name, attributes) + inside + getClosingTagMarkup(name)

const rangeOf = ({ top, rows, columns }: Marked): string =>
  `${getCellAddress(top, 0)}:${getCellAddress(top + rows, columns.length - 1)}`

/** A table's own part, which a sheet refers to. */
export const tableXml = (table: Marked, id: number): string => {
  const { name, columns } = table
  const named = columns.map((column, index) => tag('tableColumn', { id: index + 1, name: column }))
  const style = tag('tableStyleInfo', { name: 'TableStyleLight1', showRowStripes: 0 })
  const inside = element('tableColumns', { count: columns.length }, named.join('')) + style
  const own = { xmlns: main, id, name, displayName: name, ref: rangeOf(table), totalsRowShown: 0 }
  return header + element('table', own, inside)
}

/** The part with the properties of the file. */
export const coreXml = ({ title, subject, created }: Properties): string => {
  const time = `<dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created>`
  const said = [
    ['dc:title', title],
    ['dc:subject', subject],
    ['dc:creator', 'UK Financial Intelligence Unit'],
    ['dc:language', 'en-GB'],
  ] as const
  const inside = said.map(([name, text]) => element(name, {}, sanitizeTextContent(text))).join('') + time
  const names = {
    'xmlns:cp': `${packages}/metadata/core-properties`,
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  }
  return header + element('cp:coreProperties', names, inside)
}
