import type { LocalDate } from '../dates.ts'
import { record, type CommandContext } from '../referral/command.ts'
import type { Recorded, Reminded } from '../referral/events.ts'
import type { Referral } from '../referral/referral.ts'
import { reminderDueOn } from './ladder.ts'

/** That the reminder due on a London day was sent; undefined when none is due any more, because it was answered. */
export const recordReminder = (
  referral: Referral,
  on: LocalDate,
  context: CommandContext,
): Recorded<Reminded> | undefined => {
  const due = reminderDueOn(referral, on, context.rules)
  if (!due) return undefined
  const { owed, rung } = due.reminder
  return record(referral, { type: 'reminded', on, owed, rung, passedOver: due.passedOver }, context)
}
