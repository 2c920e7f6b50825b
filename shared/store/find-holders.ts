import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { sarRegisterItem } from '../contracts/items.ts'
import type { SarRegisterTable } from './client.ts'

/** The organisations that hold a SAR. */
export const findHolders =
  ({ client, sarRegister }: SarRegisterTable) =>
  async (sarReference: string): Promise<readonly string[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: sarRegister,
        KeyConditionExpression: 'sarReference = :sar',
        ExpressionAttributeValues: { ':sar': sarReference },
      }),
    )
    return Items.map((item) => sarRegisterItem.parse(item).organisation)
  }
