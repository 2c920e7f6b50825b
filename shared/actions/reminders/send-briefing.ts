import type { BriefingMessage } from '../../contracts/messages.ts'
import { londonDate } from '../../domain/dates.ts'
import { isOpen } from '../../domain/referral/referral.ts'
import { composeBriefing } from './compose.ts'
import { contactsUp, keptBy } from './contacts-up.ts'
import type { ReminderDependencies } from './dependencies.ts'

/** Tells the new holder of a role everything that the unit owes, once for each change of address. */
export const sendBriefing =
  (dependencies: ReminderDependencies) =>
  async ({ organisation, role, changedAt }: BriefingMessage): Promise<void> => {
    const { referrals, contacts, notifier, clock } = dependencies
    const holder = (await contactsUp(contacts, organisation)).find((contact) => contact.role === role)
    if (holder?.briefingDueSince !== changedAt) return
    const reference = `briefing/${organisation}/${changedAt}/${role}`
    if (await notifier.findByReference(reference)) return contacts.markBriefed(organisation, holder)
    const today = londonDate(clock.now())
    const open = (await referrals.allOpen(organisation)).filter(isOpen)
    const email = composeBriefing(dependencies, organisation, holder, open, today)
    const sent = await notifier.sendEmail({ ...email, reference })
    if (!sent.ok) await contacts.markFailing(keptBy(organisation, holder), holder, today)
    await contacts.markBriefed(organisation, holder)
  }
