import { codeListVersion } from '../codes.ts'
import type { Refusal } from '../refusal.ts'
import { ok, refused } from '../result.ts'
import { saysTheSame } from '../same.ts'
import {
  nothingToChange,
  receivedOn,
  record,
  todayOf,
  type CommandContext,
  type Decision,
} from './command.ts'
import type { OutcomeGiven } from './events.ts'
import { ifPossible } from './lifecycle.ts'
import { brokenOutcomeRules } from './outcome-rules.ts'
import type { Referral } from './referral.ts'
import type { Outcome } from './returns.ts'

/** A first outcome may name the version it answers; a correction must. */
const wrongVersion = (referral: Referral, named: number | undefined): Refusal | undefined => {
  const current = referral.version
  if (named === undefined) {
    return referral.status === 'outcome_received' ? { kind: 'version_required', current } : undefined
  }
  return named === current ? undefined : { kind: 'version_stale', current }
}

/**
 * Gives or corrects the outcome. The same outcome again changes nothing. A correction names the `version` it changes,
 * and is refused without one or with an old one; so is an outcome that breaks a rule between its fields.
 */
export const giveOutcome = (
  referral: Referral,
  outcome: Outcome,
  version: number | undefined,
  context: CommandContext,
): Decision<OutcomeGiven> => {
  if (referral.status === 'outcome_received' && saysTheSame(referral.given.outcome, outcome))
    return nothingToChange
  return ifPossible(referral, 'give_outcome', () => {
    const refusal = wrongVersion(referral, version)
    if (refusal) return refused(refusal)
    const { registration } = referral
    const { organisation } = context.rules
    const today = todayOf(referral, context.now)
    const errors = brokenOutcomeRules(outcome, { registration, organisation, today })
    if (errors.length > 0) return refused({ kind: 'invalid_fields', errors })
    const received = receivedOn(referral, context)
    return ok(
      record(referral, { type: 'outcome_given', outcome, received, codeLists: codeListVersion }, context),
    )
  })
}
