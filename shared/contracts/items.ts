import * as z from 'zod'
import { roles, theService } from '../domain/principal.ts'
import type { History } from '../domain/referral/events.ts'
import { contactRoles, rungs } from '../domain/response-policy.ts'
import { acknowledgementBody, outcomeBody, registrationBody } from './requests.ts'
import { instant, localDate, referralId } from './values.ts'

const deadline = z.strictObject({
  dueOn: localDate,
  countedFrom: localDate,
  workingDays: z.int(),
  holidaysSkipped: z.array(localDate),
  calendar: z.string(),
  policy: z.string(),
})

const actor = z.union([
  z.strictObject({
    id: z.literal(theService.id),
    name: z.literal(theService.name),
    role: z.literal(theService.role),
  }),
  z.strictObject({
    id: z.string(),
    name: z.string(),
    role: z.enum(roles),
    organisation: z.string().optional(),
  }),
])

const recorded = { version: z.int().positive(), at: instant, by: actor }

const registered = z.strictObject({
  ...recorded,
  type: z.literal('registered'),
  id: referralId,
  registration: registrationBody,
  answeringUnit: z.string(),
  acknowledgementDue: deadline,
  firstReturnDue: deadline,
  firstReturnTakesOverOn: localDate,
})

const acknowledged = z.strictObject({
  ...recorded,
  type: z.literal('acknowledged'),
  acknowledgement: acknowledgementBody,
})

const outcomeGiven = z.strictObject({
  ...recorded,
  type: z.literal('outcome_given'),
  outcome: outcomeBody,
  received: z.strictObject({ on: localDate, workingDays: z.int().nonnegative() }),
  codeLists: z.string(),
})

const ladderPosition = {
  owed: z.enum(['acknowledgement', 'first_return', 'progress_update']),
  rung: z.enum(rungs),
}

const reminded = z.strictObject({
  ...recorded,
  type: z.literal('reminded'),
  on: localDate,
  ...ladderPosition,
  passedOver: z.array(z.strictObject(ladderPosition)),
})

/** A referral's history as it is stored. */
export const history: z.ZodType<History> = z.tuple(
  [registered],
  z.discriminatedUnion('type', [acknowledged, outcomeGiven, reminded]),
)

/** An item of the referrals table, its stream or one of its indexes; the indexes' own keys are for DynamoDB only. */
export const referralItem = z.object({ id: referralId, version: z.int().positive(), history })

/** Who holds a SAR. */
export const sarRegisterItem = z.object({
  sarReference: z.string(),
  organisation: z.string(),
  id: referralId,
})

/** What was last counted for a referral, and at which of its versions. */
export const countedItem = z.object({
  version: z.int().positive(),
  year: z.string(),
  organisation: z.string(),
  counters: z.array(z.string()),
})
export type Counted = z.infer<typeof countedItem>

/** The counters of a year and organisation: beside its keys the item has nothing but counters, each by its name. */
export const countersItem = z.object({ scope: z.string(), entry: z.string() }).catchall(z.int())

/** Where an organisation's e-mail goes. */
export const contactsItem = z.object({
  organisation: z.string(),
  contacts: z.array(
    z.strictObject({ role: z.enum(contactRoles), email: z.email(), lastVerifiedOn: localDate }),
  ),
})
export type Contact = z.infer<typeof contactsItem>['contacts'][number]
