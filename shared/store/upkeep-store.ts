import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { upkeepItem } from '../contracts/items.ts'
import { marked } from '../contracts/stored.ts'
import type { UpkeepTable } from './client.ts'

const calendars = { task: 'calendars' }

/** What upkeep was last done for, so that it is done again only when there is need. */
export const upkeepStore = ({ client, upkeep }: UpkeepTable) => ({
  /** The calendars that every open date was last worked out with. */
  calendarsApplied: async (): Promise<string | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: upkeep, Key: calendars, ConsistentRead: true }),
    )
    return Item && upkeepItem.parse(Item).doneFor
  },
  rememberCalendars: async (doneFor: string): Promise<void> => {
    await client.send(
      new PutCommand({ TableName: upkeep, Item: marked('upkeep', { ...calendars, doneFor }) }),
    )
  },
})
export type UpkeepStore = ReturnType<typeof upkeepStore>
