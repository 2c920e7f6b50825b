import { TransactionCanceledException, type CancellationReason } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { sarRegisterItem } from '../contracts/items.ts'
import { marked } from '../contracts/stored.ts'
import type { Recorded, Registered } from '../domain/referral/events.ts'
import { fold } from '../domain/referral/evolve.ts'
import type { Referral } from '../domain/referral/referral.ts'
import type { Rules } from '../domain/rules.ts'
import type { ReferralsTable, SarRegisterTable } from './client.ts'
import { indexKeys, referredPlace } from './referral-item.ts'
import { organisationIndex } from './tables.ts'

/**
 * Why a registration could not be stored: the SAR and organisation are taken already; or its id is, or others were
 * writing at the same moment, and it can be tried again.
 */
export type Taken = { readonly taken: 'for_a_moment' } | { readonly taken: 'sar'; readonly by: string }

/** How a registration ended. */
export type RegistrationStored =
  { readonly stored: true; readonly referral: Referral } | ({ readonly stored: false } & Taken)

/** The two writes of a registration: the referral, and its claim on SAR and organisation. */
export const registrationWrites = (
  { referrals, sarRegister, changedIn }: ReferralsTable & SarRegisterTable,
  event: Recorded<Registered>,
  rules: Rules,
) => {
  const referral = fold([event])
  const { sarReference, organisation } = event.registration
  const item = {
    id: event.id,
    version: event.version,
    history: [marked('event', event)],
    [organisationIndex.partitionKey]: organisation,
    [organisationIndex.sortKey]: referredPlace(referral),
    ...indexKeys(referral, rules),
    changedIn: changedIn?.(),
  }
  return [
    { Put: { TableName: referrals, Item: item, ConditionExpression: 'attribute_not_exists(id)' } },
    {
      Put: {
        TableName: sarRegister,
        Item: marked('sarHolding', { sarReference, organisation, id: event.id }),
        ConditionExpression: 'attribute_not_exists(sarReference)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
      },
    },
  ]
}

const isConflict = ({ Code }: CancellationReason): boolean => Code === 'TransactionConflict'

/** What the two writes of a registration met, if that is why a transaction was cancelled. */
export const takenIn = (reasons: readonly CancellationReason[]): Taken | undefined => {
  const [referral, register] = reasons
  if (register?.Code === 'ConditionalCheckFailed' && register.Item) {
    return { taken: 'sar', by: sarRegisterItem.parse(unmarshall(register.Item)).id }
  }
  const inTheWay = referral?.Code === 'ConditionalCheckFailed' || reasons.some(isConflict)
  return inTheWay ? { taken: 'for_a_moment' } : undefined
}

/** Stores a new referral together with its claim on SAR and organisation: both, or neither. */
export const registerReferral =
  (tables: ReferralsTable & SarRegisterTable) =>
  async (event: Recorded<Registered>, rules: Rules): Promise<RegistrationStored> => {
    try {
      await tables.client.send(
        new TransactWriteCommand({ TransactItems: registrationWrites(tables, event, rules) }),
      )
      return { stored: true, referral: fold([event]) }
    } catch (fault) {
      const taken = fault instanceof TransactionCanceledException && takenIn(fault.CancellationReasons ?? [])
      if (taken) return { stored: false, ...taken }
      throw fault
    }
  }
