import type { ReturnedMessage } from '../../contracts/messages.ts'
import { londonDate } from '../../domain/dates.ts'
import { isOpen } from '../../domain/referral/referral.ts'
import { contactRoles, type ContactRole } from '../../domain/response-policy.ts'
import { composeDigest } from './compose.ts'
import { contactsUp, keptBy, reachable } from './contacts-up.ts'
import type { ReminderDependencies } from './dependencies.ts'

/** Whom a reminder was meant for, by the name it was sent under: `reminder/unit/day/role` or `urgent/unit/id/role`. */
const roleIn = (reference: string): ContactRole | undefined => {
  const last = reference.split('/').at(-1)
  return contactRoles.find((role) => role === last)
}

/** An e-mail came back: what it was about, as far as it is still owed, goes to the next contact up. */
export const sendReturned =
  (dependencies: ReminderDependencies) =>
  async ({ organisation, reference }: ReturnedMessage): Promise<void> => {
    const { referrals, contacts, notifier, clock } = dependencies
    const role = roleIn(reference)
    const returned = await notifier.findByReference(reference)
    if (!role || !returned) return
    const today = londonDate(clock.now())
    const open = (await referrals.allOpen(organisation)).filter(isOpen)
    const about = open.filter(({ id }) => returned.body.includes(id))
    if (about.length === 0) return
    for (;;) {
      const contact = reachable(await contactsUp(contacts, organisation), role)
      if (!contact)
        throw new Error(`Nobody above the ${role} of ${organisation} can be reached: name one, then redrive`)
      const name = `${reference}/${contact.role}`
      if (await notifier.findByReference(name)) return
      const email = composeDigest(dependencies, organisation, contact, about, today)
      const sent = await notifier.sendEmail({ ...email, reference: name })
      if (sent.ok) return
      await contacts.markFailing(keptBy(organisation, contact), contact, today)
    }
  }
