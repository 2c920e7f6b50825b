import type { Principal } from '../domain/principal.ts'
import type { Withdrawal } from '../domain/referral/moves.ts'
import { withdraw } from '../domain/referral/withdraw.ts'
import { changeReferral, type ChangeDependencies } from './change-referral.ts'

/** The UKFIU takes a referral back. Answers with the referral, or with why not. */
export const withdrawReferral =
  (dependencies: ChangeDependencies) => (principal: Principal, id: string, withdrawal: Withdrawal) =>
    changeReferral(dependencies)(principal, id, 'withdrawn', (referral, context) =>
      withdraw(referral, withdrawal, context),
    )
