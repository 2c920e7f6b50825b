import { shorthand } from '../words/numbers.ts'
import type { Chart } from './chart.ts'
import { isEmpty, shownCounts, withholds, type ChartRow, type Drawing } from './drawing.ts'
import { barHeight, drawAxis, drawMark, fontSize, label, type Scale } from './marks.ts'
import { palette } from './palette.ts'
import { element, textElement, wrapped, type Attributes } from './svg.ts'

/** Narrow, so that on a telephone the text shrinks by a third at the most. */
const width = 460
const lineHeight = 20
const between = 12
const besideWidth = 76
const headingSize = 14
const panelGap = 8

/** Something drawn, and how far down the next thing begins. */
type Drawn = { readonly svg: string; readonly below: number }

const paragraph = (text: string, top: number, room: number, x = 0, look: Attributes = {}): Drawn => {
  const lines = wrapped(text, room, fontSize)
  const svg = lines.map((line, index) => label(x, top + index * lineHeight + 15, line, look)).join('')
  return { svg, below: top + lines.length * lineHeight }
}

const panelsOf = ({ panels, labels }: Drawing): readonly { x: number; width: number }[] => {
  const left = labels === 'beside' ? besideWidth : 1
  const each = (width - left) / panels.length
  return panels.map((_, index) => ({ x: left + index * each, width: each - panelGap }))
}

const bold = { 'font-weight': 'bold', 'font-size': headingSize }

const headings = (drawing: Drawing): Drawn => {
  if (drawing.panels.length === 1) return { svg: '', below: 2 }
  const drawn = panelsOf(drawing).map(({ x, width: room }, index) =>
    paragraph(drawing.panels[index] ?? '', 0, room + panelGap * 2, x, bold),
  )
  return {
    svg: drawn.map(({ svg }) => svg).join(''),
    below: Math.max(...drawn.map(({ below }) => below)) + 8,
  }
}

const drawRow = (drawing: Drawing, scale: Scale, row: ChartRow, top: number): Drawn => {
  const panels = panelsOf(drawing)
  const beside = drawing.labels === 'beside'
  const named = paragraph(row.label, top, beside ? besideWidth : width)
  const y = beside ? top : named.below + 2
  const marks = row.marks.map((mark, index) => {
    const { x, width: room } = panels[index] ?? { x: 0, width: 0 }
    return drawMark(mark, { x, y, width: room }, scale)
  })
  return { svg: named.svg + marks.join(''), below: y + barHeight + between }
}

const drawRows = (drawing: Drawing, scale: Scale, top: number): Drawn => {
  let below = top
  const rows = drawing.rows.map((row) => {
    const drawn = drawRow(drawing, scale, row, below)
    below = drawn.below
    return drawn.svg
  })
  const axes = panelsOf(drawing).map((panel, index) =>
    drawing.rows[0]?.marks[index]?.kind === 'rate' ? drawAxis({ ...panel, y: below }) : '',
  )
  return { svg: rows.join('') + axes.join(''), below: axes.some(Boolean) ? below + between : below }
}

const hatchPattern = (id: string): string => {
  const tile = { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }
  const paper = element('rect', { width: 6, height: 6, fill: palette.paper })
  const stroke = { x1: 0, x2: 0, y1: 0, y2: 6, stroke: palette.hatch, 'stroke-width': 4 }
  return element('defs', {}, element('pattern', tile, paper, element('line', stroke)))
}

const body = (drawing: Drawing): Drawn => {
  if (isEmpty(drawing)) return paragraph(drawing.nothing, 4, width)
  const scale = { most: Math.max(1, ...shownCounts(drawing)), hatch: `chart-${drawing.id}-hatch` }
  const head = headings(drawing)
  const rows = drawRows(drawing, scale, head.below)
  const note = withholds(drawing)
    ? paragraph(`${shorthand.withheld} withheld, so that nobody can be identified`, rows.below, width)
    : { svg: '', below: rows.below }
  return { svg: hatchPattern(scale.hatch) + head.svg + rows.svg + note.svg, below: note.below }
}

/** A chart as an SVG that a strict content security policy leaves whole: it has no styles and loads nothing. */
export const draw = (drawing: Drawing): Chart => {
  const { id, title } = drawing
  const alt = isEmpty(drawing) ? drawing.nothing : drawing.alt
  const { svg, below: height } = body(drawing)
  const ids = { title: `chart-${id}-title`, desc: `chart-${id}-desc` }
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    'aria-labelledby': `${ids.title} ${ids.desc}`,
    lang: 'en-GB',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    'font-family': "Arial, Arimo, 'Liberation Sans', Helvetica, sans-serif",
    'font-size': fontSize,
    fill: palette.text,
  }
  const words = [textElement('title', { id: ids.title }, title), textElement('desc', { id: ids.desc }, alt)]
  return { id, title, alt, svg: element('svg', root, ...words, svg), width, height }
}
