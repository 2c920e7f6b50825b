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

const answered = z.object({ Item: item.optional(), Items: z.array(item).optional() })

/** What a read read, as far as its answer shows it: the service filters nothing on the server. */
export const readBy = (body: unknown, answer: unknown) => {
  const { TableName, ConsistentRead = false } = one.parse(body)
  const { Item, Items = [] } = answered.parse(answer)
  return { table: TableName, consistent: ConsistentRead, items: Item ? [Item] : Items }
}
