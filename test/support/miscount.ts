import { DynamoDBClient, ListTablesCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { clientOptions } from '../../infra/local/engines/client-options.ts'
import { endpointsOf } from './engines.ts'
import type { Service } from './service.ts'

/**
 * Adds to the count of withdrawn referrals of an organisation and a year behind the service's back, in the first
 * generation of figures; `by` −1 puts right what 1 did.
 */
export const miscount = async (
  service: Pick<Service, 'dataDir'>,
  year: string,
  organisation: string,
  by = 1,
): Promise<void> => {
  const client = new DynamoDBClient(clientOptions(endpointsOf(service).dynamoDb))
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  await client.send(
    new UpdateItemCommand({
      TableName: TableNames.find((name) => name.startsWith('DataFigures')),
      Key: { scope: { S: `1#year#${year}` }, entry: { S: organisation } },
      UpdateExpression: 'ADD withdrawn :by',
      ExpressionAttributeValues: { ':by': { N: String(by) } },
    }),
  )
  client.destroy()
}
