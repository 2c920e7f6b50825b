import * as z from 'zod'
import { contactRoles, rungs } from '../../domain/response-policy.ts'
import { owable } from '../items.ts'
import { localDate, organisationCode, referralId } from '../values.ts'

/** A referral whose date has passed. */
export const nonResponse = z.strictObject({
  id: referralId,
  referredOn: localDate,
  urgent: z.boolean(),
  owed: owable,
  dueOn: localDate,
  daysOverdue: z.int().positive().describe('Calendar days since `dueOn`.'),
  reminders: z
    .array(z.strictObject({ on: localDate, rungs: z.array(z.enum(rungs)) }))
    .describe('What was sent about it, and when.'),
  governance: z
    .boolean()
    .describe('True once every reminder is behind it: it stays here, named and aged, until it is answered.'),
})

const named = { code: organisationCode, name: z.string() }

export const organisationNonResponses = z.strictObject({
  ...named,
  oldestDays: z.int().positive().describe('The age of its oldest, in calendar days.'),
  overdue: z.array(nonResponse).describe('The oldest first.'),
})

/** Everything overdue in the country. */
export const nonResponses = z.strictObject({
  asAt: localDate,
  organisations: z.array(organisationNonResponses).describe('The worst age first.'),
  silent: z
    .array(z.strictObject({ ...named, lastHeardOn: localDate.nullable() }))
    .describe('Organisations that owe something and sent nothing for twelve months.'),
  contactsToMend: z
    .array(
      z.strictObject({
        organisation: z.string(),
        role: z.enum(contactRoles),
        email: z.email(),
        failingSince: localDate,
      }),
    )
    .describe('Addresses from which e-mail comes back.'),
})
