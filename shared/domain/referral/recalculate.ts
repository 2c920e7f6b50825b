import { addWorkingDays, type WorkingCalendar } from '../calendar.ts'
import { firstSet, recounted, type Deadline } from '../deadline.ts'
import type { LocalDate } from '../dates.ts'
import type { Rules } from '../rules.ts'
import { record, todayOf, type CommandContext } from './command.ts'
import type { DatesRecalculated, Recorded } from './events.ts'
import { isOpen, type OpenReferral, type Referral } from './referral.ts'

const moved = (calendar: WorkingCalendar, deadline: Deadline): Deadline | undefined => {
  const now = recounted(calendar, deadline)
  return now.dueOn === deadline.dueOn ? undefined : now
}

/** The first return takes over some days before it first fell due, however it was put off since. */
const takeover = ({ calendar, policy }: Rules, firstReturn: Deadline): LocalDate =>
  addWorkingDays(calendar, firstSet(firstReturn), -policy.firstReturnTakesOver)

const changes = (referral: OpenReferral, today: LocalDate, rules: Rules): Omit<DatesRecalculated, 'type'> => {
  if (referral.status === 'awaiting_update') return { updateDue: moved(rules.calendar, referral.updateDue) }
  const firstReturnDue = moved(rules.calendar, referral.firstReturnDue)
  if (referral.status === 'awaiting_first_return') return { firstReturnDue }
  return {
    acknowledgementDue: moved(rules.calendar, referral.acknowledgementDue),
    firstReturnDue,
    firstReturnTakesOverOn:
      firstReturnDue && today < referral.firstReturnTakesOverOn ? takeover(rules, firstReturnDue) : undefined,
  }
}

/** An open referral's dates as a changed calendar has them; undefined when none of them moves. */
export const recalculate = (
  referral: Referral,
  context: CommandContext,
): Recorded<DatesRecalculated> | undefined => {
  if (!isOpen(referral)) return undefined
  const dates = changes(referral, todayOf(referral, context.now), context.rules)
  if (Object.values(dates).every((date) => date === undefined)) return undefined
  return record(referral, { type: 'dates_recalculated', ...dates }, context)
}
