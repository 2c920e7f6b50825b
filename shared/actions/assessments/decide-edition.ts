import {
  decided,
  type approve,
  type Draft,
  type EditionName,
  type giveBack,
} from '../../domain/editions/edition.ts'
import type { EditionDecision } from '../../domain/editions/events.ts'
import type { Principal } from '../../domain/principal.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, refused, type Result } from '../../domain/result.ts'
import type { StoredEdition } from '../../store/editions-store.ts'
import type { Clock } from '../ports.ts'
import { approvedEditions, readFrozen, type EditionDependencies } from './frozen.ts'
import { keepRendered } from './render-edition.ts'

export type DecideDependencies = EditionDependencies & { readonly clock: Clock }

const isDraft = (stored: StoredEdition): stored is StoredEdition<Draft> => stored.edition.state === 'draft'

const write = async (
  dependencies: DecideDependencies,
  stored: StoredEdition<Draft>,
  decision: EditionDecision,
): Promise<StoredEdition | undefined> => {
  const { edition } = stored
  const frozen = {
    internal: await readFrozen(dependencies, stored, 'internal'),
    published: await readFrozen(dependencies, stored, 'published'),
  }
  const kept = await keepRendered(dependencies.files, edition, decided(edition, decision), frozen)
  return dependencies.editions.decide(stored, decision, kept)
}

/**
 * Approves a draft, or gives it back to its author. Refused to the person who drafted it, once it was decided, and to
 * an approver when another edition was approved since it was frozen: of
 * two people who decide at once, the second is told what the first decided.
 */
export const decideEdition =
  (dependencies: DecideDependencies, decide: typeof approve | typeof giveBack) =>
  async (principal: Principal, name: EditionName, note: string): Promise<Result<StoredEdition, Refusal>> => {
    const stored = await dependencies.editions.find(name)
    if (!stored) return refused({ kind: 'not_found' })
    const approved = await approvedEditions(dependencies, name.year)
    const decision = decide(stored.edition, {
      by: { id: principal.id, name: principal.name },
      at: dependencies.clock.now(),
      note,
      lastApproved: approved.at(-1)?.edition.number ?? null,
    })
    if (!decision.ok) return decision
    const written = isDraft(stored) ? await write(dependencies, stored, decision.value) : undefined
    return written ? ok(written) : decideEdition(dependencies, decide)(principal, name, note)
  }
