import { identityErrors } from '../free-text.ts'
import { invalidField, type Refusal } from '../refusal.ts'
import { ok, refused, type Result } from '../result.ts'
import type { Rules } from '../rules.ts'
import { record, todayOf, type CommandContext } from './command.ts'
import type { Recorded, ReferralRedirected, Registered } from './events.ts'
import { ifPossible } from './lifecycle.ts'
import type { Redirection } from './moves.ts'
import type { Referral } from './referral.ts'
import { register } from './register.ts'
import { isWhole } from './registration.ts'

/** The two sides of a redirection, stored together or not at all. */
export type RedirectionDecided = {
  readonly closed: Recorded<ReferralRedirected>
  readonly opened: Recorded<Registered>
}

/**
 * The UKFIU passes a SAR on to another organisation: this referral closes, and one linked to it opens under `newId`,
 * referred today, under the rules of the organisation it goes to.
 */
export const redirect = (
  referral: Referral,
  redirection: Redirection,
  newId: string,
  newRules: Rules,
  context: CommandContext,
): Result<RedirectionDecided, Refusal> =>
  ifPossible(referral, 'redirect', () => {
    const whole = referral.registration
    // What is erased is refused above; nothing could be passed on of it.
    if (!isWhole(whole)) return refused({ kind: 'not_found' })
    if (redirection.organisation === referral.registration.organisation) {
      return refused(invalidField('/organisation', 'Must be another organisation than the one that has it.'))
    }
    const errors = identityErrors({ rationale: redirection.rationale })
    if (errors.length > 0) return refused({ kind: 'invalid_fields', errors })
    const referredOn = todayOf(referral, context.now)
    const registration = { ...whole, organisation: redirection.organisation, referredOn }
    const closed = record(referral, { type: 'redirected', redirection, to: newId }, context)
    const opened = register(newId, registration, { now: closed.at, by: context.by, rules: newRules })
    return opened.ok ? ok({ closed, opened: { ...opened.value, redirectedFrom: referral.id } }) : opened
  })
