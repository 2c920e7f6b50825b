import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { isDeepStrictEqual } from 'node:util'
import { StartRefused } from '../start-refused.ts'
import type { Table } from '../template/tables.ts'

/**
 * Makes the tables that aren't there yet, with their indexes and streams. Refuses when one is there in another shape,
 * as after a change of the template. Answers with the streams' real ARNs by those that the template knows them by.
 */
export const prepareTables = async (
  client: DynamoDBClient,
  tables: readonly Table[],
): Promise<ReadonlyMap<string, string>> => {
  const streams = await Promise.all(tables.map((table) => prepare(client, table)))
  return new Map(streams.flatMap((stream) => (stream ? [stream] : [])))
}

const prepare = async (client: DynamoDBClient, table: Table) => {
  const found = (await describe(client, table.name)) ?? (await create(client, table))
  if (!isAsDeclared(found, table)) {
    throw new StartRefused(
      `The table ${table.name} in DATA_DIR has other keys or indexes than the template now says: delete DATA_DIR, or ` +
        'choose another.',
    )
  }
  return found.LatestStreamArn === undefined ? undefined : ([table.streamArn, found.LatestStreamArn] as const)
}

const describe = async (client: DynamoDBClient, name: string) => {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }))
    return Table
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}

const create = async (client: DynamoDBClient, table: Table): Promise<TableDescription> => {
  await client.send(new CreateTableCommand(declarationOf(table)))
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 0.01 }, { TableName: table.name })
  return (await describe(client, table.name)) ?? {}
}

const declarationOf = (table: Table): CreateTableCommandInput => ({
  TableName: table.name,
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [...table.keys],
  AttributeDefinitions: [...table.attributes],
  ...(table.globalIndexes.length > 0 && { GlobalSecondaryIndexes: [...table.globalIndexes] }),
  ...(table.localIndexes.length > 0 && { LocalSecondaryIndexes: [...table.localIndexes] }),
  ...(table.stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: table.stream } }),
})

const isAsDeclared = (found: TableDescription, table: Table) =>
  isDeepStrictEqual(shapeOf(found), {
    keys: table.keys,
    indexes: [...table.globalIndexes, ...table.localIndexes].map(indexShape).toSorted(),
    stream: table.stream,
  })

const shapeOf = (found: TableDescription) => ({
  keys: found.KeySchema,
  indexes: [...(found.GlobalSecondaryIndexes ?? []), ...(found.LocalSecondaryIndexes ?? [])]
    .map(indexShape)
    .toSorted(),
  stream: found.StreamSpecification?.StreamViewType,
})

type IndexLike = NonNullable<TableDescription['LocalSecondaryIndexes']>[number]

const indexShape = ({ IndexName, KeySchema, Projection }: IndexLike) =>
  JSON.stringify([
    IndexName,
    KeySchema?.map(({ AttributeName, KeyType }) => [AttributeName, KeyType]),
    Projection?.ProjectionType,
    Projection?.NonKeyAttributes?.toSorted() ?? [],
  ])
