import { extended } from '../deadline.ts'
import { unlessIdentities } from '../free-text.ts'
import { ok, refused } from '../result.ts'
import { saysTheSame } from '../same.ts'
import { nothingToChange, record, todayOf, type CommandContext, type Decision } from './command.ts'
import type { DateExtended } from './events.ts'
import { ifPossible } from './lifecycle.ts'
import type { ExtensionRequest } from './moves.ts'
import { dueOn } from './owed.ts'
import { isOpen, type Referral } from './referral.ts'

/** How often a date of one referral may be put off. */
const mostExtensions = 2

/** The same request on the same London day is one that was sent again. */
const wasJustMade = (referral: Referral, extension: ExtensionRequest, { now }: CommandContext): boolean =>
  isOpen(referral) &&
  referral.lastExtension?.on === todayOf(referral, now) &&
  saysTheSame(referral.lastExtension.request, extension)

/** The UKFIU puts off the date now owed; the dates before stay on record. The same request again on a day changes nothing. Refused when it was put off twice before. */
export const extend = (
  referral: Referral,
  extension: ExtensionRequest,
  context: CommandContext,
): Decision<DateExtended> => {
  if (wasJustMade(referral, extension, context)) return nothingToChange
  return ifPossible(referral, 'extend', () => {
    if (!isOpen(referral) || referral.timesExtended >= mostExtensions) {
      const detail = `Its dates have been put off ${mostExtensions} times, which is the most there can be.`
      return refused({ kind: 'not_in_this_state', status: referral.status, detail })
    }
    return unlessIdentities({ rationale: extension.rationale }, () => {
      const { what, deadline } = dueOn(referral, todayOf(referral, context.now))
      const due = extended(context.rules.calendar, deadline, extension.workingDays)
      return ok(record(referral, { type: 'date_extended', extension, owed: what, due }, context))
    })
  })
}
