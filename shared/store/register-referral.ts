import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { sarRegisterItem } from '../contracts/items.ts'
import type { Recorded, Registered } from '../domain/referral/events.ts'
import { fold } from '../domain/referral/evolve.ts'
import type { Referral } from '../domain/referral/referral.ts'
import type { Rules } from '../domain/rules.ts'
import { indexKeys } from './referral-item.ts'
import type { ReferralsTable, SarRegisterTable } from './client.ts'

/** How a registration ended: stored, or not because the id, or the SAR and organisation, are taken already. */
export type RegistrationStored =
  | { readonly stored: true; readonly referral: Referral }
  | { readonly stored: false; readonly taken: 'id' }
  | { readonly stored: false; readonly taken: 'sar'; readonly by: string }

const heldBy = (fault: TransactionCanceledException): RegistrationStored => {
  const [referral, register] = fault.CancellationReasons ?? []
  if (register?.Code === 'ConditionalCheckFailed' && register.Item) {
    return { stored: false, taken: 'sar', by: sarRegisterItem.parse(unmarshall(register.Item)).id }
  }
  if (referral?.Code === 'ConditionalCheckFailed') return { stored: false, taken: 'id' }
  throw fault
}

/** Stores a new referral together with its claim on SAR and organisation: both, or neither. */
export const registerReferral =
  ({ client, referrals, sarRegister }: ReferralsTable & SarRegisterTable) =>
  async (event: Recorded<Registered>, rules: Rules): Promise<RegistrationStored> => {
    const referral = fold([event])
    const { sarReference, organisation } = event.registration
    const item = { id: event.id, version: event.version, history: [event], ...indexKeys(referral, rules) }
    try {
      await client.send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName: referrals, Item: item, ConditionExpression: 'attribute_not_exists(id)' } },
            {
              Put: {
                TableName: sarRegister,
                Item: { sarReference, organisation, id: event.id },
                ConditionExpression: 'attribute_not_exists(sarReference)',
                ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
              },
            },
          ],
        }),
      )
      return { stored: true, referral }
    } catch (fault) {
      if (fault instanceof TransactionCanceledException) return heldBy(fault)
      throw fault
    }
  }
