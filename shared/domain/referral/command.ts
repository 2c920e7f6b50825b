import { londonDate, type Instant, type LocalDate } from '../dates.ts'
import type { Actor } from '../principal.ts'
import { ok, type Result } from '../result.ts'
import type { Refusal } from '../refusal.ts'
import { workingDaysBetween } from '../calendar.ts'
import type { Rules } from '../rules.ts'
import type { Recorded, ReferralEvent } from './events.ts'
import type { Referral } from './referral.ts'
import type { Received } from './returns.ts'

/** What every command is decided with: the moment, who asks, and the rules of the organisation. */
export type CommandContext = { readonly now: Instant; readonly by: Actor; readonly rules: Rules }

/** The event a command leads to; `undefined` when what it asks for is so already and nothing needs to change. */
export type Decision<Event extends ReferralEvent> = Result<Recorded<Event> | undefined, Refusal>

/** Clocks of different machines differ a little: a history's moments never run backwards all the same. */
const momentOf = (referral: Referral, now: Instant): Instant =>
  now > referral.changedAt ? now : referral.changedAt

export const todayOf = (referral: Referral, now: Instant): LocalDate => londonDate(momentOf(referral, now))

/** The event as the referral's next version. */
export const record = <Event extends ReferralEvent>(
  referral: Referral,
  event: Event,
  { now, by }: CommandContext,
): Recorded<Event> => ({ ...event, version: referral.version + 1, at: momentOf(referral, now), by })

export const nothingToChange: Result<undefined, never> = ok(undefined)

/** That a return is received now: the London day, and how many of the organisation's working days it took. */
export const receivedOn = (referral: Referral, { now, rules }: CommandContext): Received => {
  const on = todayOf(referral, now)
  return { on, workingDays: workingDaysBetween(rules.calendar, referral.registration.referredOn, on) }
}
