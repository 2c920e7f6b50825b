import { pause } from '../sources/source.ts'
import type { Email } from './mailbox.ts'
import { deliveryReceiptOf } from './notification.ts'

/** Where delivery receipts go: what a service tells GOV.UK Notify on its callbacks page. */
export type Receipts = {
  readonly url: string
  /** Sent as the bearer of every receipt. */
  readonly token: string
  /** Between two tries; Notify itself waits five minutes. */
  readonly pauseMilliseconds?: number
}

export type Sending = {
  /** Ends every wait; what was under way then counts as not sent. */
  readonly signal: AbortSignal
  /** Told, in a line, of a receipt that nobody took. */
  readonly say: (line: string) => void
}

/** As often as Notify tries again. */
const retries = 5
const patienceMilliseconds = 5_000

type Taken = { readonly taken: boolean; readonly again: boolean; readonly why: string }

const post = async (email: Email, { url, token }: Receipts, signal: AbortSignal): Promise<Taken> => {
  try {
    const { status, body } = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(deliveryReceiptOf(email)),
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMilliseconds)]),
    })
    await body?.cancel()
    const taken = status >= 200 && status < 300
    return { taken, again: status >= 500 || status === 429, why: `answered ${status}` }
  } catch (error) {
    return { taken: false, again: true, why: String(error) }
  }
}

/**
 * Sends an e-mail's delivery receipt. Tries again as Notify does: when there was no answer within five seconds, when it
 * was 429 or 5xx, at most five times. Answers whether that is done with, taken or not; it isn't when the signal came.
 */
export const sendReceipt = async (
  email: Email,
  receipts: Receipts,
  { signal, say }: Sending,
): Promise<boolean> => {
  for (let retry = 0; ; retry += 1) {
    const { taken, again, why } = await post(email, receipts, signal)
    if (taken) return true
    if (signal.aborted) return false
    if (!again || retry === retries) {
      say(`Nobody took the delivery receipt of the e-mail ${email.id}: ${receipts.url} ${why}`)
      return true
    }
    await pause(receipts.pauseMilliseconds ?? 500, signal)
  }
}
