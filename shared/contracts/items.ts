import * as z from 'zod'
import { roles, theService } from '../domain/principal.ts'
import type { History } from '../domain/referral/events.ts'
import { contactRoles, rungs, type ContactRole } from '../domain/response-policy.ts'
import {
  keptAcknowledgement,
  keptExtension,
  keptOutcome,
  keptRedirection,
  keptRegistration,
  keptReport,
  keptRetention,
  keptWithdrawal,
} from './kept.ts'
import { erasureBody } from './requests.ts'
import { storedAs } from './stored.ts'
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
  registration: keptRegistration,
  answeringUnit: z.string(),
  redirectedFrom: referralId.optional(),
  acknowledgementDue: deadline,
  firstReturnDue: deadline,
  firstReturnTakesOverOn: localDate,
})

export const acknowledged = z.strictObject({
  ...recorded,
  type: z.literal('acknowledged'),
  acknowledgement: keptAcknowledgement,
})

const received = z.strictObject({ on: localDate, workingDays: z.int().nonnegative() })

export const progressReported = z.strictObject({
  ...recorded,
  type: z.literal('progress_reported'),
  report: keptReport,
  received,
  updateDue: deadline,
})

export const outcomeGiven = z.strictObject({
  ...recorded,
  type: z.literal('outcome_given'),
  outcome: keptOutcome,
  received,
  codeLists: z.string(),
})

export const redirected = z.strictObject({
  ...recorded,
  type: z.literal('redirected'),
  redirection: keptRedirection,
  to: referralId,
})

export const withdrawn = z.strictObject({
  ...recorded,
  type: z.literal('withdrawn'),
  withdrawal: keptWithdrawal,
})

export const owable = z.enum(['acknowledgement', 'first_return', 'progress_update'])

export const dateExtended = z.strictObject({
  ...recorded,
  type: z.literal('date_extended'),
  extension: keptExtension,
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

export const retained = z.strictObject({
  ...recorded,
  type: z.literal('retained'),
  retention: keptRetention,
})

export const erased = z.strictObject({ ...recorded, type: z.literal('erased'), erasure: erasureBody })

/** A referral's history as it is stored. */
const history: z.ZodType<History> = z.tuple(
  [storedAs('event', registered)],
  storedAs(
    'event',
    z.discriminatedUnion('type', [
      acknowledged,
      progressReported,
      outcomeGiven,
      redirected,
      withdrawn,
      dateExtended,
      datesRecalculated,
      reminded,
      retained,
      erased,
    ]),
  ),
)

/** An item of the referrals table, its stream or one of its indexes; the indexes' own keys are for DynamoDB only. */
export const referralItem = z.object({ id: referralId, version: z.int().positive(), history })

/** An entry of the organisation index, which has nothing but keys. */
export const organisationEntry = z.object({ id: referralId, referred: z.string() })

/** An entry of the reminders index: keys too. */
export const reminderEntry = z.object({ id: referralId })

/** Who holds a SAR. */
export const sarRegisterItem = storedAs(
  'sarHolding',
  z.object({ sarReference: z.string(), organisation: z.string(), id: referralId }),
)

/** What was last counted for a referral, and at which of its versions. */
export const countedItem = storedAs(
  'counted',
  z.object({
    version: z.int().positive(),
    year: z.string(),
    organisation: z.string(),
    hmrc: z.boolean(),
    counters: z.array(z.string()),
  }),
)
export type Counted = z.infer<typeof countedItem>

/** What a task of upkeep was last done for. */
export const upkeepItem = storedAs('upkeep', z.object({ task: z.string(), doneFor: z.string() }))

/** What the retention review found last: the closed referrals whose review had come up, the longest due first. */
export const reviewsItem = storedAs(
  'reviews',
  z.object({
    task: z.literal('reviews'),
    foundOn: localDate,
    found: z.int().nonnegative(),
    due: z.array(z.object({ id: referralId, dueOn: localDate })),
  }),
)
export type FoundReviews = Omit<z.infer<typeof reviewsItem>, 'task'>

/** The generation of the figures that is read, and the one that a rebuild is counting, if any. */
export const generationsItem = storedAs(
  'generations',
  z.object({ current: z.int().positive(), building: z.int().positive().optional() }),
)
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
export const contactsItem = storedAs(
  'contacts',
  z.object({ organisation: z.string(), holders: z.partialRecord(z.enum(contactRoles), holder) }),
)
