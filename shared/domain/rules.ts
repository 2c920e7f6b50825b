import type { Division, WorkingCalendar } from './calendar.ts'
import type { Organisation } from './organisation.ts'
import type { ResponsePolicy } from './response-policy.ts'

/** What the rules read beside a referral: who there is, whose holidays count, and the clocks in force. */
export type ReferenceData = {
  readonly organisations: ReadonlyMap<string, Organisation>
  readonly calendars: Readonly<Record<Division, WorkingCalendar>>
  readonly policy: ResponsePolicy
}

/** The rules as they hold for one organisation. */
export type Rules = {
  readonly organisation: Organisation
  readonly calendar: WorkingCalendar
  readonly policy: ResponsePolicy
}

/** The rules for an organisation's code, or undefined when there is no such organisation. */
export const rulesFor = (reference: ReferenceData, code: string): Rules | undefined => {
  const organisation = reference.organisations.get(code)
  if (!organisation) return undefined
  return { organisation, calendar: reference.calendars[organisation.bankHolidays], policy: reference.policy }
}

/** The rules for the organisation of a stored referral. Throws when it is not in the list any more. */
export const rulesOf = (reference: ReferenceData, code: string): Rules => {
  const rules = rulesFor(reference, code)
  if (!rules) throw new Error(`No organisation has the code ${code}`)
  return rules
}
