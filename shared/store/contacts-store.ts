import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { contactsItem, type Contact } from '../contracts/items.ts'
import type { ContactsTable } from './client.ts'

/** Every access pattern of the contacts. */
export const contactsStore = ({ client, contacts }: ContactsTable) => ({
  /** Who holds which role at an organisation; empty when nobody was ever named. */
  of: async (organisation: string): Promise<readonly Contact[]> => {
    const { Item } = await client.send(new GetCommand({ TableName: contacts, Key: { organisation } }))
    return Item ? contactsItem.parse(Item).contacts : []
  },
  /** Names the role holders of an organisation, all at once. */
  put: async (organisation: string, holders: readonly Contact[]): Promise<void> => {
    await client.send(new PutCommand({ TableName: contacts, Item: { organisation, contacts: holders } }))
  },
})
export type ContactsStore = ReturnType<typeof contactsStore>
