import { paginateQuery, paginateScan, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import { organisationEntry, reminderEntry } from '../contracts/items.ts'
import type { LocalDate } from '../domain/dates.ts'
import type { Referral } from '../domain/referral/referral.ts'
import { firstItems } from './first-items.ts'
import { fromItem, type StoredReferral } from './referral-item.ts'
import type { ReferralsTable } from './client.ts'
import { readReferrals } from './read-referrals.ts'
import { dueIndex, organisationIndex, remindersIndex } from './tables.ts'

const ofUnit = (index: { readonly name: string }, condition: string, values: Record<string, string>) => ({
  IndexName: index.name,
  KeyConditionExpression: `answeringUnit = :unit${condition}`,
  ExpressionAttributeValues: values,
})

/**
 * Open referrals of an answering unit, what is due soonest first: at most `limit` of those that come after a place in
 * the list, `after` being the `dueOn#id` of the last one seen.
 */
export const openReferrals =
  ({ client, referrals }: ReferralsTable) =>
  async (unit: string, after: string, limit: number): Promise<readonly Referral[]> => {
    const query = ofUnit(dueIndex, ' AND due > :after', { ':unit': unit, ':after': after })
    const items = await firstItems(client, { TableName: referrals, ...query }, limit)
    return items.map((item) => fromItem(item).referral)
  }

const all = async ({ client, referrals }: ReferralsTable, query: Omit<QueryCommandInput, 'TableName'>) => {
  const found: StoredReferral[] = []
  for await (const { Items = [] } of paginateQuery({ client }, { TableName: referrals, ...query })) {
    found.push(...Items.map(fromItem))
  }
  return found
}

/** Every open referral of an answering unit with its history, what is due soonest first. */
export const allOpenStored =
  (table: ReferralsTable) =>
  (unit: string): Promise<readonly StoredReferral[]> =>
    all(table, ofUnit(dueIndex, '', { ':unit': unit }))

/** Every open referral of an answering unit, what is due soonest first. */
export const allOpenReferrals =
  (table: ReferralsTable) =>
  async (unit: string): Promise<readonly Referral[]> =>
    (await allOpenStored(table)(unit)).map(({ referral }) => referral)

const ofOrganisation = (organisation: string, from: string, to: string) => ({
  IndexName: organisationIndex.name,
  KeyConditionExpression: 'organisation = :organisation AND referred BETWEEN :from AND :to',
  ExpressionAttributeValues: { ':organisation': organisation, ':from': from, ':to': to },
  ScanIndexForward: false,
})

/** The open referrals of an answering unit whose next reminder falls due by a London day. */
export const dueForReminder =
  (table: ReferralsTable) =>
  async (unit: string, by: LocalDate): Promise<readonly Referral[]> => {
    const query = ofUnit(remindersIndex, ' AND remindOn <= :by', { ':unit': unit, ':by': by })
    const ids: string[] = []
    const pages = paginateQuery({ client: table.client }, { TableName: table.referrals, ...query })
    for await (const { Items = [] } of pages) ids.push(...Items.map((item) => reminderEntry.parse(item).id))
    return (await readReferrals(table)(ids)).map(({ referral }) => referral)
  }

/**
 * Referrals of an organisation, closed ones too, the last referred first: at most `limit` of those referred from a day
 * on that stand before a place, the `referredOn#id` of the last one seen. The newest may be missing for a moment.
 */
export const referralsOf =
  (table: ReferralsTable) =>
  async (organisation: string, from: string, before: string, limit: number): Promise<readonly Referral[]> => {
    // DynamoDB refuses a range that runs backwards; nothing is in it.
    if (from > before) return []
    const query = ofOrganisation(organisation, from, before)
    const { Items = [] } = await table.client.send(
      new QueryCommand({ TableName: table.referrals, ...query, Limit: limit + 1 }),
    )
    const places = Items.map((item) => organisationEntry.parse(item)).filter(
      ({ referred }) => referred !== before,
    )
    const found = await readReferrals(table)(places.slice(0, limit).map(({ id }) => id))
    return found.map(({ referral }) => referral)
  }

/** Every referral of an organisation referred from one day to another, both included. */
export const allReferralsOf =
  (table: ReferralsTable) =>
  async (organisation: string, from: LocalDate, to: LocalDate): Promise<readonly StoredReferral[]> => {
    const query = { TableName: table.referrals, ...ofOrganisation(organisation, from, `${to}~`) }
    const found: StoredReferral[] = []
    for await (const { Items = [] } of paginateQuery({ client: table.client }, query)) {
      const ids = Items.map((item) => organisationEntry.parse(item).id)
      found.push(...(await readReferrals(table)(ids)))
    }
    return found
  }

/** Every referral there is, as last written, in no order. A referral registered meanwhile may be missing. */
export const everyReferral = async function* ({
  client,
  referrals,
}: ReferralsTable): AsyncGenerator<readonly Referral[]> {
  const scan = { TableName: referrals, ConsistentRead: true }
  for await (const { Items = [] } of paginateScan({ client }, scan)) {
    yield Items.map((item) => fromItem(item).referral)
  }
}
