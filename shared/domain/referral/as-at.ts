import { addDays, startOfDay, type LocalDate } from '../dates.ts'
import type { History } from './events.ts'
import { fold } from './evolve.ts'
import type { Referral } from './referral.ts'

/**
 * What was known of referrals by the end of a London day: answers, for a history, with the referral as it then stood,
 * or with undefined when it had not been registered yet.
 */
export const asAtEndOf = (date: LocalDate): ((history: History) => Referral | undefined) => {
  const nextDay = startOfDay(addDays(date, 1))
  return ([registered, ...changes]) =>
    registered.at < nextDay ? fold([registered, ...changes.filter(({ at }) => at < nextDay)]) : undefined
}
