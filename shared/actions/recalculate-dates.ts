import { calendarName } from '../domain/deadline.ts'
import { theService } from '../domain/principal.ts'
import { recalculate } from '../domain/referral/recalculate.ts'
import type { Referral } from '../domain/referral/referral.ts'
import { rulesOf, type ReferenceData } from '../domain/rules.ts'
import type { ReferralStore } from '../store/referral-store.ts'
import type { UpkeepStore } from '../store/upkeep-store.ts'
import type { Clock } from './ports.ts'

export type RecalculateDependencies = {
  readonly referrals: Pick<ReferralStore, 'find' | 'append' | 'allOpen'>
  readonly upkeep: UpkeepStore
  readonly reference: ReferenceData
  readonly clock: Clock
}

/** Works one referral's dates out again; looked at again when it was changed meanwhile. True when a date moved. */
const recalculateOne = async (
  dependencies: RecalculateDependencies,
  referral: Referral,
): Promise<boolean> => {
  const { referrals, reference, clock } = dependencies
  const rules = rulesOf(reference, referral.registration.organisation)
  let latest: Referral | undefined = referral
  while (latest) {
    const event = recalculate(latest, { now: clock.now(), by: theService, rules })
    if (!event) return false
    if (await referrals.append(latest, event, rules)) return true
    latest = (await referrals.find(referral.id))?.referral
  }
  return false
}

/**
 * Works the dates of every open referral out again when a bank-holiday calendar has changed since it was last done,
 * and answers how many referrals had a date that moved. Cut short, it is done again from the start: a date that is
 * right already stays.
 */
export const recalculateDates = (dependencies: RecalculateDependencies) => async (): Promise<number> => {
  const { referrals, upkeep, reference } = dependencies
  const inForce = Object.values(reference.calendars).map(calendarName).join(', ')
  if ((await upkeep.calendarsApplied()) === inForce) return 0
  const units = new Set([...reference.organisations.values()].map(({ respondedToBy }) => respondedToBy))
  let moved = 0
  for (const unit of units) {
    for (const referral of await referrals.allOpen(unit)) {
      if (await recalculateOne(dependencies, referral)) moved += 1
    }
  }
  await upkeep.rememberCalendars(inForce)
  return moved
}
