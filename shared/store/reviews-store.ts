import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { reviewsItem, type FoundReviews } from '../contracts/items.ts'
import { marked } from '../contracts/stored.ts'
import type { UpkeepTable } from './client.ts'

const reviews = { task: 'reviews' }

/** What the retention review found last: one small item, so that a page that shows it reads no more than that. */
export const reviewsStore = ({ client, upkeep }: UpkeepTable) => ({
  found: async (): Promise<FoundReviews | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: upkeep, Key: reviews }))
    return Item && reviewsItem.parse(Item)
  },
  remember: async (found: FoundReviews): Promise<void> => {
    await client.send(
      new PutCommand({ TableName: upkeep, Item: marked('reviews', { ...reviews, ...found }) }),
    )
  },
})
export type ReviewsStore = ReturnType<typeof reviewsStore>
