import type { Principal } from '../domain/principal.ts'
import { actorOf } from '../domain/principal.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { CommandContext, Decision } from '../domain/referral/command.ts'
import type { History, Recorded, ReferralChange, ReferralEvent } from '../domain/referral/events.ts'
import type { Referral } from '../domain/referral/referral.ts'
import { ok, refused, type Result } from '../domain/result.ts'
import { rulesOf, type ReferenceData } from '../domain/rules.ts'
import type { ReferralStore } from '../store/referral-store.ts'
import type { Clock } from './ports.ts'
import { receiptFor, type Receipt } from './receipt.ts'
import { maySee } from './visibility.ts'

export type ChangeDependencies = {
  readonly referrals: Pick<ReferralStore, 'find' | 'append'>
  readonly reference: ReferenceData
  readonly clock: Clock
}

/** A change that stands, with its receipt. */
export type Changed = { readonly referral: Referral; readonly receipt: Receipt }

type Decide = (referral: Referral, context: CommandContext) => Decision<ReferralChange>

const triesBeforeGivingUp = 8

/** DynamoDB holds 400 KB in an item; whoever corrects an answer so often is told before it is a fault. */
const mostBytes = 350_000

/** There is always room for what closes a referral, and for keeping it then. */
const isFull = (history: History, event: Recorded<ReferralChange>): boolean =>
  event.type !== 'withdrawn' &&
  event.type !== 'retained' &&
  Buffer.byteLength(JSON.stringify([history, event])) > mostBytes

const full = ({ status }: Referral): Refusal => ({
  kind: 'not_in_this_state',
  status,
  detail: 'Its history can hold no more. Tell the UKFIU, who can still withdraw it or redirect it.',
})

const latest = (history: History, type: ReferralChange['type']): Recorded<ReferralEvent> =>
  history.findLast((event) => event.type === type) ?? history[0]

/**
 * Changes a referral by a pure decision, for somebody who may see it. When it moved on between reading and writing,
 * it is read and decided on again. What is so already changes nothing, and earns the receipt that it earned before.
 */
export const changeReferral =
  ({ referrals, reference, clock }: ChangeDependencies) =>
  async (
    principal: Principal,
    id: string,
    type: ReferralChange['type'],
    decide: Decide,
  ): Promise<Result<Changed, Refusal>> => {
    for (let tries = 0; tries < triesBeforeGivingUp; tries += 1) {
      const stored = await referrals.find(id)
      if (!stored || !maySee(principal, stored.referral)) return refused({ kind: 'not_found' })
      const { referral, history } = stored
      const rules = rulesOf(reference, referral.registration.organisation)
      const decision = decide(referral, { now: clock.now(), by: actorOf(principal), rules })
      if (!decision.ok) return decision
      if (decision.value && isFull(history, decision.value)) return refused(full(referral))
      if (!decision.value) return ok({ referral, receipt: receiptFor(referral, latest(history, type)) })
      const changed = await referrals.append(referral, decision.value, rules)
      if (changed) return ok({ referral: changed, receipt: receiptFor(changed, decision.value) })
    }
    throw new Error(`${id} was changed by others ${triesBeforeGivingUp} times while this answer was given`)
  }
