import type { Report } from '../../domain/figures/report.ts'
import type { Chart, ChartId } from './charts/chart.ts'
import { chartsOf } from './charts/charts.ts'
import { markings } from './file-name.ts'
import { aboutTheFigures, cannotBeConcluded, withholding } from './narrative/cautions.ts'
import { keyFindings } from './narrative/findings.ts'
import { answersText, evidenceText, subjectsText, themesText } from './narrative/outcomes.ts'
import { ageText, monthsText, organisationsText, responseText, timelinessText } from './narrative/response.ts'
import { edition, title } from './narrative/standing.ts'
import { revisionText, yearsText } from './narrative/years.ts'
import type { Table, TableId } from './table.ts'
import { tablesOf } from './tables.ts'

/** A chart with its number, from 1 in the order of the document. */
export type Figure = { readonly number: number; readonly chart: Chart }

/** A part of the document; lists are of whole sentences. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'figure'; readonly figure: Figure }

export type Section = { readonly id: string; readonly heading: string; readonly blocks: readonly Block[] }

/** A year's assessment as people read it, in every format. */
export type AssessmentDocument = {
  readonly title: string
  readonly marking: string
  /** What it is, as at which day, and how far it is decided: a line each. */
  readonly lines: readonly string[]
  /** Said over every page as long as nobody has approved it. */
  readonly warning: string | null
  /** For the foot of a page. */
  readonly footer: string
  readonly sections: readonly Section[]
}

type Parts = {
  readonly table: (id: TableId) => readonly Block[]
  readonly figure: (id: ChartId) => readonly Block[]
}

/** The charts as the sections come to them, so that their numbers are the ones Word gives them. */
const order: readonly ChartId[] = ['returns', 'months', 'age', 'evidence', 'categories', 'years']

const partsOf = (report: Report): Parts => {
  const tables = tablesOf(report)
  const figures = chartsOf(report)
    .toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id))
    .map((chart, place) => ({ number: place + 1, chart }))
  return {
    table: (id) =>
      tables.filter((each) => each.id === id).map((table) => ({ kind: 'table' as const, table })),
    figure: (id) =>
      figures.filter(({ chart }) => chart.id === id).map((figure) => ({ kind: 'figure' as const, figure })),
  }
}

const say = (...sentences: readonly string[]): readonly Block[] =>
  sentences.map((text) => ({ kind: 'paragraph', text }))
const list = (items: readonly string[]): readonly Block[] => [{ kind: 'list', items }]

const responseBlocks = ({ summary }: Report, { table, figure }: Parts): readonly Block[] => [
  ...say(...responseText(summary)),
  ...figure('returns'),
  ...table('response'),
  ...table('rate'),
  ...say(...monthsText(summary)),
  ...figure('months'),
  ...table('months'),
  ...say(...ageText(summary)),
  ...figure('age'),
  ...table('age'),
]

const evidenceBlocks = ({ summary }: Report, { table, figure }: Parts): readonly Block[] => [
  ...say(...evidenceText(summary)),
  ...figure('evidence'),
  ...table('evidence'),
  ...figure('categories'),
  ...table('categories'),
  ...say(...themesText(summary)),
  ...table('themes'),
]

const answersBlocks = ({ summary }: Report, { table }: Parts): readonly Block[] => [
  ...say(...answersText(summary)),
  ...(['concerns', 'actions', 'discipline', 'criminal', 'intelligence'] as const).flatMap(table),
]

const section = (id: string, heading: string, blocks: readonly Block[]): Section => ({ id, heading, blocks })

const sectionsOf = (report: Report): readonly Section[] => {
  const { summary } = report
  const parts = partsOf(report)
  const { table, figure } = parts
  return [
    section('findings', 'Key findings', list(keyFindings(summary))),
    section('cautions', 'What these figures cannot tell', list(cannotBeConcluded(summary))),
    section('response', 'How organisations answered', responseBlocks(report, parts)),
    section('evidence', 'Evidence of corruption', evidenceBlocks(report, parts)),
    section('answers', 'What else the outcomes showed', answersBlocks(report, parts)),
    section('subjects', 'Who the referrals were about', [
      ...say(...subjectsText(summary)),
      ...table('subjects'),
      ...table('links'),
    ]),
    section('timeliness', 'How long answers took', [
      ...say(...timelinessText(summary)),
      ...table('timeliness'),
    ]),
    section('years', 'This year against earlier ones', [
      ...say(...yearsText(report)),
      ...figure('years'),
      ...table('years'),
    ]),
    section('revision', 'What this edition revises', [...say(...revisionText(report)), ...table('revision')]),
    section('quality', 'About these figures', [...list(aboutTheFigures(summary)), ...table('quality')]),
    section('withheld', 'Why some counts are withheld', say(...withholding(summary))),
    section('organisations', 'Organisations', [
      ...say(...organisationsText(summary)),
      ...table('organisations'),
      ...table('outstanding'),
    ]),
  ].filter(({ blocks }) => blocks.length > 0)
}

/** The document of a report: the same words, tables and charts for every format. */
export const assessmentDocument = (report: Report): AssessmentDocument => {
  const { lines, warning, name } = edition(report)
  const marking = markings[report.summary.version]
  return {
    title: title(report.summary),
    marking,
    lines,
    warning,
    footer: `${title(report.summary)} – ${name}`,
    sections: sectionsOf(report),
  }
}
