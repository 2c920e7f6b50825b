import type { Instant, LocalDate } from '../dates.ts'
import type { ReportingYear } from '../reporting-year.ts'
import type { AnnualSummary, Count } from './summary.ts'

/** A figure as it is compared with the same one of another edition. */
export type Figure = Count | null

/** A figure that a later edition changed, and why. Null is a median, or a rate in per cent, over nothing. */
export type Revised = {
  /** What the figure is called, such as `Evidence of corruption: potential`. */
  readonly figure: string
  readonly before: Figure
  readonly after: Figure
  /** In plain English, such as `3 outcomes were received and 1 was corrected after 30 April 2026.` */
  readonly because: string
}

/** What an edition says of the approved one before it. */
export type Revision = {
  readonly revises: number
  readonly asAt: LocalDate
  readonly figures: readonly Revised[]
}

type Drafted = {
  readonly edition: number
  readonly draftedBy: string
  readonly draftedAt: Instant
  /** What the author wrote when freezing it. */
  readonly note: string
  /** Null where no approved edition went before. */
  readonly revision: Revision | null
}

/** Whether the figures may still move, and whose they are. People are named as they are to be shown. */
export type Standing =
  | { readonly state: 'live' }
  | (Drafted & { readonly state: 'draft' })
  | (Drafted & { readonly state: 'approved'; readonly approvedBy: string; readonly approvedAt: Instant })
  | (Drafted & {
      readonly state: 'returned'
      readonly returnedBy: string
      readonly returnedAt: Instant
      readonly reason: string
    })

/** An earlier year to compare with: its latest approved edition, or what is live where none was approved. */
export type EarlierYear = {
  readonly year: ReportingYear
  readonly edition: number | null
  readonly summary: AnnualSummary
}

/** Everything that a file or a page about a year shows. `earlier` is of the same version, the latest year first. */
export type Report = {
  readonly summary: AnnualSummary
  readonly earlier: readonly EarlierYear[]
  readonly standing: Standing
}
