import type { LocalDate } from '../dates.ts'
import { record, type CommandContext } from '../referral/command.ts'
import type { Recorded, Reminded } from '../referral/events.ts'
import type { LadderPosition, Referral } from '../referral/referral.ts'
import { saysTheSame } from '../same.ts'
import { reminderDueOn, type DueReminder } from './ladder.ts'

const positions = ({ sent }: DueReminder): LadderPosition[] => sent.map(({ owed, rung }) => ({ owed, rung }))

/** That the reminder `told` was sent for a London day; undefined when it isn't the one that is due any more. */
export const recordReminder = (
  referral: Referral,
  on: LocalDate,
  told: DueReminder,
  context: CommandContext,
): Recorded<Reminded> | undefined => {
  const due = reminderDueOn(referral, on, context.rules)
  if (!due || !saysTheSame(positions(due), positions(told))) return undefined
  return record(referral, { type: 'reminded', on, sent: positions(due), passedOver: due.passedOver }, context)
}
