import * as z from 'zod'
import { roles, theService } from '../domain/principal.ts'
import type { History } from '../domain/referral/events.ts'
import { contactRoles, rungs, type ContactRole } from '../domain/response-policy.ts'
import {
  acknowledgementBody,
  extensionBody,
  outcomeBody,
  progressReportBody,
  redirectionBody,
  registrationBody,
  withdrawalBody,
} from './requests.ts'
import { instant, localDate, referralId } from './values.ts'

const counted = {
  from: localDate,
  workingDays: z.int(),
  holidaysSkipped: z.array(localDate),
  calendar: z.string(),
}

export const deadline = z.strictObject({
  dueOn: localDate,
  basis: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('working_days'), ...counted, policy: z.string() }),
    z.strictObject({ kind: z.literal('given'), on: localDate }),
  ]),
  extensions: z.array(z.strictObject(counted)),
})

export const actor = z.union([
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

export const registered = z.strictObject({
  ...recorded,
  type: z.literal('registered'),
  id: referralId,
  registration: registrationBody,
  answeringUnit: z.string(),
  redirectedFrom: referralId.optional(),
  acknowledgementDue: deadline,
  firstReturnDue: deadline,
  firstReturnTakesOverOn: localDate,
})

export const acknowledged = z.strictObject({
  ...recorded,
  type: z.literal('acknowledged'),
  acknowledgement: acknowledgementBody,
})

const received = z.strictObject({ on: localDate, workingDays: z.int().nonnegative() })

export const progressReported = z.strictObject({
  ...recorded,
  type: z.literal('progress_reported'),
  report: progressReportBody,
  received,
  updateDue: deadline,
})

export const outcomeGiven = z.strictObject({
  ...recorded,
  type: z.literal('outcome_given'),
  outcome: outcomeBody,
  received,
  codeLists: z.string(),
})

export const redirected = z.strictObject({
  ...recorded,
  type: z.literal('redirected'),
  redirection: redirectionBody,
  to: referralId,
})

export const withdrawn = z.strictObject({
  ...recorded,
  type: z.literal('withdrawn'),
  withdrawal: withdrawalBody,
})

export const owable = z.enum(['acknowledgement', 'first_return', 'progress_update'])

export const dateExtended = z.strictObject({
  ...recorded,
  type: z.literal('date_extended'),
  extension: extensionBody,
  owed: owable,
  due: deadline,
})

export const datesRecalculated = z.strictObject({
  ...recorded,
  type: z.literal('dates_recalculated'),
  acknowledgementDue: deadline.optional(),
  firstReturnDue: deadline.optional(),
  firstReturnTakesOverOn: localDate.optional(),
  updateDue: deadline.optional(),
})

const ladderPosition = z.strictObject({ owed: owable, rung: z.enum(rungs) })

export const reminded = z.strictObject({
  ...recorded,
  type: z.literal('reminded'),
  on: localDate,
  sent: z.array(ladderPosition),
  passedOver: z.array(ladderPosition),
})

/** A referral's history as it is stored. */
const history: z.ZodType<History> = z.tuple(
  [registered],
  z.discriminatedUnion('type', [
    acknowledged,
    progressReported,
    outcomeGiven,
    redirected,
    withdrawn,
    dateExtended,
    datesRecalculated,
    reminded,
  ]),
)

/** An item of the referrals table, its stream or one of its indexes; the indexes' own keys are for DynamoDB only. */
export const referralItem = z.object({ id: referralId, version: z.int().positive(), history })

/** An entry of the organisation index, which has nothing but keys. */
export const organisationEntry = z.object({ id: referralId, referred: z.string() })

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
  hmrc: z.boolean(),
  counters: z.array(z.string()),
})
export type Counted = z.infer<typeof countedItem>

/** What a task of upkeep was last done for. */
export const upkeepItem = z.object({ task: z.string(), doneFor: z.string() })

/** The generation of the figures that is read, and the one that a rebuild is counting, if any. */
export const generationsItem = z.object({
  current: z.int().positive(),
  building: z.int().positive().optional(),
})
export type Generations = z.infer<typeof generationsItem>

/** The counters of a year and organisation: beside its keys the item has nothing but counters, each by its name. */
export const countersItem = z.object({ scope: z.string(), entry: z.string() }).catchall(z.int())

const holder = z.strictObject({
  email: z.email(),
  /** The day somebody vouched for the address; null for a placeholder that nobody ever did. */
  lastVerifiedOn: localDate.nullable(),
  /** The moment of that, so that what failed earlier the same day is known for old news. */
  verifiedAt: instant.optional(),
  /** Since when mail to it comes back. */
  failingSince: localDate.optional(),
  /** Since when a new holder waits for a briefing. */
  briefingDueSince: instant.optional(),
})
export type ContactHolder = z.infer<typeof holder>
export type Contact = ContactHolder & { readonly role: ContactRole }
/** A contact as its readers see it. */
export type ShownContact = Omit<Contact, 'verifiedAt'>

/** Where an organisation's e-mail goes, by role. */
export const contactsItem = z.object({
  organisation: z.string(),
  holders: z.partialRecord(z.enum(contactRoles), holder),
})
