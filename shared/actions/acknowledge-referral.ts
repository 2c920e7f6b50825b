import type { Principal } from '../domain/principal.ts'
import { acknowledge } from '../domain/referral/acknowledge.ts'
import type { Acknowledgement } from '../domain/referral/returns.ts'
import { changeReferral, type ChangeDependencies } from './change-referral.ts'

/** A force says that it has a referral. Answers with the referral and a receipt, or with why not. */
export const acknowledgeReferral =
  (dependencies: ChangeDependencies) =>
  (principal: Principal, id: string, acknowledgement: Acknowledgement) =>
    changeReferral(dependencies)(principal, id, 'acknowledged', (referral, context) =>
      acknowledge(referral, acknowledgement, context),
    )
