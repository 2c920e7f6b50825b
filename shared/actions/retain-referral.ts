import type { Principal } from '../domain/principal.ts'
import type { Retention } from '../domain/referral/moves.ts'
import { retain } from '../domain/referral/retain.ts'
import { changeReferral, type ChangeDependencies } from './change-referral.ts'

/** The UKFIU keeps a closed referral whose review has come up. Answers with the referral, or with why not. */
export const retainReferral =
  (dependencies: ChangeDependencies) => (principal: Principal, id: string, retention: Retention) =>
    changeReferral(dependencies)(principal, id, 'retained', (referral, context) =>
      retain(referral, retention, context),
    )
