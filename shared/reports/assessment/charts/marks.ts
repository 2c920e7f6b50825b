import { withheld, type Count } from '../../../domain/figures/summary.ts'
import type { Rate } from '../../../domain/figures/statistics.ts'
import { numberInWords, percentInWords, shorthand } from '../words/numbers.ts'
import type { Mark } from './drawing.ts'
import { palette, type Fill } from './palette.ts'
import { element, textElement, widthOf, type Attributes } from './svg.ts'

export const fontSize = 16
export const barHeight = 20
const gap = 6

/** Where a mark may be drawn: `y` is the top, `width` what is there for it and its value. */
export type Place = { readonly x: number; readonly y: number; readonly width: number }

/** How long bars are: `most` is the count of the longest, `hatch` the pattern of the chart they are in. */
export type Scale = { readonly most: number; readonly hatch: string }

export const label = (x: number, y: number, text: string, attributes: Attributes = {}): string =>
  textElement('text', { x, y, ...attributes }, text)

const middle = (y: number): number => y + barHeight / 2 + fontSize * 0.36

const fills = (scale: Scale): Readonly<Record<Fill, string>> => ({
  strong: palette.strong,
  light: palette.light,
  hollow: palette.paper,
  hatch: `url(#${scale.hatch})`,
})

const gapMark = ({ x, y }: Place): string => {
  const box = { x: x + 1, y: y + 1, width: 32, height: barHeight - 2, fill: 'none', stroke: palette.line }
  return element('rect', { ...box, 'stroke-dasharray': '3 3' }) + label(x + 7, middle(y), shorthand.withheld)
}

const barMark = ({ x, y, width }: Place, count: number, fill: Fill, scale: Scale): string => {
  const room = width - gap - widthOf(numberInWords(scale.most), fontSize) - gap
  const length = count === 0 ? 0 : Math.max(2, (count / scale.most) * room)
  const box = { x, y, width: length, height: barHeight, fill: fills(scale)[fill] }
  const outline = fill === 'hatch' || fill === 'hollow' ? { stroke: palette.line, 'stroke-width': 1.5 } : {}
  const drawn = count === 0 ? '' : element('rect', { ...box, ...outline })
  return drawn + label(x + length + gap, middle(y), numberInWords(count))
}

const baseline = ({ x, y }: Place): string =>
  element('line', { x1: x, x2: x, y1: y - 3, y2: y + barHeight + 3, stroke: palette.line })

const countMark = (place: Place, count: Count, fill: Fill, scale: Scale): string =>
  baseline(place) + (count === withheld ? gapMark(place) : barMark(place, count, fill, scale))

const tick = (x: number, y: number, half: number, width: number, colour: string): string =>
  element('line', { x1: x, x2: x, y1: y - half, y2: y + half, stroke: colour, 'stroke-width': width })

const intervalMark = ({ x, y, width }: Place, rate: Rate): string => {
  const line = y + barHeight / 2
  const at = (share: number): number => x + share * width
  const across = { x1: at(rate.low), x2: at(rate.high), y1: line, y2: line }
  return [
    element('line', { x1: x, x2: at(1), y1: line, y2: line, stroke: palette.line }),
    ...[0, 0.5, 1].map((share) => tick(at(share), line, 4, 1, palette.line)),
    element('line', { ...across, stroke: palette.strong, 'stroke-width': 4 }),
    ...[rate.low, rate.high].map((share) => tick(at(share), line, 7, 2, palette.strong)),
    element('circle', { cx: at(rate.value), cy: line, r: 5, fill: palette.strong, stroke: palette.paper }),
  ].join('')
}

const rateText = ({ value, low, high }: Rate): string =>
  `${percentInWords(value)} (${percentInWords(low)} to ${percentInWords(high)})`

/** A mark with its value beside it; that of a rate stands in the line of the row's label, above. */
export const drawMark = (mark: Mark, place: Place, scale: Scale): string => {
  if (mark.kind === 'bar') return countMark(place, mark.count, mark.fill, scale)
  if (mark.rate === withheld) return gapMark(place)
  if (mark.rate === null) return label(place.x, middle(place.y), 'None due yet')
  return label(place.x, place.y - 8, rateText(mark.rate)) + intervalMark(place, mark.rate)
}

/** What the ends of the line of a rate are, to stand under the last one. */
export const drawAxis = ({ x, y, width }: Place): string =>
  [0, 0.5, 1]
    .map((share, index) => {
      const anchor = ['start', 'middle', 'end'][index] ?? 'middle'
      return label(x + share * width, y + 8, `${share * 100}%`, { 'text-anchor': anchor, 'font-size': 14 })
    })
    .join('')
