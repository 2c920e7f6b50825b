import type { LocalDate } from '../../domain/dates.ts'
import { theService } from '../../domain/principal.ts'
import type { Referral } from '../../domain/referral/referral.ts'
import type { DueReminder } from '../../domain/reminders/ladder.ts'
import { recordReminder } from '../../domain/reminders/remind.ts'
import { rulesOf } from '../../domain/rules.ts'
import type { ReminderDependencies } from './dependencies.ts'

type Recording = Pick<ReminderDependencies, 'referrals' | 'reference' | 'clock'>

/**
 * Records on a referral that it was reminded of what an e-mail told; one that was changed meanwhile is looked at again,
 * and one that owes something else by now was not reminded of that.
 */
export const recordReminderOn = async (
  { referrals, reference, clock }: Recording,
  referral: Referral,
  on: LocalDate,
  told: DueReminder,
): Promise<void> => {
  const rules = rulesOf(reference, referral.registration.organisation)
  let latest: Referral | undefined = referral
  while (latest) {
    const event = recordReminder(latest, on, told, { now: clock.now(), by: theService, rules })
    if (!event || (await referrals.append(latest, event, rules))) return
    latest = (await referrals.find(referral.id))?.referral
  }
}
