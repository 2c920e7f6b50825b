import { addWorkingDays } from '../calendar.ts'
import type { LocalDate } from '../dates.ts'
import { isOpen, type LadderPosition, type OpenReferral, type Referral } from '../referral/referral.ts'
import type { LadderRung, Owable } from '../response-policy.ts'
import type { Rules } from '../rules.ts'

/** A reminder that will be due on a day unless the referral is answered before. */
export type PlannedReminder = LadderPosition & Pick<LadderRung, 'to'> & { readonly on: LocalDate }

const climb = (owed: Owable, dueOn: LocalDate, { calendar, policy }: Rules): PlannedReminder[] =>
  policy.ladder.map(({ rung, workingDaysAfterDue, to }) => ({
    owed,
    rung,
    to,
    on: addWorkingDays(calendar, dueOn, workingDaysAfterDue),
  }))

/** The ladder starts again when something new becomes owed: the first return takes over from the acknowledgement. */
const planned = (referral: OpenReferral, rules: Rules): PlannedReminder[] => {
  switch (referral.status) {
    case 'awaiting_update':
      return climb('progress_update', referral.updateDue.dueOn, rules)
    case 'awaiting_first_return':
      return climb('first_return', referral.firstReturnDue.dueOn, rules)
    case 'awaiting_acknowledgement': {
      const forAcknowledgement = climb('acknowledgement', referral.acknowledgementDue.dueOn, rules)
      return [
        ...forAcknowledgement.filter(({ on }) => on < referral.firstReturnTakesOverOn),
        ...climb('first_return', referral.firstReturnDue.dueOn, rules),
      ]
    }
  }
}

const isAt = (position: LadderPosition | undefined) => (reminder: PlannedReminder) =>
  reminder.owed === position?.owed && reminder.rung === position.rung

const ahead = (referral: OpenReferral, rules: Rules): PlannedReminder[] => {
  const all = planned(referral, rules)
  return all.slice(all.findIndex(isAt(referral.lastReminder)) + 1)
}

/** The day on which the next reminder of a referral falls due; undefined when none is ahead. */
export const nextReminderOn = (referral: Referral, rules: Rules): LocalDate | undefined =>
  isOpen(referral) ? ahead(referral, rules)[0]?.on : undefined

/** The one reminder to send now, and the ones that a missed run passed over. */
export type DueReminder = {
  readonly reminder: PlannedReminder
  readonly passedOver: readonly LadderPosition[]
}

/** What is to be sent for a referral on a London day: only the highest rung that is due. */
export const reminderDueOn = (
  referral: Referral,
  today: LocalDate,
  rules: Rules,
): DueReminder | undefined => {
  if (!isOpen(referral)) return undefined
  const due = ahead(referral, rules).filter(({ on }) => on <= today)
  const reminder = due.at(-1)
  if (!reminder) return undefined
  return { reminder, passedOver: due.slice(0, -1).map(({ owed, rung }) => ({ owed, rung })) }
}
