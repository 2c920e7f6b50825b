import type { LocalDate } from '../dates.ts'
import { record, type CommandContext } from '../referral/command.ts'
import type { Recorded, Reminded } from '../referral/events.ts'
import type { LadderPosition, Referral } from '../referral/referral.ts'
import { saysTheSame } from '../same.ts'
import { firstWordOf, reminderDueOn, type DueReminder } from './ladder.ts'

const positions = ({ sent }: DueReminder): LadderPosition[] => sent.map(({ owed, rung }) => ({ owed, rung }))

/**
 * That the reminder `told` was sent for a London day; undefined when it is neither what is due any more nor the first
 * word about a referral of which nothing was told yet.
 */
export const recordReminder = (
  referral: Referral,
  on: LocalDate,
  told: DueReminder,
  context: CommandContext,
): Recorded<Reminded> | undefined => {
  const possible = [reminderDueOn(referral, on, context.rules), firstWordOf(referral, context.rules)]
  const due = possible.find((each) => each && saysTheSame(positions(each), positions(told)))
  return (
    due &&
    record(referral, { type: 'reminded', on, sent: positions(due), passedOver: due.passedOver }, context)
  )
}
