import { londonDate } from '../domain/dates.ts'
import type { Principal } from '../domain/principal.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Referral } from '../domain/referral/referral.ts'
import { ok, refused, type Result } from '../domain/result.ts'
import type { ReferenceData } from '../domain/rules.ts'
import type { ReferralStore, SarRegister } from '../store/referral-store.ts'
import type { Clock } from './ports.ts'
import { viewFor, type ReferralView } from './view.ts'
import { maySee } from './visibility.ts'

export type ReadDependencies = {
  readonly referrals: Pick<ReferralStore, 'find'>
  readonly sarRegister: Pick<SarRegister, 'holdersOf'>
  readonly clock: Clock
  readonly reference: Pick<ReferenceData, 'policy'>
}

/** A referral as a reader sees it now, looking up who else holds the SAR only for those who are told. */
export const viewOf =
  ({ sarRegister, clock, reference }: Omit<ReadDependencies, 'referrals'>) =>
  async (principal: Principal, referral: Referral): Promise<ReferralView> => {
    const { sarReference } = referral.registration
    const tells = principal.role === 'ukfiu' && sarReference !== null
    const holders = tells ? await sarRegister.holdersOf(sarReference) : []
    return viewFor(principal, referral, { today: londonDate(clock.now()), holders, policy: reference.policy })
  }

/** One referral, for somebody who may see it. */
export const readReferral =
  (dependencies: ReadDependencies) =>
  async (principal: Principal, id: string): Promise<Result<ReferralView, Refusal>> => {
    const stored = await dependencies.referrals.find(id)
    if (!stored || !maySee(principal, stored.referral)) return refused({ kind: 'not_found' })
    return ok(await viewOf(dependencies)(principal, stored.referral))
  }
