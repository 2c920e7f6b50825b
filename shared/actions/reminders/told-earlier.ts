import type { DigestMessage } from '../../contracts/messages.ts'
import { isWorkingDay } from '../../domain/calendar.ts'
import { addDays, londonDate, type LocalDate } from '../../domain/dates.ts'
import { contactRoles, type ContactRole } from '../../domain/response-policy.ts'
import { rulesOf } from '../../domain/rules.ts'
import type { SentEmail } from '../ports.ts'
import { contactsUp, reachable } from './contacts-up.ts'
import type { ReminderDependencies } from './dependencies.ts'
import type { Due } from './plan-digests.ts'
import { nameOf } from './send-once.ts'
import { urgentName } from './send-urgent.ts'

/** For so long GOV.UK Notify knows what it sent. */
const keptDays = 7

/**
 * The first day whose digest, if there was one, told of the very step that is due now: not before the step fell due,
 * and not before the day after the referral last changed, or what was told then has been recorded or was another thing.
 */
const sinceWhen = ({ referral, reminder }: Due, on: LocalDate): LocalDate =>
  [
    addDays(on, -keptDays),
    addDays(londonDate(referral.changedAt), 1),
    ...reminder.sent.map((step) => step.on),
  ].reduce((one, other) => (one > other ? one : other))

const daysUpTo = (on: LocalDate, from: LocalDate): LocalDate[] =>
  from < on ? [from, ...daysUpTo(on, addDays(from, 1))] : []

type Digest = { readonly on: LocalDate; readonly role: ContactRole }
type SentDigest = Digest & { readonly email: SentEmail }

/** The digests that may have told somebody who is due to hear: of working days, for no others had one. */
const digestsToFind = (
  { reference }: ReminderDependencies,
  { organisation, on }: DigestMessage,
  due: readonly Due[],
): readonly Digest[] => {
  const { calendar } = rulesOf(reference, organisation)
  const wanted = due.flatMap((each) =>
    daysUpTo(on, sinceWhen(each, on))
      .filter((day) => isWorkingDay(calendar, day))
      .flatMap((day) => each.roles.map((role) => ({ on: day, role }))),
  )
  return [...new Map(wanted.map((digest) => [`${digest.on} ${digest.role}`, digest])).values()]
}

const find = async (
  { notifier }: ReminderDependencies,
  organisation: string,
  { on, role }: Digest,
): Promise<SentDigest[]> => {
  const email = await notifier.findByReference(nameOf({ organisation, on }, role))
  return email ? [{ on, role, email }] : []
}

/** Whether an urgent referral had its own e-mail, whoever that went to: it was its first word. */
const hadItsOwn = async (
  { notifier }: ReminderDependencies,
  organisation: string,
  { referral, reminder }: Due,
): Promise<boolean> => {
  const isFirstWord = reminder.sent.some(({ rung }) => rung === 'referred') && reminder.sent.length === 1
  if (!referral.registration.urgent || !isFirstWord) return false
  const names = contactRoles.map((role) => urgentName(organisation, referral.id, role))
  return (await Promise.all(names.map(notifier.findByReference))).some((email) => email !== undefined)
}

const withoutOwnEmail = (
  dependencies: ReminderDependencies,
  organisation: string,
  due: readonly Due[],
): Promise<readonly Due[]> =>
  Promise.all(
    due.map(async (each) =>
      (await hadItsOwn(dependencies, organisation, each)) ? { ...each, roles: [] } : each,
    ),
  )

/**
 * What is due without those who were told of it on a day before, when the sender died for good before it could record
 * that. On a morning that follows none such it asks Notify nothing.
 */
export const withoutToldEarlier = async (
  dependencies: ReminderDependencies,
  message: DigestMessage,
  all: readonly Due[],
): Promise<readonly Due[]> => {
  const { organisation, on } = message
  const due = await withoutOwnEmail(dependencies, organisation, all)
  const wanted = digestsToFind(dependencies, message, due)
  const sent = (await Promise.all(wanted.map((each) => find(dependencies, organisation, each)))).flat()
  if (sent.length === 0) return due
  const contacts = await contactsUp(dependencies.contacts, organisation)
  const isToldOf = (each: Due, role: ContactRole) =>
    sent.some(
      ({ on: day, role: theirs, email: { body, to } }) =>
        day >= sinceWhen(each, on) &&
        body.includes(each.referral.id) &&
        (theirs === role || to === reachable(contacts, role)?.email),
    )
  return due.map((each) => ({ ...each, roles: each.roles.filter((role) => !isToldOf(each, role)) }))
}
