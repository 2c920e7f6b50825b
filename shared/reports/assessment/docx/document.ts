import { unzipSync } from 'fflate'
import {
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx'
import type { Report } from '../../../domain/figures/report.ts'
import { chartPng } from '../charts/png.ts'
import {
  assessmentDocument,
  type AssessmentDocument,
  type Block,
  type Figure,
  type Section,
} from '../document.ts'
import { madeAt, zipped } from '../office-file.ts'
import { styles } from './styles.ts'
import { isWide, wordTable } from './table.ts'
import { bullet, caption, centred, heading, note, paragraph } from './text.ts'

/** How wide a chart is on the page, in pixels of a screen. */
const chartWidth = 430

const picture = async ({ number, chart }: Figure): Promise<Paragraph> => {
  const { id, title, alt: description, svg, width, height } = chart
  const transformation = { width: chartWidth, height: Math.round((chartWidth * height) / width) }
  const png = Buffer.from(await chartPng(chart))
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(svg),
        transformation,
        fallback: { type: 'png', data: png },
        altText: { id: String(number), name: id, title, description },
      }),
    ],
  })
}

const wordBlock = async (block: Block): Promise<readonly FileChild[]> => {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(block.text)]
    case 'list':
      return block.items.map(bullet)
    case 'table':
      return [
        caption('Table', block.table.number, block.table.caption),
        wordTable(block.table),
        ...block.table.notes.map(note),
      ]
    case 'figure':
      return [caption('Figure', block.figure.number, block.figure.chart.title), await picture(block.figure)]
  }
}

const front = ({ title, warning, lines }: AssessmentDocument): FileChild[] => [
  paragraph(title, { style: 'Title' }),
  ...(warning === null ? [] : [paragraph(warning, { style: 'Warning' })]),
  ...lines.map((line) => paragraph(line)),
]

type Pages = { readonly across: boolean; readonly children: FileChild[] }

const isAcross = ({ blocks }: Section): boolean =>
  blocks.some((block) => block.kind === 'table' && isWide(block.table))

/** The document as runs of pages that lie the same way: a section with a wide table has its pages across. */
const pagesOf = async (document: AssessmentDocument): Promise<readonly Pages[]> => {
  const first: Pages = { across: false, children: front(document) }
  const pages: [Pages, ...Pages[]] = [first]
  for (const section of document.sections) {
    const across = isAcross(section)
    const last = pages.at(-1) ?? first
    const blocks = await Promise.all(section.blocks.map(wordBlock))
    const children = [heading(section.heading), ...blocks.flat()]
    if (last.across === across) last.children.push(...children)
    else pages.push({ across, children })
  }
  return pages
}

const bold = (text: string): TextRun => new TextRun({ text, bold: true, size: 20 })
const small = (text: string): TextRun => new TextRun({ text, size: 17 })

const pageOfPages = new TextRun({
  size: 17,
  children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
})

/** The library writes the clock into the properties of a document, and the same report must give the same bytes. */
const without = (file: Uint8Array, at: string): Uint8Array => {
  const parts = unzipSync(file)
  const core = parts['docProps/core.xml']
  if (!core) throw new Error('The document has no properties')
  const xml = Buffer.from(core)
    .toString('utf8')
    .replaceAll(/(<dcterms:(?:created|modified)[^<>]*>)[^<]*/g, `$1${at.replace(/\.\d+Z$/, 'Z')}`)
  return zipped({ ...parts, 'docProps/core.xml': Buffer.from(xml) })
}

/** A4, in twentieths of a point; the library turns it. */
const pageSize = (across: boolean) => ({
  width: 11906,
  height: 16838,
  orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
})
const margin = { top: 1134, bottom: 1134, left: 1134, right: 1134 }

/** The year's assessment as a Word document on A4. The same report gives the same bytes. */
export const assessmentDocx = async (report: Report): Promise<Uint8Array> => {
  const whole = assessmentDocument(report)
  const { title, marking, footer } = whole
  const pages = await pagesOf(whole)
  const word = new Document({
    title,
    subject: marking,
    creator: 'SAR outcome feedback service',
    lastModifiedBy: 'SAR outcome feedback service',
    styles,
    features: { updateFields: false },
    sections: pages.map(({ across, children }) => ({
      properties: { page: { size: pageSize(across), margin } },
      headers: { default: new Header({ children: [centred(bold(marking))] }) },
      footers: {
        default: new Footer({
          children: [centred(small(footer)), centred(pageOfPages), centred(bold(marking))],
        }),
      },
      children,
    })),
  })
  return without(await Packer.toBuffer(word), madeAt(report))
}
