import { addDays } from '../dates.ts'
import { deadlineGiven } from '../deadline.ts'
import { unlessIdentities } from '../free-text.ts'
import { invalidField } from '../refusal.ts'
import { ok, refused } from '../result.ts'
import { saysTheSame } from '../same.ts'
import {
  nothingToChange,
  receivedOn,
  record,
  todayOf,
  type CommandContext,
  type Decision,
} from './command.ts'
import type { ProgressReported } from './events.ts'
import { ifPossible } from './lifecycle.ts'
import type { Referral } from './referral.ts'
import type { ProgressReport } from './returns.ts'

/**
 * Reports that the enquiry goes on, and until when. The same report sent again on the same London day changes
 * nothing: it is the one sent before. Refuses a next update that isn't after today, or is later than the policy lets
 * it be.
 */
export const reportProgress = (
  referral: Referral,
  report: ProgressReport,
  context: CommandContext,
): Decision<ProgressReported> => {
  const today = todayOf(referral, context.now)
  if (referral.status === 'awaiting_update' && saysTheSame(referral.lastReport, report)) {
    const { basis } = referral.updateDue
    if (basis.kind === 'given' && basis.on === today) return nothingToChange
  }
  return ifPossible(referral, 'report_progress', () => {
    const { nextUpdateOn } = report
    const latest = addDays(today, context.rules.policy.nextUpdateWithinDays)
    if (nextUpdateOn <= today || nextUpdateOn > latest) {
      return refused(
        invalidField('/nextUpdateOn', `Must be after today (${today}) and no later than ${latest}.`),
      )
    }
    return unlessIdentities({ rationale: report.rationale }, () => {
      const received = receivedOn(referral, context)
      const updateDue = deadlineGiven(nextUpdateOn, today)
      return ok(record(referral, { type: 'progress_reported', report, received, updateDue }, context))
    })
  })
}
