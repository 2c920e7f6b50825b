import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import {
  GetCommand,
  paginateQuery,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import { editionItem, type KeptFile } from '../contracts/edition-item.ts'
import { marked } from '../contracts/stored.ts'
import { decided, editionOf, type Draft, type Edition, type EditionName } from '../domain/editions/edition.ts'
import type { Drafted, EditionDecision } from '../domain/editions/events.ts'
import type { ReportingYear } from '../domain/reporting-year.ts'
import type { EditionsTable } from './client.ts'

/** An edition and the files that were kept of it. */
export type StoredEdition<State extends Edition = Edition> = {
  readonly edition: State
  readonly files: readonly KeptFile[]
}

/** An edition's number as it is stored: it sorts as text up to 999, far beyond what a year can see. */
export const paddedNumber = (number: number): string => String(number).padStart(3, '0')

const keyOf = ({ year, number }: EditionName) => ({ reportingYear: year, edition: paddedNumber(number) })

const fromItem = (item: unknown): StoredEdition => {
  const { reportingYear: year, edition, history, files } = editionItem.parse(item)
  return { edition: editionOf({ year, number: Number(edition) }, history), files }
}

const ofYear = ({ editions }: EditionsTable, year: ReportingYear) => ({
  TableName: editions,
  KeyConditionExpression: 'reportingYear = :year',
  ExpressionAttributeValues: { ':year': year },
  ConsistentRead: true,
})

/** The number that the next edition of a year would have: whether it is still free shows when it is created. */
const nextNumber =
  (table: EditionsTable) =>
  async (year: ReportingYear): Promise<number> => {
    const last = { ...ofYear(table, year), ScanIndexForward: false, Limit: 1 }
    const { Items: [item] = [] } = await table.client.send(new QueryCommand(last))
    return item === undefined ? 1 : fromItem(item).edition.number + 1
  }

const lost = new Set(['ConditionalCheckFailed', 'TransactionConflict'])

/** Whether somebody else was first, or is at it at the same moment. */
const isLost = (fault: unknown): boolean =>
  fault instanceof ConditionalCheckFailedException ||
  (fault instanceof TransactionCanceledException &&
    (fault.CancellationReasons ?? []).some(({ Code }) => Code !== undefined && lost.has(Code)))

/** Answers undefined in place of the result when somebody else was first. */
const unlessLost = async <Value>(written: Promise<unknown>, value: Value): Promise<Value | undefined> => {
  try {
    await written
    return value
  } catch (fault) {
    if (isLost(fault)) return undefined
    throw fault
  }
}

/** Creates an edition as a draft. Answers undefined when its number is taken by now: freeze again as the next. */
const create =
  ({ client, editions }: EditionsTable) =>
  async (
    name: EditionName,
    drafted: Drafted,
    files: readonly KeptFile[],
  ): Promise<StoredEdition | undefined> => {
    const put = new PutCommand({
      TableName: editions,
      Item: { ...keyOf(name), history: [marked('editionEvent', drafted)], files },
      ConditionExpression: 'attribute_not_exists(edition)',
    })
    return unlessLost(client.send(put), { edition: editionOf(name, [drafted]), files })
  }

/** An edition by its number, as last written. */
const find =
  ({ client, editions }: EditionsTable) =>
  async (name: EditionName): Promise<StoredEdition | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: editions, Key: keyOf(name), ConsistentRead: true }),
    )
    return Item && fromItem(Item)
  }

/** Every edition of a year, the first one first. */
const list =
  (table: EditionsTable) =>
  async (year: ReportingYear): Promise<readonly StoredEdition[]> => {
    const found: StoredEdition[] = []
    for await (const { Items = [] } of paginateQuery({ client: table.client }, ofYear(table, year))) {
      found.push(...Items.map(fromItem))
    }
    return found
  }

/** Of a year: which of its editions was approved last. It stands apart from the editions, which are listed. */
const lastApprovedKey = (year: ReportingYear) => ({ reportingYear: `${year}/approved`, edition: 'last' })

/**
 * The year's last approval is this one; refused when it is another by now than the one that the edition revises. Where an
 * earlier approval left no note of itself, this one does: of two that come after it, still only one is first.
 */
const approvalOf = (TableName: string, { year, number, revises }: Draft) => ({
  Update: {
    TableName,
    Key: lastApprovedKey(year),
    UpdateExpression: 'SET approved = :number',
    ConditionExpression: `attribute_not_exists(approved)${revises === null ? '' : ' OR approved <= :revises'}`,
    ExpressionAttributeValues: { ':number': number, ...(revises !== null && { ':revises': revises }) },
  },
})

const decisionOf = (
  TableName: string,
  draft: Draft,
  decision: EditionDecision,
  added: readonly KeptFile[],
) => ({
  Update: {
    TableName,
    Key: keyOf(draft),
    UpdateExpression: 'SET history = list_append(history, :decision), files = list_append(files, :added)',
    ConditionExpression: 'size(history) = :undecided',
    ExpressionAttributeValues: {
      ':decision': [marked('editionEvent', decision)],
      ':added': added,
      ':undecided': 1,
    },
  },
})

/**
 * Writes down what was decided about a draft, with the files that were kept of it in its new state. Of two people who
 * decide at once one wins, and of two drafts that revise the same edition one is approved; the other is answered
 * undefined: read the editions and decide again.
 */
const decide =
  ({ client, editions }: EditionsTable) =>
  async (
    { edition, files }: StoredEdition<Draft>,
    decision: EditionDecision,
    added: readonly KeptFile[],
  ): Promise<StoredEdition | undefined> => {
    const writes = [
      decisionOf(editions, edition, decision, added),
      ...(decision.type === 'approved' ? [approvalOf(editions, edition)] : []),
    ]
    return unlessLost(client.send(new TransactWriteCommand({ TransactItems: writes })), {
      edition: decided(edition, decision),
      files: [...files, ...added],
    })
  }

/** Every access pattern of the editions. None changes what was frozen, and none deletes. */
export const editionsStore = (table: EditionsTable) => ({
  nextNumber: nextNumber(table),
  create: create(table),
  find: find(table),
  list: list(table),
  decide: decide(table),
})
export type EditionsStore = ReturnType<typeof editionsStore>
