import type { ReminderMessage } from '../contracts/messages.ts'
import { theService } from '../domain/principal.ts'
import type { Referral } from '../domain/referral/referral.ts'
import { reminderDueOn } from '../domain/reminders/ladder.ts'
import { recordReminder } from '../domain/reminders/remind.ts'
import type { ContactRole } from '../domain/response-policy.ts'
import { rulesOf, type ReferenceData } from '../domain/rules.ts'
import { reminderDigest } from '../reports/reminder-digest.ts'
import type { ContactsStore } from '../store/contacts-store.ts'
import type { ReferralStore } from '../store/referral-store.ts'
import type { Clock, Notifier } from './ports.ts'

export type ReminderDependencies = {
  readonly referrals: Pick<ReferralStore, 'find' | 'append' | 'dueForReminder'>
  readonly contacts: Pick<ContactsStore, 'of'>
  readonly notifier: Notifier
  readonly reference: ReferenceData
  readonly clock: Clock
  readonly templateId: string
  readonly serviceUrl: string
}

type Due = { readonly referral: Referral; readonly to: readonly ContactRole[] }

const findDue = async (
  { referrals, reference }: ReminderDependencies,
  { organisation, on }: ReminderMessage,
) => {
  const candidates = await referrals.dueForReminder(organisation, on)
  return candidates.flatMap((referral): Due[] => {
    const due = reminderDueOn(referral, on, rulesOf(reference, referral.registration.organisation))
    return due ? [{ referral, to: due.reminder.to }] : []
  })
}

const addressOf = async ({ contacts }: ReminderDependencies, organisation: string, role: ContactRole) => {
  const contact = (await contacts.of(organisation)).find((holder) => holder.role === role)
  if (!contact) throw new Error(`${organisation} has no ${role}: name one, then send its reminders again`)
  return contact.email
}

/**
 * Sends one digest, unless it was sent before: its reference names the organisation, the day and the recipient, so
 * that a sender that died after sending finds it. An address that is refused leaves the reminder to be sent again.
 */
const sendOnce = async (
  dependencies: ReminderDependencies,
  { organisation, on }: ReminderMessage,
  role: ContactRole,
  due: readonly Due[],
): Promise<void> => {
  const {
    notifier,
    reference: { organisations },
    templateId,
    serviceUrl,
  } = dependencies
  const reference = `reminder/${organisation}/${on}/${role}`
  if (await notifier.findByReference(reference)) return
  const to = await addressOf(dependencies, organisation, role)
  const name = organisations.get(organisation)?.name ?? organisation
  const listed = due.map(({ referral }) => referral)
  const personalisation = reminderDigest(name, listed, on, serviceUrl)
  const sent = await notifier.sendEmail({ templateId, to, reference, personalisation })
  if (!sent.ok) throw new Error(`The ${role} of ${organisation} can't be written to: ${sent.problem.detail}`)
}

/** Records on a referral that it was reminded; one that was answered or changed meanwhile is looked at again. */
const recordOn = async (
  dependencies: ReminderDependencies,
  referral: Referral,
  on: ReminderMessage['on'],
) => {
  const { referrals, reference, clock } = dependencies
  const rules = rulesOf(reference, referral.registration.organisation)
  let latest: Referral | undefined = referral
  while (latest) {
    const event = recordReminder(latest, on, { now: clock.now(), by: theService, rules })
    if (!event || (await referrals.append(latest, event, rules))) return
    latest = (await referrals.find(referral.id))?.referral
  }
}

/**
 * Reminds an answering unit of what is overdue on a day: one digest for each recipient, then a record on each
 * referral. Done twice, or again after dying half way, it sends nothing twice.
 */
export const sendReminders =
  (dependencies: ReminderDependencies) =>
  async (message: ReminderMessage): Promise<void> => {
    const due = await findDue(dependencies, message)
    const roles = new Set(due.flatMap(({ to }) => to))
    for (const role of roles) {
      const theirs = due.filter(({ to }) => to.includes(role))
      await sendOnce(dependencies, message, role, theirs)
    }
    for (const { referral } of due) await recordOn(dependencies, referral, message.on)
  }
