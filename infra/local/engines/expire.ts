import { DeleteItemCommand, type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import type { Table } from '../template/tables.ts'

/**
 * Deletes what has expired by a moment of the service's time from the tables that declare a time to live: AWS does so
 * within days of it. What was put anew meanwhile stays.
 */
export const deleteExpired = async (
  client: DynamoDBClient,
  tables: readonly Table[],
  now: Date,
): Promise<void> => {
  for (const { name, keys, expires } of tables) {
    if (expires === undefined) continue
    const expired = {
      ExpressionAttributeNames: { '#expires': expires },
      ExpressionAttributeValues: { ':now': { N: String(Math.floor(now.getTime() / 1000)) } },
    }
    const scan = { TableName: name, FilterExpression: '#expires < :now', ...expired }
    for await (const { Items = [] } of paginateScan({ client }, scan)) {
      for (const item of Items) {
        const key = keys.flatMap(({ AttributeName }) => {
          const value = item[AttributeName]
          return value ? [[AttributeName, value] as const] : []
        })
        const command = {
          TableName: name,
          Key: Object.fromEntries(key),
          ConditionExpression: '#expires < :now',
          ...expired,
        }
        await client.send(new DeleteItemCommand(command))
      }
    }
  }
}
