import type { Principal } from '../domain/principal.ts'
import { giveOutcome } from '../domain/referral/give-outcome.ts'
import type { Outcome } from '../domain/referral/returns.ts'
import { changeReferral, type ChangeDependencies } from './change-referral.ts'

/**
 * A force gives or corrects an outcome; `version` is the version of the referral that a correction changes. Answers
 * with the referral and a receipt, or with why not.
 */
export const giveReferralOutcome =
  (dependencies: ChangeDependencies) =>
  (principal: Principal, id: string, outcome: Outcome, version: number | undefined) =>
    changeReferral(dependencies)(principal, id, 'outcome_given', (referral, context) =>
      giveOutcome(referral, outcome, version, context),
    )
