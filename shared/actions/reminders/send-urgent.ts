import type { UrgentMessage } from '../../contracts/messages.ts'
import { londonDate } from '../../domain/dates.ts'
import { isOpen } from '../../domain/referral/referral.ts'
import { firstWordOf } from '../../domain/reminders/ladder.ts'
import type { ContactRole } from '../../domain/response-policy.ts'
import { rulesOf } from '../../domain/rules.ts'
import { composeUrgent } from './compose.ts'
import { contactsUp, keptBy, reachable } from './contacts-up.ts'
import type { ReminderDependencies } from './dependencies.ts'
import { recordReminderOn } from './record.ts'

/** The name that the e-mail about an urgent referral goes out under. */
export const urgentName = (organisation: string, id: string, role: ContactRole): string =>
  `urgent/${organisation}/${id}/${role}`

/**
 * Tells a unit of one urgent referral at once, in an e-mail of its own, unless it was acknowledged or told of already.
 * An address that is refused is marked, and the next contact up is told.
 */
export const sendUrgent =
  (dependencies: ReminderDependencies) =>
  async ({ organisation, referral: id }: UrgentMessage): Promise<void> => {
    const { referrals, contacts, notifier, reference, clock } = dependencies
    const today = londonDate(clock.now())
    const referral = (await referrals.find(id))?.referral
    if (!referral || !isOpen(referral)) return
    const told = firstWordOf(referral, rulesOf(reference, referral.registration.organisation))
    if (!told) return
    for (;;) {
      const contact = reachable(await contactsUp(contacts, organisation), 'unit_mailbox')
      if (!contact)
        throw new Error(`There is nobody at ${organisation} to tell of ${id}: name a contact, then redrive`)
      const name = urgentName(organisation, id, contact.role)
      const email = composeUrgent(dependencies, organisation, contact, referral, today)
      const before = await notifier.findByReference(name)
      const sent = before ? { ok: true } : await notifier.sendEmail({ ...email, reference: name })
      if (sent.ok) return recordReminderOn(dependencies, referral, today, told)
      await contacts.markFailing(keptBy(organisation, contact), contact, today)
    }
  }
