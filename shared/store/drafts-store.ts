import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { draftItem, type DraftValues } from '../contracts/draft.ts'
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
    await client.send(new PutCommand({ TableName: drafts, Item: draft }))
  }

const remove =
  ({ client, drafts }: DraftsTable) =>
  async ({ person, form }: DraftKey): Promise<void> => {
    await client.send(new DeleteCommand({ TableName: drafts, Key: { person, form } }))
  }

/** Every access pattern of the drafts: each is found only under the person whose it is. */
export const draftsStore = (table: DraftsTable) => ({
  find: find(table),
  put: put(table),
  remove: remove(table),
})
export type DraftsStore = ReturnType<typeof draftsStore>
