import type { Principal } from '../domain/principal.ts'
import type { Referral } from '../domain/referral/referral.ts'
import type { ReferralStore, SarRegister } from '../store/referral-store.ts'
import { viewOf, type ReadDependencies } from './read-referral.ts'
import type { ReferralView } from './view.ts'
import { maySee } from './visibility.ts'

export type FindBySarDependencies = Pick<ReadDependencies, 'clock' | 'reference'> & {
  readonly referrals: Pick<ReferralStore, 'find'>
  readonly sarRegister: Pick<SarRegister, 'holdingsOf' | 'holdersOf'>
}

/** Every referral that a SAR was ever passed on in, for the UKFIU; for anybody else there is none. */
export const findBySar =
  (dependencies: FindBySarDependencies) =>
  async (principal: Principal, sarReference: string): Promise<readonly ReferralView[]> => {
    if (principal.role !== 'ukfiu') return []
    const holdings = await dependencies.sarRegister.holdingsOf(sarReference)
    const stored = await Promise.all(holdings.map(({ id }) => dependencies.referrals.find(id)))
    const found = stored.flatMap((each): Referral[] =>
      each && maySee(principal, each.referral) ? [each.referral] : [],
    )
    return Promise.all(found.map((referral) => viewOf(dependencies)(principal, referral)))
  }
