import { addWorkingDays } from '../calendar.ts'
import { londonDate } from '../dates.ts'
import { unlessIdentities } from '../free-text.ts'
import { deadlineAfter } from '../deadline.ts'
import { invalidField, type Refusal } from '../refusal.ts'
import { ok, refused, type Result } from '../result.ts'
import type { Rules } from '../rules.ts'
import type { CommandContext } from './command.ts'
import type { Recorded, Registered } from './events.ts'
import type { Registration } from './registration.ts'

/** Dates before the bank-holiday file begins can't be counted in working days. */
const earliest = ({ calendar }: Rules): string =>
  `${[...calendar.holidays.keys()].toSorted()[0]?.slice(0, 4)}-01-01`

const dates = (
  id: string,
  registration: Registration,
  { organisation, calendar, policy }: Rules,
): Registered => {
  const clocks = registration.urgent ? policy.clocks.urgent : policy.clocks.standard
  const due = (workingDays: number) =>
    deadlineAfter(calendar, policy.version, registration.referredOn, workingDays)
  const firstReturnDue = due(clocks.firstReturn)
  return {
    type: 'registered',
    id,
    registration,
    answeringUnit: organisation.respondedToBy,
    acknowledgementDue: due(clocks.acknowledgement),
    firstReturnDue,
    firstReturnTakesOverOn: addWorkingDays(calendar, firstReturnDue.dueOn, -policy.firstReturnTakesOver),
  }
}

/**
 * Registers a SAR reference as referred to one organisation, under a new opaque `id`. Refuses a referral dated after
 * the London day of `now`, or before the bank-holiday calendar begins.
 */
export const register = (
  id: string,
  registration: Registration,
  { now, by, rules }: CommandContext,
): Result<Recorded<Registered>, Refusal> => {
  const { referredOn } = registration
  const today = londonDate(now)
  if (referredOn > today) {
    return refused(invalidField('/referredOn', `Must be today (${today}) or earlier: it is in the future.`))
  }
  if (referredOn < earliest(rules)) {
    return refused(
      invalidField('/referredOn', `Must be ${earliest(rules)} or later, when the calendar begins.`),
    )
  }
  const handlingConditions = registration.handling === 'C' ? registration.handlingConditions : undefined
  return unlessIdentities({ handlingConditions }, () =>
    ok({ ...dates(id, registration, rules), version: 1, at: now, by }),
  )
}
