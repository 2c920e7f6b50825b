import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { marked } from '../contracts/stored.ts'
import { erasedHistory } from '../domain/referral/erase.ts'
import type { History, Recorded, ReferralErased } from '../domain/referral/events.ts'
import { fold } from '../domain/referral/evolve.ts'
import type { Referral } from '../domain/referral/referral.ts'
import type { ReferralsTable, SarRegisterTable } from './client.ts'
import type { StoredReferral } from './referral-item.ts'

/** The history that stands instead of the one before, on condition that nothing was added to that since. A closed referral is in no index but by its organisation and day, which stay. */
const rewrite = (
  { referrals, changedIn }: ReferralsTable,
  before: Referral,
  after: Referral,
  history: History,
) => ({
  TableName: referrals,
  Key: { id: before.id },
  UpdateExpression: 'SET #version = :next, history = :history, changedIn = :changedIn',
  ConditionExpression: '#version = :version',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: {
    ':version': before.version,
    ':next': after.version,
    ':history': history.map((event) => marked('event', event)),
    ':changedIn': changedIn?.() ?? null,
  },
})

/** Nobody holds the SAR under this referral any more; the register of a table put back may not know it. */
const forget = (table: string, { id, registration }: Referral) => ({
  TableName: table,
  Key: { sarReference: registration.sarReference, organisation: registration.organisation },
  ConditionExpression: 'attribute_not_exists(id) OR id = :id',
  ExpressionAttributeValues: { ':id': id },
})

const meanwhile = new Set(['ConditionalCheckFailed', 'TransactionConflict'])

/** Somebody changed the referral, or another erasure is under way. */
const movedOn = ({ CancellationReasons: [referral, register] = [] }: TransactionCanceledException): boolean =>
  meanwhile.has(referral?.Code ?? '') || register?.Code === 'TransactionConflict'

/**
 * Puts the erased history in the place of the whole one and frees the SAR, both or neither. Answers the erased
 * referral, or undefined when it has moved on meanwhile: read it and decide again.
 */
export const eraseReferral =
  (tables: ReferralsTable & SarRegisterTable) =>
  async (before: StoredReferral, erasure: Recorded<ReferralErased>): Promise<Referral | undefined> => {
    const history = erasedHistory(before.history, erasure)
    const after = fold(history)
    const writes = [
      { Update: rewrite(tables, before.referral, after, history) },
      { Delete: forget(tables.sarRegister, before.referral) },
    ]
    try {
      await tables.client.send(new TransactWriteCommand({ TransactItems: writes }))
      return after
    } catch (fault) {
      if (fault instanceof TransactionCanceledException && movedOn(fault)) return undefined
      throw fault
    }
  }
