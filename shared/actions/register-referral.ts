import { actorOf, type Principal } from '../domain/principal.ts'
import { invalidField, type Refusal } from '../domain/refusal.ts'
import { register } from '../domain/referral/register.ts'
import type { Referral } from '../domain/referral/referral.ts'
import type { Registration } from '../domain/referral/registration.ts'
import { referralIdFrom } from '../domain/referral-id.ts'
import { ok, refused, type Result } from '../domain/result.ts'
import { rulesFor, type ReferenceData } from '../domain/rules.ts'
import { saysTheSame } from '../domain/same.ts'
import type { ReferralStore, SarRegister } from '../store/referral-store.ts'
import { announce, type Announcer } from './announce.ts'
import type { Clock, RandomBytes } from './ports.ts'

export type RegisterDependencies = {
  readonly sarRegister: Pick<SarRegister, 'register'>
  readonly referrals: Pick<ReferralStore, 'find'>
  readonly reference: ReferenceData
  readonly clock: Clock
  readonly randomBytes: RandomBytes
  readonly announcer: Announcer
}

/** A registered referral: new, or there before with the same content. */
export type RegisteredReferral = { readonly created: boolean; readonly referral: Referral }

/** Whoever sends it again may have been cut off before the unit was told: who was told hears nothing twice. */
const alreadyThere = async (
  { referrals, announcer }: RegisterDependencies,
  id: string,
  registration: Registration,
): Promise<Result<RegisteredReferral, Refusal>> => {
  const stored = await referrals.find(id)
  if (!stored) throw new Error(`The register of SARs names ${id}, which does not exist`)
  const { referral } = stored
  if (!saysTheSame(referral.registration, registration))
    return refused({ kind: 'already_registered_differently', id })
  if (referral.status === 'awaiting_acknowledgement') await announce(announcer, referral)
  return ok({ created: false, referral })
}

/**
 * The UKFIU registers a SAR reference as referred to an organisation. The same registration again answers with the
 * referral that is there; the same SAR and organisation with other content is refused, naming it.
 */
export const registerReferral =
  (dependencies: RegisterDependencies) =>
  async (principal: Principal, registration: Registration): Promise<Result<RegisteredReferral, Refusal>> => {
    const { sarRegister, reference, clock, randomBytes } = dependencies
    const rules = rulesFor(reference, registration.organisation)
    if (!rules)
      return refused(
        invalidField('/organisation', 'Must be the code of an organisation: see /v1/organisations.'),
      )
    for (;;) {
      const id = referralIdFrom(randomBytes(8))
      const decision = register(id, registration, { now: clock.now(), by: actorOf(principal), rules })
      if (!decision.ok) return decision
      const result = await sarRegister.register(decision.value, rules)
      if (result.stored) {
        await announce(dependencies.announcer, result.referral)
        return ok({ created: true, referral: result.referral })
      }
      if (result.taken === 'sar') return alreadyThere(dependencies, result.by, registration)
    }
  }
