import type { Principal } from '../domain/principal.ts'
import { reportProgress } from '../domain/referral/report-progress.ts'
import type { ProgressReport } from '../domain/referral/returns.ts'
import { changeReferral, type ChangeDependencies } from './change-referral.ts'

/** A force says that its enquiry goes on. Answers with the referral and a receipt, or with why not. */
export const reportReferralProgress =
  (dependencies: ChangeDependencies) => (principal: Principal, id: string, report: ProgressReport) =>
    changeReferral(dependencies)(principal, id, 'progress_reported', (referral, context) =>
      reportProgress(referral, report, context),
    )
