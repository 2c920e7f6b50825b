import type { DeliveryReceipt } from '../../contracts/delivery-receipt.ts'
import type { Contact } from '../../contracts/items.ts'
import { londonDate, type Instant } from '../../domain/dates.ts'
import type { ContactsStore } from '../../store/contacts-store.ts'
import type { Clock, ReminderQueue } from '../ports.ts'
import { contactsUp, keptBy } from './contacts-up.ts'

export type ReceiptDependencies = {
  readonly contacts: Pick<ContactsStore, 'of' | 'markFailing'>
  readonly queue: ReminderQueue
  readonly clock: Clock
}

/** The unit that a reminder was sent to, by the name it was sent under: `reminder/<unit>/…` or `urgent/<unit>/…`. */
const unitIn = (reference: string): string | undefined =>
  /^(?:reminder|urgent|briefing)\/([a-z-]+)\//.exec(reference)?.[1]

/** Somebody has vouched for the address since the e-mail was sent: that it came back says nothing of today. */
const isVouchedForSince = ({ verifiedAt, lastVerifiedOn }: Contact, sentAt: Instant | undefined): boolean => {
  if (sentAt === undefined) return false
  if (verifiedAt !== undefined) return sentAt < verifiedAt
  return lastVerifiedOn !== null && londonDate(sentAt) < lastVerifiedOn
}

/**
 * Notes that an e-mail can't be delivered: every role at its address comes onto the UKFIU's list to mend, unless it was
 * verified after the e-mail was sent, and what the e-mail said goes to the next contact up. Good news, a receipt that
 * came before, and one of an e-mail nobody knows change nothing.
 */
export const recordReceipt =
  ({ contacts, queue, clock }: ReceiptDependencies) =>
  async ({ reference, to, status, created_at: sentAt }: DeliveryReceipt): Promise<void> => {
    const organisation = reference === null ? undefined : unitIn(reference)
    if (status !== 'permanent-failure' || reference === null || organisation === undefined) return
    const holders = (await contactsUp(contacts, organisation)).filter(({ email }) => email === to)
    if (holders.length === 0) return
    const today = londonDate(clock.now())
    for (const holder of holders.filter((each) => !isVouchedForSince(each, sentAt)))
      await contacts.markFailing(keptBy(organisation, holder), holder, today)
    await queue.send([{ kind: 'returned', organisation, reference }])
  }
