import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { contactsItem, type Contact } from '../contracts/items.ts'
import { marked } from '../contracts/stored.ts'
import type { LocalDate } from '../domain/dates.ts'
import { contactRoles } from '../domain/response-policy.ts'
import type { ContactsTable } from './client.ts'

/** The holders of an organisation's roles, from the desk upwards; empty when nobody was ever named. */
const contactsOf =
  ({ client, contacts }: ContactsTable) =>
  async (organisation: string): Promise<readonly Contact[]> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: contacts, Key: { organisation }, ConsistentRead: true }),
    )
    if (!Item) return []
    const { holders } = contactsItem.parse(Item)
    return contactRoles.flatMap((role) => {
      const holder = holders[role]
      return holder ? [{ role, ...holder }] : []
    })
  }

/** Names the holders of an organisation's roles, all at once. */
const put =
  ({ client, contacts }: ContactsTable) =>
  async (organisation: string, named: readonly Contact[]): Promise<void> => {
    const holders = Object.fromEntries(named.map(({ role, ...holder }) => [role, holder]))
    await client.send(
      new PutCommand({ TableName: contacts, Item: marked('contacts', { organisation, holders }) }),
    )
  }

/** Notes that mail to a holder comes back, unless the role has another address by now. */
const markFailing =
  ({ client, contacts }: ContactsTable) =>
  async (organisation: string, { role, email }: Contact, since: LocalDate): Promise<void> => {
    try {
      await client.send(
        new UpdateCommand({
          TableName: contacts,
          Key: { organisation },
          UpdateExpression:
            'SET holders.#role.failingSince = if_not_exists(holders.#role.failingSince, :since)',
          ConditionExpression: 'holders.#role.email = :email',
          ExpressionAttributeNames: { '#role': role },
          ExpressionAttributeValues: { ':since': since, ':email': email },
        }),
      )
    } catch (fault) {
      if (!(fault instanceof ConditionalCheckFailedException)) throw fault
    }
  }

/** Notes that a holder has been briefed, unless the role has another holder by now. */
const markBriefed =
  ({ client, contacts }: ContactsTable) =>
  async (organisation: string, { role, email }: Contact): Promise<void> => {
    try {
      await client.send(
        new UpdateCommand({
          TableName: contacts,
          Key: { organisation },
          UpdateExpression: 'REMOVE holders.#role.briefingDueSince',
          ConditionExpression: 'holders.#role.email = :email',
          ExpressionAttributeNames: { '#role': role },
          ExpressionAttributeValues: { ':email': email },
        }),
      )
    } catch (fault) {
      if (!(fault instanceof ConditionalCheckFailedException)) throw fault
    }
  }

/** Every access pattern of the contacts. */
export const contactsStore = (table: ContactsTable) => ({
  of: contactsOf(table),
  put: put(table),
  markFailing: markFailing(table),
  markBriefed: markBriefed(table),
})
export type ContactsStore = ReturnType<typeof contactsStore>
