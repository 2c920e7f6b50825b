import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb'
import { setTimeout } from 'node:timers/promises'
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
const batchesAtOnce = 8
/** How long a table is let alone that was too busy for all of a batch. */
const pauseMilliseconds = 100

const readBatch = async (
  table: ReferralsTable,
  keys: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly StoredReferral[]> => {
  const { client, referrals } = table
  const asked = { [referrals]: { Keys: [...keys], ConsistentRead: true } }
  const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand({ RequestItems: asked }))
  const read = (Responses?.[referrals] ?? []).map(fromItem)
  // A part is always read, or the client itself waits and asks again: so this comes to an end.
  const left = UnprocessedKeys?.[referrals]?.Keys ?? []
  if (left.length === 0) return read
  await setTimeout(pauseMilliseconds)
  return [...read, ...(await readBatch(table, left))]
}

/** Referrals by their ids, as last written, each once and in the order in which they are asked for. */
export const readReferrals =
  (table: ReferralsTable) =>
  async (ids: readonly string[]): Promise<readonly StoredReferral[]> => {
    const keys = [...new Set(ids)].map((id) => ({ id }))
    const batches = Array.from({ length: Math.ceil(keys.length / mostInBatch) }, (_, place) =>
      keys.slice(place * mostInBatch, (place + 1) * mostInBatch),
    )
    const read = await pMap(batches, (batch) => readBatch(table, batch), { concurrency: batchesAtOnce })
    const found = new Map(read.flat().map((stored) => [stored.referral.id, stored]))
    return keys.map(({ id }) => found.get(id)).filter((stored) => stored !== undefined)
  }
