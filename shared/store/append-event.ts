import { ConditionalCheckFailedException, TransactionConflictException } from '@aws-sdk/client-dynamodb'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { marked } from '../contracts/stored.ts'
import type { Recorded, ReferralChange } from '../domain/referral/events.ts'
import { evolve } from '../domain/referral/evolve.ts'
import type { Referral } from '../domain/referral/referral.ts'
import type { Rules } from '../domain/rules.ts'
import { indexKeys } from './referral-item.ts'
import type { ReferralsTable } from './client.ts'

/** Attributes that the changed referral has are set, those that it no longer has are removed. */
const keyChanges = (keys: Readonly<Record<string, string | undefined>>) => {
  const set = Object.entries(keys).filter(([, value]) => value !== undefined)
  const gone = Object.keys(keys).filter((name) => keys[name] === undefined)
  return {
    sets: set.map(([name]) => `${name} = :${name}`),
    remove: gone.length > 0 ? ` REMOVE ${gone.join(', ')}` : '',
    values: Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
  }
}

/** The write that appends one event, on condition that the referral is still at the version it was decided on. */
export const appendWrite = (
  { referrals, changedIn }: ReferralsTable,
  before: Referral,
  after: Referral,
  event: Recorded<ReferralChange>,
  rules: Rules,
) => {
  const keys = keyChanges({ ...indexKeys(after, rules), changedIn: changedIn?.() })
  const sets = ['#version = :next', 'history = list_append(history, :event)', ...keys.sets]
  return {
    TableName: referrals,
    Key: { id: before.id },
    UpdateExpression: `SET ${sets.join(', ')}${keys.remove}`,
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: {
      ':version': before.version,
      ':next': after.version,
      ':event': [marked('event', event)],
      ...keys.values,
    },
  }
}

/**
 * Appends one event to a referral, on condition that it is still at the version it was decided on. Answers the
 * changed referral, or undefined when it has moved on meanwhile: read it and decide again.
 */
export const appendEvent =
  (table: ReferralsTable) =>
  async (before: Referral, event: Recorded<ReferralChange>, rules: Rules): Promise<Referral | undefined> => {
    const after = evolve(before, event)
    try {
      await table.client.send(new UpdateCommand(appendWrite(table, before, after, event, rules)))
      return after
    } catch (fault) {
      if (fault instanceof ConditionalCheckFailedException || fault instanceof TransactionConflictException)
        return undefined
      throw fault
    }
  }
