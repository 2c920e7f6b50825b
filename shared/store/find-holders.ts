import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { sarRegisterItem } from '../contracts/items.ts'
import type { SarRegisterTable } from './client.ts'

/** A referral under which an organisation holds a SAR. */
export type SarHolding = { readonly organisation: string; readonly id: string }

/** Which organisations hold a SAR, and as which referral each. */
export const findHoldings =
  ({ client, sarRegister }: SarRegisterTable) =>
  async (sarReference: string): Promise<readonly SarHolding[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: sarRegister,
        KeyConditionExpression: 'sarReference = :sar',
        ExpressionAttributeValues: { ':sar': sarReference },
      }),
    )
    return Items.map((item) => {
      const { organisation, id } = sarRegisterItem.parse(item)
      return { organisation, id }
    })
  }

/** The organisations that hold a SAR. */
export const findHolders = (table: SarRegisterTable) => {
  const find = findHoldings(table)
  return async (sarReference: string): Promise<readonly string[]> =>
    (await find(sarReference)).map(({ organisation }) => organisation)
}
