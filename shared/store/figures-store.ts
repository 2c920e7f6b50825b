import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { GetCommand, paginateQuery, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { countedItem, countersItem, type Counted } from '../contracts/items.ts'
import type { Counters } from '../domain/figures/counters.ts'
import { movement } from '../domain/figures/contribution.ts'
import type { ReportingYear } from '../domain/reporting-year.ts'
import type { FiguresTable } from './client.ts'

const yearScope = (year: string) => `year#${year}`
const countedKey = (id: string) => ({ scope: `referral#${id}`, entry: 'counted' })

/** What was last counted for a referral, as last written. */
const counted =
  ({ client, figures }: FiguresTable) =>
  async (id: string): Promise<Counted | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: figures, Key: countedKey(id), ConsistentRead: true }),
    )
    return Item && countedItem.parse(Item)
  }

const markerPut = ({ figures }: FiguresTable, id: string, before: Counted | undefined, now: Counted) => ({
  TableName: figures,
  Item: { ...countedKey(id), ...now },
  ConditionExpression: before ? '#version = :before' : 'attribute_not_exists(#version)',
  ExpressionAttributeNames: { '#version': 'version' },
  ...(before && { ExpressionAttributeValues: { ':before': before.version } }),
})

const countersUpdate = (
  { figures }: FiguresTable,
  { year, organisation }: Counted,
  moves: ReadonlyMap<string, number>,
) => {
  const entries = [...moves]
  return {
    TableName: figures,
    Key: { scope: yearScope(year), entry: organisation },
    UpdateExpression: `ADD ${entries.map((_, place) => `#n${place} :v${place}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(entries.map(([name], place) => [`#n${place}`, name])),
    ExpressionAttributeValues: Object.fromEntries(entries.map(([, by], place) => [`:v${place}`, by])),
  }
}

const anotherWasFaster = new Set(['ConditionalCheckFailed', 'TransactionConflict'])

const lostTheRace = (fault: unknown): boolean =>
  fault instanceof ConditionalCheckFailedException ||
  (fault instanceof TransactionCanceledException &&
    (fault.CancellationReasons ?? []).some(({ Code = '' }) => anotherWasFaster.has(Code)))

/**
 * Counts a referral as it is `now` instead of as it was `before`: the marker and the counters move together or not at
 * all. Answers false when somebody else counted meanwhile, and nothing was changed: look again.
 */
const count =
  (table: FiguresTable) =>
  async (id: string, before: Counted | undefined, now: Counted): Promise<boolean> => {
    const moves = movement(before?.counters ?? [], now.counters)
    const Put = markerPut(table, id, before, now)
    try {
      await (moves.size === 0
        ? table.client.send(new PutCommand(Put))
        : table.client.send(
            new TransactWriteCommand({
              TransactItems: [{ Put }, { Update: countersUpdate(table, now, moves) }],
            }),
          ))
      return true
    } catch (fault) {
      if (lostTheRace(fault)) return false
      throw fault
    }
  }

/** The counters of a reporting year, by organisation. */
const yearCounters =
  ({ client, figures }: FiguresTable) =>
  async (year: ReportingYear): Promise<ReadonlyMap<string, Counters>> => {
    const byOrganisation = new Map<string, Counters>()
    const query = {
      TableName: figures,
      KeyConditionExpression: '#scope = :scope',
      ExpressionAttributeNames: { '#scope': 'scope' },
      ExpressionAttributeValues: { ':scope': yearScope(year) },
    }
    for await (const { Items = [] } of paginateQuery({ client }, query)) {
      for (const item of Items) {
        const { scope: _, entry, ...counters } = countersItem.parse(item)
        byOrganisation.set(entry, counters)
      }
    }
    return byOrganisation
  }

/** Every access pattern of the figures. */
export const figuresStore = (table: FiguresTable) => ({
  counted: counted(table),
  count: count(table),
  yearCounters: yearCounters(table),
})
export type FiguresStore = ReturnType<typeof figuresStore>
