import type { Principal } from '../domain/principal.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Recorded, ReferralEvent } from '../domain/referral/events.ts'
import { ok, refused, type Result } from '../domain/result.ts'
import type { ReferralStore } from '../store/referral-store.ts'
import { receiptFor, type Receipt } from './receipt.ts'
import { maySee } from './visibility.ts'

/** What a reader is told of an event; each carries the receipt that it earned. */
export type EventView = { readonly type: ReferralEvent['type']; readonly receipt: Receipt } & Readonly<
  Record<string, unknown>
>

/** A force is never told the SAR reference, nor which other organisation holds the SAR, nor the words of a review. */
const withoutSecrets = (event: Recorded<ReferralEvent>): Readonly<Record<string, unknown>> => {
  if (event.type === 'registered') {
    const { redirectedFrom: _, registration, ...rest } = event
    const { sarReference: __, ...told } = registration
    return { ...rest, registration: told }
  }
  if (event.type === 'redirected') {
    const { to: _, redirection, ...rest } = event
    return { ...rest, redirection: { reason: redirection.reason } }
  }
  if (event.type === 'retained') {
    const { rationale: _, ...retention } = event.retention
    return { ...event, retention }
  }
  return { ...event }
}

/** Everything that happened to a referral, oldest first, with every version of its outcome. */
export const readHistory =
  ({ referrals }: { readonly referrals: Pick<ReferralStore, 'find'> }) =>
  async (principal: Principal, id: string): Promise<Result<readonly EventView[], Refusal>> => {
    const stored = await referrals.find(id)
    if (!stored || !maySee(principal, stored.referral)) return refused({ kind: 'not_found' })
    const { referral, history } = stored
    return ok(
      history.map((event) => ({
        ...(principal.role === 'ukfiu' ? event : withoutSecrets(event)),
        type: event.type,
        receipt: receiptFor(referral, event),
      })),
    )
  }
