import type { Contact } from '../../contracts/items.ts'
import type { DigestMessage } from '../../contracts/messages.ts'
import type { OpenReferral } from '../../domain/referral/referral.ts'
import { isOpen } from '../../domain/referral/referral.ts'
import { reminderDueOn, type DueReminder } from '../../domain/reminders/ladder.ts'
import { contactRoles, type ContactRole } from '../../domain/response-policy.ts'
import { rulesOf } from '../../domain/rules.ts'
import { contactsUp, keptBy, reachable } from './contacts-up.ts'
import type { ReminderDependencies } from './dependencies.ts'
import { composeDigest } from './compose.ts'
import { recordReminderOn } from './record.ts'

/** A referral that is to be reminded of, and what exactly. */
type Due = { readonly referral: OpenReferral; readonly reminder: DueReminder }

/** What goes to whom: one e-mail for each address. */
type Digest = {
  readonly contact: Contact
  readonly roles: readonly ContactRole[]
  readonly due: readonly Due[]
}

const rolesOf = ({ reminder }: Due): readonly ContactRole[] => [
  ...new Set(reminder.sent.flatMap(({ to }) => to)),
]

const findDue = async (
  { referrals, reference }: ReminderDependencies,
  { organisation, on }: DigestMessage,
): Promise<Due[]> => {
  const candidates = await referrals.dueForReminder(organisation, on)
  return candidates.flatMap((referral) => {
    const rules = rulesOf(reference, referral.registration.organisation)
    const reminder = reminderDueOn(referral, on, rules)
    return isOpen(referral) && reminder ? [{ referral, reminder }] : []
  })
}

/** The digests for some roles, from the desk upwards; roles that come to one address share one e-mail. */
const planDigests = (
  due: readonly Due[],
  roles: readonly ContactRole[],
  contacts: readonly Contact[],
): Digest[] => {
  const digests = new Map<string, Digest>()
  for (const role of contactRoles.filter((each) => roles.includes(each))) {
    const contact = reachable(contacts, role)
    if (!contact)
      throw new Error(`There is no ${role}, nor anybody above, to write to: name one, then redrive`)
    const before = digests.get(contact.email)
    const theirs = due.filter((each) => rolesOf(each).includes(role))
    const merged = [...new Set([...(before?.due ?? []), ...theirs])]
    digests.set(contact.email, {
      contact: before?.contact ?? contact,
      roles: [...(before?.roles ?? []), role],
      due: merged,
    })
  }
  return [...digests.values()]
}

/**
 * Sends one digest unless it was sent before: its reference names the unit, the day and the recipient, so that a sender
 * that died after sending finds it. Answers with the referrals that the e-mail lists, or with none of them when the
 * address was refused and the contact is marked.
 */
const sendOnce = async (
  dependencies: ReminderDependencies,
  { organisation, on }: DigestMessage,
  { contact, due }: Digest,
): Promise<ReadonlySet<string> | undefined> => {
  const { notifier, contacts } = dependencies
  const ids = due.map(({ referral }) => referral.id)
  const reference = `reminder/${organisation}/${on}/${contact.role}`
  const before = await notifier.findByReference(reference)
  if (before) return new Set(ids.filter((id) => before.body.includes(id)))
  const listed = due.map(({ referral }) => referral)
  const email = composeDigest(dependencies, organisation, contact, listed, on)
  const sent = await notifier.sendEmail({ ...email, reference })
  if (sent.ok) return new Set(ids)
  await contacts.markFailing(keptBy(organisation, contact), contact, on)
  return undefined
}

/** Sends every digest of a unit and a day, and answers for each role which referrals its holder was told of. */
const sendAll = async (
  dependencies: ReminderDependencies,
  message: DigestMessage,
  due: readonly Due[],
): Promise<ReadonlyMap<ContactRole, ReadonlySet<string>>> => {
  const told = new Map<ContactRole, ReadonlySet<string>>()
  const written = new Map<string, ReadonlySet<string>>()
  let roles = [...new Set(due.flatMap(rolesOf))]
  while (roles.length > 0) {
    const contacts = await contactsUp(dependencies.contacts, message.organisation)
    for (const digest of planDigests(due, roles, contacts)) {
      // An address that has had its e-mail of the day gets no other in place of somebody who can't be reached.
      const listed = written.get(digest.contact.email) ?? (await sendOnce(dependencies, message, digest))
      // The contact who can't be reached is left out of the next plan.
      if (!listed) break
      written.set(digest.contact.email, listed)
      for (const role of digest.roles) told.set(role, listed)
    }
    roles = roles.filter((role) => !told.has(role))
  }
  return told
}

/**
 * Reminds a unit of what is due on a day: one e-mail for each recipient, then a record on each referral. Done again, or
 * after dying half way, it sends nothing twice; a referral that an e-mail sent before does not list is left for the
 * next day.
 */
export const sendDigests =
  (dependencies: ReminderDependencies) =>
  async (message: DigestMessage): Promise<void> => {
    const due = await findDue(dependencies, message)
    const told = await sendAll(dependencies, message, due)
    for (const each of due) {
      const { referral, reminder } = each
      if (rolesOf(each).every((role) => told.get(role)?.has(referral.id))) {
        await recordReminderOn(dependencies, referral, message.on, reminder)
      }
    }
  }
