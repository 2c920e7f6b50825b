import type { Instant, LocalDate } from '../dates.ts'
import type { Refusal } from '../refusal.ts'
import type { ReportingYear } from '../reporting-year.ts'
import { ok, refused, type Result } from '../result.ts'
import type { Approved, EditionActor, EditionDecision, EditionHistory, Returned } from './events.ts'

/** An edition within its year: the first is 1. */
export type EditionName = { readonly year: ReportingYear; readonly number: number }

type Frozen = EditionName & {
  readonly asAt: LocalDate
  readonly note: string
  readonly revises: number | null
  readonly draftedBy: EditionActor
  readonly draftedAt: Instant
}

export type Draft = Frozen & { readonly state: 'draft' }
type ApprovedEdition = Frozen & {
  readonly state: 'approved'
  readonly approvedBy: EditionActor
  readonly approvedAt: Instant
  readonly approvalNote: string
}
type ReturnedEdition = Frozen & {
  readonly state: 'returned'
  readonly returnedBy: EditionActor
  readonly returnedAt: Instant
  readonly reason: string
}

/** The frozen figures of a year. What they are never changes, only what was decided about them. */
export type Edition = Draft | ApprovedEdition | ReturnedEdition

/** An edition after a decision: the only thing that changes one. */
export const decided = ({ state: _, ...frozen }: Draft, { type, by, at, note }: EditionDecision): Edition =>
  type === 'approved'
    ? { ...frozen, state: 'approved', approvedBy: by, approvedAt: at, approvalNote: note }
    : { ...frozen, state: 'returned', returnedBy: by, returnedAt: at, reason: note }

/** The edition that a history leads to. */
export const editionOf = (name: EditionName, [drafted, decision]: EditionHistory): Edition => {
  const { by, at, asAt, note, revises } = drafted
  const { year, number } = name
  const draft: Draft = { year, number, state: 'draft', asAt, note, revises, draftedBy: by, draftedAt: at }
  return decision ? decided(draft, decision) : draft
}

const notPossible = (detail: string) => refused<Refusal>({ kind: 'not_possible', detail })

/** A draft that somebody other than its author may decide on; anything else is refused, naming the reason. */
const decidable = (edition: Edition, by: EditionActor): Result<Draft, Refusal> => {
  const name = `Edition ${edition.number} of ${edition.year}`
  if (edition.state === 'approved') {
    return notPossible(
      `${name} was approved by ${edition.approvedBy.name}, and approved editions never change.`,
    )
  }
  if (edition.state === 'returned') {
    return notPossible(`${name} was returned by ${edition.returnedBy.name}: its author drafts a new edition.`)
  }
  if (edition.draftedBy.id === by.id) {
    return notPossible(
      `You drafted edition ${edition.number} of ${edition.year}: another person decides on it.`,
    )
  }
  return ok(edition)
}

/** What somebody decides with: who, when, and what they say of it; and which edition of the year was approved last. */
export type DecisionContext = {
  readonly by: EditionActor
  readonly at: Instant
  readonly note: string
  readonly lastApproved: number | null
}

/**
 * Approves a draft. Refused (`not_possible`) to the person who drafted it, and once it was approved or returned: two
 * people answer for every figure. Refused, too, when another edition was approved after it was frozen: what it says of
 * the figures that moved, and what its published version withholds, would not take that one into account.
 */
export const approve = (
  edition: Edition,
  { lastApproved, ...said }: DecisionContext,
): Result<Approved, Refusal> => {
  const draft = decidable(edition, said.by)
  if (!draft.ok) return draft
  return edition.revises === lastApproved
    ? ok({ type: 'approved', ...said })
    : notPossible(
        `Edition ${lastApproved} of ${edition.year} was approved after this one was frozen: return it, and freeze a new one.`,
      )
}

/** Gives a draft back to its author with the reason. Refused (`not_possible`) as `approve` is. */
export const giveBack = (
  edition: Edition,
  { lastApproved: _, ...said }: DecisionContext,
): Result<Returned, Refusal> => {
  const draft = decidable(edition, said.by)
  return draft.ok ? ok({ type: 'returned', ...said }) : draft
}
