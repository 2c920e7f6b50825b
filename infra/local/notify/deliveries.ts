import { setImmediate } from 'node:timers/promises'
import type { Activity } from '../sources/activity.ts'
import { sameAddress } from './email-address.ts'
import type { Email, Mailbox, Outcome } from './mailbox.ts'
import { type Receipts, sendReceipt, type Sending } from './receipts.ts'

export type Deliveries = {
  /**
   * Begins with what is not settled yet, and from now on delivers what is accepted. Each delivery, its receipt and
   * the tries again with it, counts as under way from the moment it was accepted.
   */
  readonly begin: (activity: Pick<Activity, 'during'>) => void
  /** Delivers an e-mail that is on file, now or as soon as deliveries begin. */
  readonly deliver: (email: Email) => void
  /** What isn't settled stays so, for the next start. */
  readonly close: () => Promise<void>
}

export type DeliveryOptions = {
  readonly mailbox: Mailbox
  readonly now: () => Date
  /** Undefined when nobody wants receipts. */
  readonly receipts: Receipts | undefined
  readonly say: Sending['say']
}

/** The addresses that fail by Notify's own convention; every other address is delivered to. */
const failures: ReadonlyMap<string, Outcome> = new Map([
  ['temp-fail@simulator.notify', 'temporary-failure'],
  ['perm-fail@simulator.notify', 'permanent-failure'],
])

/** Delivers e-mails: gives each the status that its address stands for, and tells of it in a receipt. */
export const openDeliveries = ({ mailbox, now, receipts, say }: DeliveryOptions): Deliveries => {
  const closing = new AbortController()
  const { signal } = closing
  const underWay = new Set<Promise<void>>()
  let activity: Pick<Activity, 'during'> | undefined

  const complete = (email: Email) =>
    email.status === 'created'
      ? mailbox.complete(email.id, failures.get(sameAddress(email.to)) ?? 'delivered', now().toISOString())
      : email
  const settle = async (email: Email) => {
    // The sender is answered first, as it would be.
    await setImmediate()
    if (signal.aborted) return
    const completed = complete(email)
    if (!receipts || (await sendReceipt(completed, receipts, { signal, say }))) mailbox.settle(email.id)
  }
  const deliver = (email: Email) => {
    if (!activity) return
    const delivery = activity
      .during(() => settle(email))
      .catch((error: unknown) => say(`The e-mail ${email.id} could not be delivered: ${String(error)}`))
      .finally(() => underWay.delete(delivery))
    underWay.add(delivery)
  }
  return {
    begin: (given) => {
      activity = given
      mailbox.unsettled().forEach(deliver)
    },
    deliver,
    close: async () => {
      closing.abort()
      await Promise.all(underWay)
    },
  }
}
