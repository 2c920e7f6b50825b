import pMap from 'p-map'
import type { DigestMessage } from '../../contracts/messages.ts'
import { isOpen } from '../../domain/referral/referral.ts'
import { reminderDueOn } from '../../domain/reminders/ladder.ts'
import type { ContactRole } from '../../domain/response-policy.ts'
import { rulesOf } from '../../domain/rules.ts'
import { contactsUp } from './contacts-up.ts'
import type { ReminderDependencies } from './dependencies.ts'
import { planDigests, type Due } from './plan-digests.ts'
import { recordReminderOn } from './record.ts'
import { sendOnce, toldBefore } from './send-once.ts'
import { withoutToldEarlier } from './told-earlier.ts'

const findDue = async (
  { referrals, reference }: ReminderDependencies,
  { organisation, on }: DigestMessage,
): Promise<Due[]> => {
  const candidates = await referrals.dueForReminder(organisation, on)
  return candidates.flatMap((referral) => {
    const rules = rulesOf(reference, referral.registration.organisation)
    const reminder = reminderDueOn(referral, on, rules)
    if (!isOpen(referral) || !reminder) return []
    return [{ referral, reminder, roles: [...new Set(reminder.sent.flatMap(({ to }) => to))] }]
  })
}

/**
 * What holders were told this day who can't be reached by now: their e-mail goes to the next contact up when its
 * receipt is dealt with, and not a second time with the digest.
 */
const toldTheUnreachable = async (
  dependencies: ReminderDependencies,
  message: DigestMessage,
  due: readonly Due[],
  roles: readonly ContactRole[],
): Promise<ReadonlyMap<ContactRole, ReadonlySet<string>>> => {
  const told = new Map<ContactRole, ReadonlySet<string>>()
  const contacts = await contactsUp(dependencies.contacts, message.organisation)
  const unreachable = contacts.filter(({ failingSince }) => failingSince !== undefined)
  for (const { role } of unreachable.filter((each) => roles.includes(each.role))) {
    const before = await toldBefore(dependencies, message, role, due)
    if (before) told.set(role, before)
  }
  return told
}

/** Sends every digest of a unit and a day, and answers for each role which referrals its holder was told of. */
const sendAll = async (
  dependencies: ReminderDependencies,
  message: DigestMessage,
  due: readonly Due[],
): Promise<ReadonlyMap<ContactRole, ReadonlySet<string>>> => {
  const written = new Map<string, ReadonlySet<string>>()
  const wanted = [...new Set(due.flatMap((each) => each.roles))]
  const told = new Map(await toldTheUnreachable(dependencies, message, due, wanted))
  let roles = wanted.filter((role) => !told.has(role))
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

/** At most so many records at once: thousands in a minute, and no more than the table takes from many units. */
const atOnce = 10

/**
 * Reminds a unit of what is due on a day: one e-mail for each recipient, then a record on each referral. Done again, or
 * after dying half way, it sends nothing twice; a referral that an e-mail sent before does not list is left for the
 * next day.
 */
export const sendDigests =
  (dependencies: ReminderDependencies) =>
  async (message: DigestMessage): Promise<void> => {
    const found = await findDue(dependencies, message)
    if (found.length === 0) return
    const due = await withoutToldEarlier(dependencies, message, found)
    const told = await sendAll(dependencies, message, due)
    const isTold = (each: Due) => each.roles.every((role) => told.get(role)?.has(each.referral.id))
    await pMap(
      due.filter(isTold),
      ({ referral, reminder }) => recordReminderOn(dependencies, referral, message.on, reminder),
      { concurrency: atOnce },
    )
  }
