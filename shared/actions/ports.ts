import type { ReminderMessage } from '../contracts/messages.ts'
import type { Instant } from '../domain/dates.ts'
import type { Result } from '../domain/result.ts'

/** An e-mail to send: a template of the notification service's, and what fills its placeholders. */
export type OutgoingEmail = {
  readonly templateId: string
  readonly to: string
  /** Our own name for this sending, by which it is found again after a lost answer. */
  readonly reference: string
  readonly personalisation: Readonly<Record<string, string>>
}

/** An e-mail that was sent, as the notification service has it. */
export type SentEmail = { readonly id: string; readonly body: string; readonly to: string }

/** The notification service will never send to this address, so the contact needs mending. */
export type AddressRefused = { readonly kind: 'address_refused'; readonly detail: string }

/** What sends e-mail. A send that may work later is a fault and is thrown; so is one that only we can put right. */
export type Notifier = {
  /** The newest e-mail sent under a reference. */
  readonly findByReference: (reference: string) => Promise<SentEmail | undefined>
  readonly sendEmail: (email: OutgoingEmail) => Promise<Result<{ readonly id: string }, AddressRefused>>
}

/** The service's time. */
export type Clock = { readonly now: () => Instant }

/** So many unguessable bytes. */
export type RandomBytes = (count: number) => Uint8Array

/** Where e-mail is asked for. Sends all or throws; the same message sent twice within minutes is one. */
export type ReminderQueue = { readonly send: (messages: readonly ReminderMessage[]) => Promise<void> }
