/** The charts of a report, in the order in which it shows them. */
export const chartIds = ['returns', 'evidence', 'categories', 'months', 'age', 'years'] as const
export type ChartId = (typeof chartIds)[number]

/** A chart as an SVG document of its own: `width` and `height` in its units, which are pixels at full size. */
export type Chart = {
  readonly id: ChartId
  readonly title: string
  /** What the chart shows, in words and figures, for whoever can't see it. */
  readonly alt: string
  readonly svg: string
  readonly width: number
  readonly height: number
}
