import type { Feature, Image } from 'write-excel-file/node'
import {
  getCellAddress,
  getSelfClosingTagMarkup as tag,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility'
import { coreXml, element, packages, tableXml, type Properties } from './parts.ts'
import type { Sheet } from './sheet.ts'

/** What the writer takes as a file's content. */
type Content = Image['content']

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const mime = 'application/vnd.openxmlformats-'

/** The order that ECMA-376 part 1, section 18.3.1.99, sets for what is in a worksheet, of what is in ours. */
const inWorksheet = [
  'sheetPr',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'hyperlinks',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'tableParts',
]

const inWorkbook = ['workbookPr', 'bookViews', 'sheets', 'definedNames', 'calcPr']

const tablePath = (index: number): string => `tables/table${index + 1}.xml`

const hyperlinks = ({ links }: Sheet): string =>
  element(
    'hyperlinks',
    {},
    links
      .map(({ row, to }) =>
        tag('hyperlink', { ref: getCellAddress(row, 0), location: `'${to}'!A1`, display: to }),
      )
      .join(''),
  )

const furnished = (xml: string, sheet: Sheet, marking: string): string => {
  const page = `<oddHeader>&amp;C${marking}</oddHeader><oddFooter>&amp;L${sheet.name}&amp;C${marking}&amp;RPage &amp;P of &amp;N</oddFooter>`
  const parts = [
    element('sheetPr', {}, tag('pageSetUpPr', { fitToPage: 1 })),
    ...(sheet.links.length > 0 ? [hyperlinks(sheet)] : []),
    tag('pageSetup', {
      paperSize: 9,
      orientation: sheet.widths.length > 4 ? 'landscape' : 'portrait',
      fitToHeight: 0,
    }),
    element('headerFooter', {}, page),
    ...(sheet.table
      ? [element('tableParts', { count: 1 }, tag('tablePart', { 'r:id': 'rId-table-1' }))]
      : []),
  ]
  return parts.reduce(
    (sofar, part) => insertElementMarkupAccordingToOrderOfSiblings(sofar, part, inWorksheet, 'worksheet'),
    xml,
  )
}

/** The heading row of each table at the head of every page that it is printed on. */
const printTitles = (sheets: readonly Sheet[]): string => {
  const names = sheets.flatMap(({ name, table }, localSheetId) =>
    table
      ? [
          element(
            'definedName',
            { name: '_xlnm.Print_Titles', localSheetId },
            `'${name}'!$${table.top + 1}:$${table.top + 1}`,
          ),
        ]
      : [],
  )
  return element('definedNames', {}, names.join(''))
}

const contentTypes = (sheets: readonly Sheet[]): string =>
  [
    ...sheets.flatMap(({ table }, index) =>
      table
        ? [
            tag('Override', {
              PartName: `/xl/${tablePath(index)}`,
              ContentType: `${mime}officedocument.spreadsheetml.table+xml`,
            }),
          ]
        : [],
    ),
    tag('Override', { PartName: '/docProps/core.xml', ContentType: `${mime}package.core-properties+xml` }),
  ].join('')

/**
 * What the writer leaves to its features: each table marked as a table, links between sheets, the marking at the head
 * and foot of every printed page, and the file's own properties.
 */
export const features = (
  sheets: readonly Sheet[],
  marking: string,
  properties: Properties,
): Feature<Content> => ({
  files: {
    transform: {
      '[Content_Types].xml': { insert: () => contentTypes(sheets) },
      '_rels/.rels': {
        insert: () =>
          tag('Relationship', {
            Id: 'rId-core-1',
            Type: `${packages}/relationships/metadata/core-properties`,
            Target: 'docProps/core.xml',
          }),
      },
      'xl/workbook.xml': {
        transform: (xml) =>
          insertElementMarkupAccordingToOrderOfSiblings(xml, printTitles(sheets), inWorkbook, 'workbook'),
      },
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _, { sheetIndex }) => {
          const sheet = sheets[sheetIndex]
          return sheet ? furnished(xml, sheet, marking) : xml
        },
      },
      'xl/worksheets/_rels/sheet{id}.xml.rels': {
        insert: (_, { sheetIndex }) =>
          sheets[sheetIndex]?.table
            ? tag('Relationship', {
                Id: 'rId-table-1',
                Type: `${office}/table`,
                Target: `../${tablePath(sheetIndex)}`,
              })
            : '',
      },
    },
    write: {
      files: () => ({
        'docProps/core.xml': coreXml(properties),
        ...Object.fromEntries(
          sheets.flatMap(({ table }, index) =>
            table ? [[`xl/${tablePath(index)}`, tableXml(table, index + 1)]] : [],
          ),
        ),
      }),
    },
  },
})
