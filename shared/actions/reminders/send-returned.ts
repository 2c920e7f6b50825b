import type { ReturnedMessage } from '../../contracts/messages.ts'
import type { Contact } from '../../contracts/items.ts'
import { londonDate, type LocalDate } from '../../domain/dates.ts'
import { isOpen, type OpenReferral } from '../../domain/referral/referral.ts'
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

/** The days whose digests may have told the next contact up of the same: the e-mail's own and today. */
const daysOf = (reference: string, today: LocalDate): readonly string[] => {
  const own = /^reminder\/[a-z-]+\/(\d{4}-\d{2}-\d{2})\//.exec(reference)?.[1]
  return [...new Set([own ?? today, today])]
}

/** What a contact was not told of by the digests of some days. */
const untoldTo = async (
  { notifier }: ReminderDependencies,
  organisation: string,
  { role }: Contact,
  days: readonly string[],
  owed: readonly OpenReferral[],
): Promise<readonly OpenReferral[]> => {
  const names = days.map((day) => `reminder/${organisation}/${day}/${role}`)
  const digests = await Promise.all(names.map(notifier.findByReference))
  return owed.filter(({ id }) => !digests.some((digest) => digest?.body.includes(id)))
}

/**
 * An e-mail came back: what it was about, as far as it is still owed, goes to the next contact up at another address,
 * once. What a digest has told that contact anyway is not told again.
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
      const others = (await contactsUp(contacts, organisation)).filter(({ email }) => email !== returned.to)
      const contact = reachable(others, role)
      if (!contact)
        throw new Error(`Nobody above the ${role} of ${organisation} can be reached: name one, then redrive`)
      const untold = await untoldTo(dependencies, organisation, contact, daysOf(reference, today), owed)
      if (untold.length === 0) return
      const email = composeDigest(dependencies, organisation, contact, untold, today)
      const sent = await notifier.sendEmail({ ...email, reference: `${reference}/${contact.role}` })
      if (sent.ok) return
      await contacts.markFailing(keptBy(organisation, contact), contact, today)
    }
  }
