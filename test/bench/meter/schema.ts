import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** An index: the attributes that make its keys, and all that it has of an item. */
export type Index = {
  readonly name: string
  readonly keys: readonly string[]
  readonly projected: readonly string[]
}

export type Schema = { readonly keys: readonly string[]; readonly indexes: readonly Index[] }

const named = (keys: readonly { readonly AttributeName?: string | undefined }[] = []): readonly string[] =>
  keys.flatMap(({ AttributeName }) => AttributeName ?? [])

const describe = async (client: DynamoDBClient, TableName: string): Promise<Schema> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }))
  const keys = named(Table?.KeySchema)
  const indexes = (Table?.GlobalSecondaryIndexes ?? []).map(({ IndexName = '', KeySchema, Projection }) => {
    const own = named(KeySchema)
    return {
      name: IndexName,
      keys: own,
      projected: [...keys, ...own, ...(Projection?.NonKeyAttributes ?? [])],
    }
  })
  return { keys, indexes }
}

/** The keys and indexes of tables, each asked for once. */
export const schemas = (client: DynamoDBClient): ((table: string) => Promise<Schema>) => {
  const known = new Map<string, Promise<Schema>>()
  return (table) => {
    const schema = known.get(table) ?? describe(client, table)
    known.set(table, schema)
    return schema
  }
}
