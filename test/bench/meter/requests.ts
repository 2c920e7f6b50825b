import * as z from 'zod'
import type { Item } from './sizes.ts'

const item = z.custom<Item>((value) => typeof value === 'object' && value !== null)
const one = z.object({
  TableName: z.string(),
  Key: item.optional(),
  Item: item.optional(),
  ConsistentRead: z.boolean().optional(),
})
const transaction = z.object({ TransactItems: z.array(z.record(z.string(), one)) })
const batch = z.object({
  RequestItems: z.record(
    z.string(),
    z.array(
      z.object({
        PutRequest: z.object({ Item: item }).optional(),
        DeleteRequest: z.object({ Key: item }).optional(),
      }),
    ),
  ),
})

/** One write that a request asks for: `at` has the item's key among its attributes. */
export type Write = { readonly table: string; readonly at: Item; readonly transactional: boolean }

const writeOf = ({ TableName, Key, Item = {} }: z.infer<typeof one>, transactional: boolean): Write => ({
  table: TableName,
  at: Key ?? Item,
  transactional,
})

/** The writes that a request asks for; none for a read. */
export const writesIn = (operation: string, body: unknown): readonly Write[] => {
  if (operation === 'TransactWriteItems') {
    return transaction
      .parse(body)
      .TransactItems.flatMap((each) => Object.values(each).map((part) => writeOf(part, true)))
  }
  if (operation === 'BatchWriteItem') {
    return Object.entries(batch.parse(body).RequestItems).flatMap(([table, requests]) =>
      requests.map(({ PutRequest, DeleteRequest }) => ({
        table,
        at: PutRequest?.Item ?? DeleteRequest?.Key ?? {},
        transactional: false,
      })),
    )
  }
  return ['PutItem', 'UpdateItem', 'DeleteItem'].includes(operation) ? [writeOf(one.parse(body), false)] : []
}

const manyKeys = z.object({
  RequestItems: z.record(z.string(), z.object({ ConsistentRead: z.boolean().optional() })),
})
const manyItems = z.object({ Responses: z.record(z.string(), z.array(item)) })
const answered = z.object({ Item: item.optional(), Items: z.array(item).optional() })

/** What was read of one table: the size of each of these is rounded up by itself. */
export type Read = {
  readonly table: string
  readonly consistent: boolean
  readonly together: readonly (readonly Item[])[]
}

/** What a request read, as far as its answer shows it: the service filters nothing on the server. */
export const readsIn = (operation: string, body: unknown, answer: unknown): readonly Read[] => {
  if (operation === 'BatchGetItem') {
    const { Responses } = manyItems.parse(answer)
    return Object.entries(manyKeys.parse(body).RequestItems).map(([table, { ConsistentRead = false }]) => ({
      table,
      consistent: ConsistentRead,
      together: (Responses[table] ?? []).map((each) => [each]),
    }))
  }
  const { TableName, ConsistentRead = false } = one.parse(body)
  const { Item, Items = [] } = answered.parse(answer)
  return [{ table: TableName, consistent: ConsistentRead, together: [Item ? [Item] : Items] }]
}
