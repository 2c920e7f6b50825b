import { withheld, type Count, type Withheld } from '../../../domain/figures/summary.ts'
import type { Rate } from '../../../domain/figures/statistics.ts'
import type { ChartId } from './chart.ts'
import type { Fill } from './palette.ts'

/** A bar from 0 to a count, or a rate on a line from 0% to 100% with its interval. */
export type Mark =
  | { readonly kind: 'bar'; readonly count: Count; readonly fill: Fill }
  | { readonly kind: 'rate'; readonly rate: Rate | Withheld | null }

/** A row has a mark in every panel. */
export type ChartRow = { readonly label: string; readonly marks: readonly Mark[] }

/**
 * A chart before it is drawn. Panels stand side by side, so that what a bar means is told by where it is and never by
 * its colour alone. All bars have one scale.
 */
export type Drawing = {
  readonly id: ChartId
  readonly title: string
  readonly alt: string
  readonly labels: 'above' | 'beside'
  /** The heading of each panel; a chart with one panel needs none. */
  readonly panels: readonly string[]
  readonly rows: readonly ChartRow[]
  /** What is said in place of the bars where every count is 0. */
  readonly nothing: string
}

export const bar = (count: Count, fill: Fill = 'strong'): Mark => ({ kind: 'bar', count, fill })

const marksOf = ({ rows }: Drawing): readonly Mark[] => rows.flatMap(({ marks }) => marks)

/** The counts of all bars that are not withheld. */
export const shownCounts = (drawing: Drawing): readonly number[] =>
  marksOf(drawing).flatMap((mark) => (mark.kind === 'bar' && mark.count !== withheld ? [mark.count] : []))

/** Whether a count or a rate is withheld. */
export const withholds = (drawing: Drawing): boolean =>
  marksOf(drawing).some((mark) => (mark.kind === 'bar' ? mark.count : mark.rate) === withheld)

/** Whether there is nothing to draw: every count is 0. */
export const isEmpty = (drawing: Drawing): boolean =>
  !withholds(drawing) && shownCounts(drawing).every((count) => count === 0)
