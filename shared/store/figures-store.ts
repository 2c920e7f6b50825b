import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { GetCommand, paginateQuery, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { countedItem, countersItem, type Counted } from '../contracts/items.ts'
import { marked } from '../contracts/stored.ts'
import { movement } from '../domain/figures/contribution.ts'
import type { Tally } from '../domain/figures/tally.ts'
import type { ReportingYear } from '../domain/reporting-year.ts'
import type { FiguresTable } from './client.ts'
import { generationsInUse } from './figures-generations.ts'

/** A generation of the figures, which a rebuild counts afresh beside the one that is read. */
type Generation = FiguresTable & { readonly generation: number }

const yearScope = (generation: number, year: string) => `${generation}#year#${year}`
const countedKey = (generation: number, id: string) => ({
  scope: `${generation}#referral#${id}`,
  entry: 'counted',
})

/** Referrals with HMRC information have counters of their own, because the published version leaves them out. */
const hmrcSuffix = '#hmrc'
const entryOf = ({ organisation, hmrc }: Pick<Counted, 'organisation' | 'hmrc'>): string =>
  hmrc ? organisation + hmrcSuffix : organisation

/** What was last counted for a referral, as last written. */
const counted =
  ({ client, figures, generation }: Generation) =>
  async (id: string): Promise<Counted | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: figures, Key: countedKey(generation, id), ConsistentRead: true }),
    )
    return Item && countedItem.parse(Item)
  }

const markerPut = (
  { figures, generation }: Generation,
  id: string,
  before: Counted | undefined,
  now: Counted,
) => ({
  TableName: figures,
  Item: marked('counted', { ...countedKey(generation, id), ...now }),
  ConditionExpression: before ? '#version = :before' : 'attribute_not_exists(#version)',
  ExpressionAttributeNames: { '#version': 'version' },
  ...(before && { ExpressionAttributeValues: { ':before': before.version } }),
})

const countersUpdate = (
  { figures, generation }: Generation,
  now: Counted,
  moves: ReadonlyMap<string, number>,
) => {
  const entries = [...moves]
  return {
    TableName: figures,
    Key: { scope: yearScope(generation, now.year), entry: entryOf(now) },
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
  (table: Generation) =>
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

/** Counts into one generation. */
export const ledger = (generation: Generation) => ({
  counted: counted(generation),
  count: count(generation),
})
export type Ledger = ReturnType<typeof ledger>

/** What every change is counted into: the generation that is read, and one that is being rebuilt. */
const ledgersInUse = (table: FiguresTable) => async (): Promise<readonly Ledger[]> => {
  const { current, building } = await generationsInUse(table)
  const generations = building === undefined ? [current] : [current, building]
  return generations.map((generation) => ledger({ ...table, generation }))
}

/** The counters of a reporting year in one generation. */
const talliesOf =
  ({ client, figures, generation }: Generation) =>
  async (year: ReportingYear): Promise<readonly Tally[]> => {
    const tallies: Tally[] = []
    const query = {
      TableName: figures,
      KeyConditionExpression: '#scope = :scope',
      ExpressionAttributeNames: { '#scope': 'scope' },
      ExpressionAttributeValues: { ':scope': yearScope(generation, year) },
    }
    for await (const { Items = [] } of paginateQuery({ client }, query)) {
      for (const item of Items) {
        const { scope: _, entry, ...counters } = countersItem.parse(item)
        const hmrc = entry.endsWith(hmrcSuffix)
        tallies.push({ organisation: hmrc ? entry.slice(0, -hmrcSuffix.length) : entry, hmrc, counters })
      }
    }
    return tallies
  }

/** The counters of a reporting year. */
const yearTallies =
  (table: FiguresTable) =>
  async (year: ReportingYear): Promise<readonly Tally[]> => {
    const { current } = await generationsInUse(table)
    return talliesOf({ ...table, generation: current })(year)
  }

/** Every access pattern of the figures, but for a rebuild's own. */
export const figuresStore = (table: FiguresTable) => ({
  ledgersInUse: ledgersInUse(table),
  yearTallies: yearTallies(table),
})
export type FiguresStore = ReturnType<typeof figuresStore>
