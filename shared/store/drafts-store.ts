import { DeleteCommand, GetCommand, paginateScan, PutCommand } from '@aws-sdk/lib-dynamodb'
import { draftItem, draftKey, type DraftValues } from '../contracts/draft.ts'
import { marked } from '../contracts/stored.ts'
import type { Instant } from '../domain/dates.ts'
import type { DraftsTable } from './client.ts'

/** Whose draft, of which form. */
export type DraftKey = { readonly person: string; readonly form: string }

export type Draft = DraftKey & {
  readonly values: DraftValues
  readonly savedAt: Instant
  /** Seconds since 1970. */
  readonly expiresAt: number
}

/** The draft under a key. DynamoDB deletes what has expired in its own time, so what it still has may be too old. */
const find =
  ({ client, drafts }: DraftsTable) =>
  async ({ person, form }: DraftKey): Promise<Draft | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: drafts, Key: { person, form }, ConsistentRead: true }),
    )
    return Item && draftItem.parse(Item)
  }

const put =
  ({ client, drafts }: DraftsTable) =>
  async (draft: Draft): Promise<void> => {
    await client.send(new PutCommand({ TableName: drafts, Item: marked('draft', draft) }))
  }

const remove =
  ({ client, drafts }: DraftsTable) =>
  async ({ person, form }: DraftKey): Promise<void> => {
    await client.send(new DeleteCommand({ TableName: drafts, Key: { person, form } }))
  }

/** Removes what anybody has typed in a form about a referral. Few drafts exist at a time, so that all are looked at. */
const removeAbout =
  (table: DraftsTable) =>
  async (referral: string): Promise<void> => {
    const scan = {
      TableName: table.drafts,
      FilterExpression: 'contains(form, :referral)',
      ExpressionAttributeValues: { ':referral': referral },
      ProjectionExpression: 'person, form',
      ConsistentRead: true,
    }
    for await (const { Items = [] } of paginateScan({ client: table.client }, scan)) {
      for (const item of Items) await remove(table)(draftKey.parse(item))
    }
  }

/** Every access pattern of the drafts: each is found only under the person whose it is, and removed with the referral it is about. */
export const draftsStore = (table: DraftsTable) => ({
  find: find(table),
  put: put(table),
  remove: remove(table),
  removeAbout: removeAbout(table),
})
export type DraftsStore = ReturnType<typeof draftsStore>
