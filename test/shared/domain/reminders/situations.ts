import { localDate } from '../../../../shared/domain/dates.ts'
import { isOpen } from '../../../../shared/domain/referral/referral.ts'
import { isClimbed, nextReminderOn, reminderDueOn } from '../../../../shared/domain/reminders/ladder.ts'
import { daysOn, isWorked } from '../../../support/reference.ts'
import { acknowledging, given, registering, reminding, rulesAt } from '../../../support/referrals.ts'

export type Situation = ReturnType<typeof given>

export const rulesFor = ({ referral }: Situation) => rulesAt(referral.registration.organisation)

export const dueOn = (situation: Situation, day: string) =>
  reminderDueOn(situation.referral, localDate(day), rulesFor(situation))

/** The day that the index has for it. */
export const next = (situation: Situation) => nextReminderOn(situation.referral, rulesFor(situation))

export const climbed = (situation: Situation) =>
  isOpen(situation.referral) && isClimbed(situation.referral, rulesFor(situation))

/** What is sent on a day, in words: `acknowledgement overdue`. */
export const sent = (situation: Situation, day: string) =>
  dueOn(situation, day)?.sent.map(({ owed, rung }) => `${owed} ${rung}`) ?? []

/** What is noted on a day as passed over, in the same words. */
export const passedOver = (situation: Situation, day: string) =>
  dueOn(situation, day)?.passedOver.map(({ owed, rung }) => `${owed} ${rung}`) ?? []

export const whom = (situation: Situation, day: string) => dueOn(situation, day)?.sent.flatMap(({ to }) => to)

/** What is sent when the digests go out every working day, from one day to another. */
export const sentBetween = (from: string, to: string, begun: Situation): readonly string[] => {
  const { organisation } = begun.referral.registration
  const all: string[] = []
  let situation = begun
  for (let day = from; day <= to; day = daysOn(day, 1)) {
    if (!isWorked(organisation, day) || !dueOn(situation, day)) continue
    all.push(...sent(situation, day).map((what) => `${day} ${what}`))
    situation = situation.and(reminding(day))
  }
  return all
}

/** Referred after Easter: the acknowledgement is due on 21 April, the first return on 4 June 2026. */
export const registered = registering({ organisation: 'kent', referredOn: '2026-04-07' })
export const acknowledged = given(registered, acknowledging('2026-04-07 11:00'))
