import type { ReturnedMessage } from '../../contracts/messages.ts'
import { londonDate } from '../../domain/dates.ts'
import { isOpen } from '../../domain/referral/referral.ts'
import { contactRoles, type ContactRole } from '../../domain/response-policy.ts'
import type { SentEmail } from '../ports.ts'
import { composeDigest } from './compose.ts'
import { contactsUp, keptBy, reachable } from './contacts-up.ts'
import type { ReminderDependencies } from './dependencies.ts'

/** Whom an e-mail was meant for: the name that it was sent under ends in the role. */
const roleIn = (reference: string): ContactRole | undefined => {
  const last = reference.split('/').at(-1)
  return contactRoles.find((role) => role === last)
}

/** Whether an e-mail that came back was passed on before, to whoever could be reached then. */
const wasPassedOn = async ({ notifier }: ReminderDependencies, reference: string, role: ContactRole) => {
  const names = contactRoles.slice(contactRoles.indexOf(role)).map((above) => `${reference}/${above}`)
  const found = await Promise.all(names.map(notifier.findByReference))
  return found.some((email) => email !== undefined)
}

/** What a returned e-mail was about, as far as it is still owed. */
const stillOwed = async ({ referrals }: ReminderDependencies, organisation: string, { body }: SentEmail) =>
  (await referrals.allOpen(organisation)).filter(isOpen).filter(({ id }) => body.includes(id))

/**
 * An e-mail came back: what it was about, as far as it is still owed, goes to the next contact up, once. What the digest
 * of the day tells that contact anyway is not told again.
 */
export const sendReturned =
  (dependencies: ReminderDependencies) =>
  async ({ organisation, reference }: ReturnedMessage): Promise<void> => {
    const { contacts, notifier, clock } = dependencies
    const role = roleIn(reference)
    const returned = await notifier.findByReference(reference)
    if (!role || !returned || (await wasPassedOn(dependencies, reference, role))) return
    const today = londonDate(clock.now())
    const owed = await stillOwed(dependencies, organisation, returned)
    for (;;) {
      const contact = reachable(await contactsUp(contacts, organisation), role)
      if (!contact)
        throw new Error(`Nobody above the ${role} of ${organisation} can be reached: name one, then redrive`)
      const digest = await notifier.findByReference(`reminder/${organisation}/${today}/${contact.role}`)
      const untold = owed.filter(({ id }) => !digest?.body.includes(id))
      if (untold.length === 0) return
      const email = composeDigest(dependencies, organisation, contact, untold, today)
      const sent = await notifier.sendEmail({ ...email, reference: `${reference}/${contact.role}` })
      if (sent.ok) return
      await contacts.markFailing(keptBy(organisation, contact), contact, today)
    }
  }
