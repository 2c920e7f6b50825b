import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb'
import pMap from 'p-map'
import type { ReferralsTable } from './client.ts'
import { fromItem, type StoredReferral } from './referral-item.ts'

/** One referral by its id, as last written. */
export const findReferral =
  ({ client, referrals }: ReferralsTable) =>
  async (id: string): Promise<StoredReferral | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: referrals, Key: { id }, ConsistentRead: true }),
    )
    return Item && fromItem(Item)
  }

/** As many as DynamoDB looks up in one request. */
const mostInBatch = 100
/** So many requests side by side: enough to keep the line busy, too few to be throttled. */
const atOnce = 8

const readBatch = async (table: ReferralsTable, ids: readonly string[]): Promise<StoredReferral[]> => {
  const { client, referrals } = table
  const { Responses, UnprocessedKeys } = await client.send(
    new BatchGetCommand({
      RequestItems: { [referrals]: { Keys: ids.map((id) => ({ id })), ConsistentRead: true } },
    }),
  )
  const read = (Responses?.[referrals] ?? []).map(fromItem)
  // What the table was too busy for is asked for by itself: then the client waits and tries again.
  const left = (UnprocessedKeys?.[referrals]?.Keys ?? []).map((key) => String(key['id']))
  const late = await pMap(left, findReferral(table), { concurrency: 1 })
  return [...read, ...late.filter((stored) => stored !== undefined)]
}

/** Referrals by their ids, as last written, each once and in the order in which they are asked for. */
export const readReferrals = async (
  table: ReferralsTable,
  ids: readonly string[],
): Promise<readonly StoredReferral[]> => {
  const asked = [...new Set(ids)]
  const batches = Array.from({ length: Math.ceil(asked.length / mostInBatch) }, (_, place) =>
    asked.slice(place * mostInBatch, (place + 1) * mostInBatch),
  )
  const read = await pMap(batches, (batch) => readBatch(table, batch), { concurrency: atOnce })
  const found = new Map(read.flat().map((stored) => [stored.referral.id, stored]))
  return asked.map((id) => found.get(id)).filter((stored) => stored !== undefined)
}
