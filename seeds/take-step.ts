import { acknowledgeReferral } from '../shared/actions/acknowledge-referral.ts'
import type { ChangeDependencies, Changed } from '../shared/actions/change-referral.ts'
import { extendDate } from '../shared/actions/extend-date.ts'
import { giveReferralOutcome } from '../shared/actions/give-outcome.ts'
import { redirectReferral, type RedirectDependencies } from '../shared/actions/redirect-referral.ts'
import { reportReferralProgress } from '../shared/actions/report-progress.ts'
import { withdrawReferral } from '../shared/actions/withdraw-referral.ts'
import type { Refusal } from '../shared/domain/refusal.ts'
import type { Referral } from '../shared/domain/referral/referral.ts'
import type { Result } from '../shared/domain/result.ts'
import { rulesOf } from '../shared/domain/rules.ts'
import { ukfiuOfficer, unitOfficer } from './principals.ts'
import type { SampleStep } from './sample-year/sample-referral.ts'

type StepDependencies = ChangeDependencies & RedirectDependencies

/** Takes one step of the sample by the action, and as the person, that a request for it goes through. */
export const takeStep = (
  dependencies: StepDependencies,
  { id, version, status, answeringUnit }: Referral,
  step: SampleStep,
): Promise<Result<Changed, Refusal>> => {
  const unit = unitOfficer(rulesOf(dependencies.reference, answeringUnit).organisation)
  switch (step.kind) {
    case 'acknowledge':
      return acknowledgeReferral(dependencies)(unit, id, step.acknowledgement)
    case 'report_progress':
      return reportReferralProgress(dependencies)(unit, id, step.report)
    case 'give_outcome': {
      const corrected = status === 'outcome_received' ? version : undefined
      return giveReferralOutcome(dependencies)(unit, id, step.outcome, corrected)
    }
    case 'extend':
      return extendDate(dependencies)(ukfiuOfficer, id, step.extension)
    case 'redirect':
      return redirectReferral(dependencies)(ukfiuOfficer, id, step.redirection)
    case 'withdraw':
      return withdrawReferral(dependencies)(ukfiuOfficer, id, step.withdrawal)
  }
}
