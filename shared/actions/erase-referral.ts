import { actorOf, type Principal } from '../domain/principal.ts'
import type { Refusal } from '../domain/refusal.ts'
import { erase } from '../domain/referral/erase.ts'
import type { Erasure } from '../domain/referral/moves.ts'
import { ok, refused, type Result } from '../domain/result.ts'
import { rulesOf, type ReferenceData } from '../domain/rules.ts'
import type { DraftsStore } from '../store/drafts-store.ts'
import type { ReferralStore, SarRegister } from '../store/referral-store.ts'
import type { Changed } from './change-referral.ts'
import type { Clock } from './ports.ts'
import { receiptFor } from './receipt.ts'
import { maySee } from './visibility.ts'

export type EraseDependencies = {
  readonly referrals: Pick<ReferralStore, 'find'>
  readonly sarRegister: Pick<SarRegister, 'erase'>
  readonly drafts: Pick<DraftsStore, 'removeAbout'>
  readonly reference: ReferenceData
  readonly clock: Clock
}

const triesBeforeGivingUp = 8

const eraseOnce = async (
  { referrals, sarRegister, reference, clock }: EraseDependencies,
  principal: Principal,
  id: string,
  erasure: Erasure,
): Promise<Result<Changed, Refusal> | undefined> => {
  const stored = await referrals.find(id)
  if (!stored || !maySee(principal, stored.referral)) return refused({ kind: 'not_found' })
  const { referral, history } = stored
  const rules = rulesOf(reference, referral.registration.organisation)
  const decision = erase(referral, erasure, { now: clock.now(), by: actorOf(principal), rules })
  if (!decision.ok) return decision
  if (!decision.value) return ok({ referral, receipt: receiptFor(referral, history.at(-1) ?? history[0]) })
  const erased = await sarRegister.erase(stored, decision.value)
  return erased && ok({ referral: erased, receipt: receiptFor(erased, decision.value) })
}

/**
 * The UKFIU erases a closed referral whose review has come up, with what anybody has typed about it and not sent.
 * Sent again after it was cut short, it does what is left to do. Answers with the referral, or with why not.
 */
export const eraseReferral =
  (dependencies: EraseDependencies) =>
  async (principal: Principal, id: string, erasure: Erasure): Promise<Result<Changed, Refusal>> => {
    for (let tries = 0; tries < triesBeforeGivingUp; tries += 1) {
      const done = await eraseOnce(dependencies, principal, id, erasure)
      if (done?.ok) await dependencies.drafts.removeAbout(id)
      if (done) return done
    }
    throw new Error(`${id} was changed by others ${triesBeforeGivingUp} times while it was erased`)
  }
