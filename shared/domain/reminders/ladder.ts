import { addWorkingDays, workingDaysBetween } from '../calendar.ts'
import { londonDate, type LocalDate } from '../dates.ts'
import type { Deadline } from '../deadline.ts'
import { cutOffOf, reportingYearOf } from '../reporting-year.ts'
import { dueOn } from '../referral/owed.ts'
import { isOpen, type LadderPosition, type OpenReferral, type Referral } from '../referral/referral.ts'
import type { ContactRole, Owable } from '../response-policy.ts'
import type { Rules } from '../rules.ts'

/** A reminder that falls due on a day unless the referral is answered before. */
export type PlannedReminder = LadderPosition & {
  readonly to: readonly ContactRole[]
  readonly on: LocalDate
}

/** The whole clock, from the day it began to run to the day it runs out. */
const clockOf = ({ basis, dueOn: until }: Deadline, { calendar }: Rules): number =>
  workingDaysBetween(calendar, basis.kind === 'given' ? basis.on : basis.from, until)

/** The steps counted from a date owed. */
const climb = (owed: Owable, deadline: Deadline, rules: Rules): PlannedReminder[] =>
  rules.policy.ladder.flatMap(({ rung, when, to }) => {
    if (when.kind !== 'from_due_date') return []
    if (when.unlessClockAtMost !== undefined && clockOf(deadline, rules) <= when.unlessClockAtMost) return []
    return [{ owed, rung, to, on: addWorkingDays(rules.calendar, deadline.dueOn, when.workingDays) }]
  })

/** The first word about a new referral: in the next digest after it was registered. */
const announcement = ({ registeredAt }: OpenReferral, { policy }: Rules): PlannedReminder[] =>
  policy.ladder
    .filter(({ when }) => when.kind === 'when_registered')
    .map(({ rung, to }) => ({ owed: 'acknowledgement', rung, to, on: londonDate(registeredAt) }))

/** The ladder starts again when something new becomes owed: the first return takes over from the acknowledgement. */
const planned = (referral: OpenReferral, rules: Rules): PlannedReminder[] => {
  switch (referral.status) {
    case 'awaiting_update':
      return climb('progress_update', referral.updateDue, rules)
    case 'awaiting_first_return':
      return climb('first_return', referral.firstReturnDue, rules)
    case 'awaiting_acknowledgement': {
      const forFirstReturn = climb('first_return', referral.firstReturnDue, rules)
      // Only what is owed can be put off: the acknowledgement was left behind by then.
      if (referral.firstReturnDue.extensions.length > 0) return forFirstReturn
      const forAcknowledgement = climb('acknowledgement', referral.acknowledgementDue, rules)
      return [
        ...announcement(referral, rules),
        ...forAcknowledgement.filter(({ on }) => on < referral.firstReturnTakesOverOn),
        ...forFirstReturn,
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

/** Whether every step of the ladder is behind a referral for what it owes. */
export const isClimbed = (referral: OpenReferral, rules: Rules): boolean =>
  ahead(referral, rules).length === 0

/** Once, some time before the cut-off of its year, for a referral that has no outcome; after the cut-off no more. */
const cutOffReminder = (referral: OpenReferral, today: LocalDate, rules: Rules): PlannedReminder[] => {
  const cutOff = cutOffOf(reportingYearOf(referral.registration.referredOn), rules.policy.cutOffs)
  if (referral.remindedOfCutOff || today > cutOff) return []
  const owed = dueOn(referral, today).what
  return rules.policy.ladder.flatMap(({ rung, when, to }) =>
    when.kind === 'before_cut_off'
      ? [{ owed, rung, to, on: addWorkingDays(rules.calendar, cutOff, -when.workingDays) }]
      : [],
  )
}

const earliest = (reminders: readonly PlannedReminder[]): LocalDate | undefined =>
  reminders.map(({ on }) => on).toSorted()[0]

/** The day on which the next reminder of a referral falls due; undefined when none is ahead. */
export const nextReminderOn = (referral: Referral, rules: Rules): LocalDate | undefined => {
  if (!isOpen(referral)) return undefined
  const today = londonDate(referral.changedAt)
  return earliest([...ahead(referral, rules).slice(0, 1), ...cutOffReminder(referral, today, rules)])
}

const positionOf = ({ owed, rung }: PlannedReminder): LadderPosition => ({ owed, rung })

/** The cut-off's own step, ahead when the referral was last changed and behind it by now, if nobody was told. */
const cutOffPassedOver = (referral: OpenReferral, today: LocalDate, rules: Rules): LadderPosition[] => {
  if (cutOffReminder(referral, today, rules).length > 0) return []
  return cutOffReminder(referral, londonDate(referral.changedAt), rules).map(positionOf)
}

/** What to send about a referral now: its ladder's highest step that is due, the cut-off, both, or only a note. */
export type DueReminder = {
  /** Empty when all that is left to do is to record what was passed over. */
  readonly sent: readonly PlannedReminder[]
  /** The steps that a missed run passed over. */
  readonly passedOver: readonly LadderPosition[]
}

/** What is to be sent, or noted as passed over, about a referral on a London day; undefined when there is nothing. */
export const reminderDueOn = (
  referral: Referral,
  today: LocalDate,
  rules: Rules,
): DueReminder | undefined => {
  if (!isOpen(referral)) return undefined
  const owedNow = dueOn(referral, today).what
  const due = ahead(referral, rules).filter(({ on }) => on <= today)
  // What is owed no longer is not reminded of, though the first word about a referral still is said.
  const last = due.at(-1)
  const highest = last && (last.owed === owedNow || last.rung === 'referred') ? last : undefined
  const cutOff = cutOffReminder(referral, today, rules).filter(({ on }) => on <= today)
  const sent = [...(highest ? [highest] : []), ...cutOff]
  const below = (highest ? due.slice(0, -1) : []).map(positionOf)
  const passedOver = [...below, ...cutOffPassedOver(referral, today, rules)]
  return sent.length > 0 || passedOver.length > 0 ? { sent, passedOver } : undefined
}

/** The first word about a referral, while nobody was told of it nor answered: an urgent one is told of at once. */
export const firstWordOf = (referral: Referral, rules: Rules): DueReminder | undefined => {
  if (!isOpen(referral)) return undefined
  const [first] = announcement(referral, rules)
  const [next] = ahead(referral, rules)
  return first && next && isAt(first)(next) ? { sent: [first], passedOver: [] } : undefined
}
