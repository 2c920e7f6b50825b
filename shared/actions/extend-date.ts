import type { Principal } from '../domain/principal.ts'
import { extend } from '../domain/referral/extend.ts'
import type { ExtensionRequest } from '../domain/referral/moves.ts'
import { changeReferral, type ChangeDependencies } from './change-referral.ts'

/** The UKFIU puts off the date that a referral now owes. Answers with the referral, or with why not. */
export const extendDate =
  (dependencies: ChangeDependencies) => (principal: Principal, id: string, extension: ExtensionRequest) =>
    changeReferral(dependencies)(principal, id, 'date_extended', (referral, context) =>
      extend(referral, extension, context),
    )
