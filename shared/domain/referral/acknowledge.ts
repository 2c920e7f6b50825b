import { unlessIdentities } from '../free-text.ts'
import { invalidField } from '../refusal.ts'
import { ok, refused } from '../result.ts'
import { saysTheSame } from '../same.ts'
import { nothingToChange, record, todayOf, type CommandContext, type Decision } from './command.ts'
import type { Acknowledged } from './events.ts'
import { ifPossible } from './lifecycle.ts'
import type { Referral } from './referral.ts'
import type { Acknowledgement } from './returns.ts'

/**
 * Acknowledges a referral. The same acknowledgement sent again changes nothing; another one is refused, as is one
 * that comes after a return, or that expects to answer on a day already past.
 */
export const acknowledge = (
  referral: Referral,
  acknowledgement: Acknowledgement,
  context: CommandContext,
): Decision<Acknowledged> => {
  if ('acknowledgement' in referral && saysTheSame(referral.acknowledgement, acknowledgement))
    return nothingToChange
  return ifPossible(referral, 'acknowledge', () => {
    const today = todayOf(referral, context.now)
    if (acknowledgement.expectedBy !== undefined && acknowledgement.expectedBy < today) {
      return refused(
        invalidField('/expectedBy', `Must be today (${today}) or later: it is when you expect to answer.`),
      )
    }
    return unlessIdentities({ localReference: acknowledgement.localReference }, () =>
      ok(record(referral, { type: 'acknowledged', acknowledgement }, context)),
    )
  })
}
