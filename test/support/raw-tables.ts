import { DynamoDBClient, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { clientOptions } from '../../infra/local/engines/client-options.ts'
import { endpointsOf } from './engines.ts'
import type { Service } from './service.ts'

const within = async <Found>(
  service: Pick<Service, 'dataDir'>,
  use: (client: DynamoDBDocumentClient, tables: readonly string[]) => Promise<Found>,
): Promise<Found> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientOptions(endpointsOf(service).dynamoDb)))
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  const found = await use(client, TableNames)
  client.destroy()
  return found
}

/** Every item of every table as the engine has it, each as JSON, by its table. */
export const rawItems = (
  service: Pick<Service, 'dataDir'>,
): Promise<ReadonlyMap<string, readonly string[]>> =>
  within(service, async (client, tables) => {
    const all = new Map<string, string[]>()
    for (const TableName of tables) {
      const items: string[] = []
      for await (const { Items = [] } of paginateScan({ client }, { TableName })) {
        items.push(...Items.map((item) => JSON.stringify(item)))
      }
      all.set(TableName, items)
    }
    return all
  })

/** Puts an item into the table whose name begins so. */
export const putRaw = (service: Pick<Service, 'dataDir'>, table: string, item: object): Promise<void> =>
  within(service, async (client, tables) => {
    const TableName = tables.find((name) => name.startsWith(table))
    await client.send(new PutItemCommand({ TableName, Item: marshall(item) }))
  })
