import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { BatchWriteCommand, GetCommand, paginateScan, PutCommand } from '@aws-sdk/lib-dynamodb'
import { generationsItem, type Generations } from '../contracts/items.ts'
import { marked } from '../contracts/stored.ts'
import type { FiguresTable } from './client.ts'
import * as z from 'zod'

const key = { scope: 'generations', entry: 'in use' }
const keyItem = z.object({ scope: z.string(), entry: z.string() })

/** Which generation of the figures is read, and which one is being rebuilt. The first, before any rebuild. */
export const generationsInUse = async ({ client, figures }: FiguresTable): Promise<Generations> => {
  const { Item } = await client.send(new GetCommand({ TableName: figures, Key: key, ConsistentRead: true }))
  return Item ? generationsItem.parse(Item) : { current: 1 }
}

const change = async ({ client, figures }: FiguresTable, from: Generations, to: Generations) => {
  try {
    await client.send(
      new PutCommand({
        TableName: figures,
        Item: marked('generations', { ...key, ...to }),
        ConditionExpression: 'attribute_not_exists(#current) OR #current = :from',
        ExpressionAttributeNames: { '#current': 'current' },
        ExpressionAttributeValues: { ':from': from.current },
      }),
    )
  } catch (fault) {
    if (!(fault instanceof ConditionalCheckFailedException)) throw fault
    throw new Error('Another rebuild of the figures has finished meanwhile: look before rebuilding again', {
      cause: fault,
    })
  }
}

/** Begins a new generation beside the one that is read, or goes on with one begun before. Answers with its number. */
export const beginGeneration = (table: FiguresTable) => async (): Promise<number> => {
  const inUse = await generationsInUse(table)
  const building = inUse.building ?? inUse.current + 1
  await change(table, inUse, { current: inUse.current, building })
  return building
}

/** From now on this generation is read, and nothing is counted into the one before it. */
export const readGeneration =
  (table: FiguresTable) =>
  async (generation: number): Promise<void> =>
    change(table, await generationsInUse(table), { current: generation })

const most = 25

const remove = async ({ client, figures }: FiguresTable, keys: readonly z.infer<typeof keyItem>[]) => {
  let left = { [figures]: keys.map((Key) => ({ DeleteRequest: { Key } })) }
  while (Object.keys(left).length > 0) {
    const { UnprocessedItems = {} } = await client.send(new BatchWriteCommand({ RequestItems: left }))
    left = Object.fromEntries(
      Object.entries(UnprocessedItems).map(([table, requests]) => [
        table,
        requests.flatMap(({ DeleteRequest }) =>
          DeleteRequest ? [{ DeleteRequest: { Key: keyItem.parse(DeleteRequest.Key) } }] : [],
        ),
      ]),
    )
  }
}

/** Deletes every generation older than this one. */
export const forgetBefore =
  (table: FiguresTable) =>
  async (generation: number): Promise<void> => {
    const scan = { TableName: table.figures, ProjectionExpression: '#scope, entry' }
    const names = { ExpressionAttributeNames: { '#scope': 'scope' } }
    for await (const { Items = [] } of paginateScan({ client: table.client }, { ...scan, ...names })) {
      const old = Items.map((item) => keyItem.parse(item)).filter(
        ({ scope }) => Number.parseInt(scope, 10) < generation,
      )
      for (let from = 0; from < old.length; from += most) await remove(table, old.slice(from, from + most))
    }
  }
