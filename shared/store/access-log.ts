import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutCommand, TransactWriteCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb'
import { accessItem, type AccessEntry } from '../contracts/access-log.ts'
import { marked } from '../contracts/stored.ts'
import { londonDate, type LocalDate } from '../domain/dates.ts'
import type { AccessLogTable } from './client.ts'
import { firstItems } from './first-items.ts'
import { accessDayIndex, accessPersonIndex } from './tables.ts'

/** An entry's place in time; the request tells apart what happens in the same millisecond. */
const placeOf = ({ at, requestId }: AccessEntry): string => `${at}#${requestId}`

/** One item for each referral, so that its log is one query; the first also stands for the person and the day. */
const itemsOf = (logged: AccessEntry) => {
  const entry = placeOf(logged)
  const referrals = [...new Set(logged.referrals)]
  const subjects = referrals.length > 0 ? referrals : [`request#${logged.requestId}`]
  const found = { person: logged.principal.id, day: londonDate(logged.at) }
  return subjects.map((subject, place) =>
    marked('access', { subject, entry, logged, ...(place === 0 && found) }),
  )
}

const mostInATransaction = 100
const onlyNew = { ConditionExpression: 'attribute_not_exists(subject)' }

/** An entry that is there already was written by this very request, whose answer from the table was lost. */
const putOnce = async (client: AccessLogTable['client'], put: PutCommandInput): Promise<void> => {
  try {
    await client.send(new PutCommand(put))
  } catch (fault) {
    if (!(fault instanceof ConditionalCheckFailedException)) throw fault
  }
}

/** Appends an entry: the log is only ever added to. Throws when it could not be. */
const append =
  ({ client, accessLog }: AccessLogTable) =>
  async (logged: AccessEntry): Promise<void> => {
    const items = itemsOf(logged)
    const puts = items.map((Item) => ({ TableName: accessLog, Item, ...onlyNew }))
    const [only] = puts
    if (puts.length === 1 && only) {
      await putOnce(client, only)
      return
    }
    for (let start = 0; start < puts.length; start += mostInATransaction) {
      const TransactItems = puts.slice(start, start + mostInATransaction).map((Put) => ({ Put }))
      await client.send(new TransactWriteCommand({ TransactItems }))
    }
  }

/** A stretch of the log, oldest first. `from` and `to` are places in time; `from` itself is left out. */
export type Stretch = { readonly from: string; readonly to: string; readonly limit: number }

const read = async (
  { client, accessLog }: AccessLogTable,
  key: { readonly index?: string; readonly name: string; readonly value: string },
  { from, to, limit }: Stretch,
): Promise<readonly AccessEntry[]> => {
  // DynamoDB refuses a range that runs backwards; nothing is in it.
  if (from > to) return []
  const query = {
    TableName: accessLog,
    ...(key.index !== undefined && { IndexName: key.index }),
    KeyConditionExpression: '#key = :key AND entry BETWEEN :from AND :to',
    ExpressionAttributeNames: { '#key': key.name },
    ExpressionAttributeValues: { ':key': key.value, ':from': from, ':to': to },
  }
  const items = await firstItems(client, query, limit + 1)
  const entries = items.map((item) => accessItem.parse(item)).filter(({ entry }) => entry !== from)
  return entries.slice(0, limit).map(({ logged }) => logged)
}

/** Every access pattern of the access log: there is none that changes or deletes. */
export const accessLogStore = (table: AccessLogTable) => ({
  append: append(table),
  ofReferral: (id: string, stretch: Stretch) => read(table, { name: 'subject', value: id }, stretch),
  ofPerson: (id: string, stretch: Stretch) =>
    read(table, { index: accessPersonIndex.name, name: accessPersonIndex.partitionKey, value: id }, stretch),
  ofDay: (day: LocalDate, stretch: Stretch) =>
    read(table, { index: accessDayIndex.name, name: accessDayIndex.partitionKey, value: day }, stretch),
})
export type AccessLogStore = ReturnType<typeof accessLogStore>
