import type { Instant, LocalDate } from '../dates.ts'

/** Who did something to an edition, by the name to be shown for ever. */
export type EditionActor = { readonly id: string; readonly name: string }

/** When and by whom it happened. */
type Done = { readonly by: EditionActor; readonly at: Instant }

/** An author froze the figures of a year as they stood at the end of a day. */
export type Drafted = Done & {
  readonly type: 'drafted'
  /** The end of this day in London is where the figures stop. */
  readonly asAt: LocalDate
  readonly note: string
  /** The number of the approved edition that this one revises; null for a first. */
  readonly revises: number | null
}

/** A second person put their name to it. */
export type Approved = Done & { readonly type: 'approved'; readonly note: string }

/** A second person gave it back; the note says why. */
export type Returned = Done & { readonly type: 'returned'; readonly note: string }

export type EditionDecision = Approved | Returned

/** All that ever happens to an edition: it is drafted, and decided on once. */
export type EditionHistory = readonly [Drafted] | readonly [Drafted, EditionDecision]
