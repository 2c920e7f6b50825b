import { actorOf, type Principal } from '../domain/principal.ts'
import { invalidField, type Refusal } from '../domain/refusal.ts'
import type { Redirection } from '../domain/referral/moves.ts'
import { fold } from '../domain/referral/evolve.ts'
import { redirect } from '../domain/referral/redirect.ts'
import { referralIdFrom } from '../domain/referral-id.ts'
import { ok, refused, type Result } from '../domain/result.ts'
import { rulesFor, rulesOf } from '../domain/rules.ts'
import type { ReferralStore, SarRegister } from '../store/referral-store.ts'
import { announce } from './announce.ts'
import type { Changed } from './change-referral.ts'
import type { RegisterDependencies } from './register-referral.ts'
import { receiptFor } from './receipt.ts'
import { maySee } from './visibility.ts'

export type RedirectDependencies = Omit<RegisterDependencies, 'sarRegister' | 'referrals'> & {
  readonly referrals: Pick<ReferralStore, 'find'>
  readonly sarRegister: Pick<SarRegister, 'redirect'>
}

/**
 * The UKFIU passes a SAR on to another organisation. Answers with the closed referral, which names the one opened;
 * refuses an organisation that has this SAR already.
 */
export const redirectReferral =
  ({ referrals, sarRegister, reference, clock, randomBytes, announcer }: RedirectDependencies) =>
  async (principal: Principal, id: string, redirection: Redirection): Promise<Result<Changed, Refusal>> => {
    const newRules = rulesFor(reference, redirection.organisation)
    if (!newRules)
      return refused(
        invalidField('/organisation', 'Must be the code of an organisation: see /v1/organisations.'),
      )
    for (;;) {
      const stored = await referrals.find(id)
      if (!stored || !maySee(principal, stored.referral)) return refused({ kind: 'not_found' })
      const { referral } = stored
      const rules = rulesOf(reference, referral.registration.organisation)
      const context = { now: clock.now(), by: actorOf(principal), rules }
      const decision = redirect(referral, redirection, referralIdFrom(randomBytes(8)), newRules, context)
      if (!decision.ok) return decision
      const result = await sarRegister.redirect(referral, decision.value, rules, newRules)
      if (result.stored) {
        await announce(announcer, fold([decision.value.opened]))
        return ok({ referral: result.referral, receipt: receiptFor(result.referral, decision.value.closed) })
      }
      if (result.taken === 'sar') {
        const detail = `This SAR is with that organisation already, as ${result.by}.`
        return refused(invalidField('/organisation', detail))
      }
    }
  }
