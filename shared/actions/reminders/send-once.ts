import type { DigestMessage } from '../../contracts/messages.ts'
import { londonDate } from '../../domain/dates.ts'
import type { ContactRole } from '../../domain/response-policy.ts'
import { composeDigest } from './compose.ts'
import { keptBy } from './contacts-up.ts'
import type { ReminderDependencies } from './dependencies.ts'
import type { Digest, Due } from './plan-digests.ts'

/** The name that a digest goes out under. */
export const nameOf = (
  { organisation, on }: Pick<DigestMessage, 'organisation' | 'on'>,
  role: ContactRole,
): string => `reminder/${organisation}/${on}/${role}`

const idsOf = (due: readonly Due[]): string[] => due.map(({ referral }) => referral.id)

/** Which of some referrals an e-mail of the day told of; undefined when none was sent under the name of the role. */
export const toldBefore = async (
  { notifier }: ReminderDependencies,
  message: DigestMessage,
  role: ContactRole,
  due: readonly Due[],
): Promise<ReadonlySet<string> | undefined> => {
  const before = await notifier.findByReference(nameOf(message, role))
  return before && new Set(idsOf(due).filter((id) => before.body.includes(id)))
}

/**
 * Sends one digest unless it was sent before: its reference names the unit, the day and the recipient, so that a sender
 * that died after sending finds it. Answers with the referrals that the e-mail lists, or with none of them when the
 * address was refused and the contact is marked. Once its day is over nothing is sent any more: the next day's own
 * message has all that is still due, so that nobody gets the digests of several days at once.
 */
export const sendOnce = async (
  dependencies: ReminderDependencies,
  message: DigestMessage,
  { contact, due }: Digest,
): Promise<ReadonlySet<string> | undefined> => {
  const { notifier, contacts, clock } = dependencies
  const { organisation, on } = message
  const before = await toldBefore(dependencies, message, contact.role, due)
  if (before) return before
  if (on < londonDate(clock.now())) return new Set()
  const listed = due.map(({ referral }) => referral)
  const email = composeDigest(dependencies, organisation, contact, listed, on)
  const sent = await notifier.sendEmail({ ...email, reference: nameOf(message, contact.role) })
  if (sent.ok) return new Set(idsOf(due))
  await contacts.markFailing(keptBy(organisation, contact), contact, on)
  return undefined
}
