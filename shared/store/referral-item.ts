import { referralItem } from '../contracts/items.ts'
import { londonDate } from '../domain/dates.ts'
import type { History } from '../domain/referral/events.ts'
import { fold } from '../domain/referral/evolve.ts'
import { dueOn } from '../domain/referral/owed.ts'
import { isOpen, type Referral } from '../domain/referral/referral.ts'
import { nextReminderOn } from '../domain/reminders/ladder.ts'
import type { Rules } from '../domain/rules.ts'
import { dueIndex, remindersIndex } from './tables.ts'

/** A referral with the history it is folded from. */
export type StoredReferral = { readonly referral: Referral; readonly history: History }

/** A stored item as a referral. Throws on one that is damaged: nothing may be decided on half a history. */
export const fromItem = (item: unknown): StoredReferral => {
  const { id, version, history } = referralItem.parse(item)
  const referral = fold(history)
  if (referral.id !== id || referral.version !== version) {
    throw new Error(
      `${id} version ${version}: its history leads to ${referral.id} version ${referral.version}`,
    )
  }
  return { referral, history }
}

/**
 * An open referral's place in its unit's work list, `dueOn#id`, as of its last change; none when it is closed. A referral nobody acknowledges
 * comes to owe its first return without a change: its place is then too early until its next reminder, never too late.
 */
export const duePlace = (referral: Referral): string => {
  if (!isOpen(referral)) return ''
  const { deadline } = dueOn(referral, londonDate(referral.changedAt))
  return `${deadline.dueOn}#${referral.id}`
}

/** A referral's place among all of its organisation, `referredOn#id`. */
export const referredPlace = ({ id, registration }: Referral): string => `${registration.referredOn}#${id}`

/** The attributes that place a referral in the indexes; a closed one, or one with no reminder ahead, has none. */
export const indexKeys = (
  referral: Referral,
  rules: Rules,
): Readonly<Record<string, string | undefined>> => ({
  [dueIndex.partitionKey]: isOpen(referral) ? referral.answeringUnit : undefined,
  [dueIndex.sortKey]: isOpen(referral) ? duePlace(referral) : undefined,
  [remindersIndex.sortKey]: nextReminderOn(referral, rules),
})
