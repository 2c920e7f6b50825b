import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { paginateScan, PutCommand } from '@aws-sdk/lib-dynamodb'
import { signInItem, type SignIn } from '../contracts/sign-in.ts'
import { marked } from '../contracts/stored.ts'
import { startOfDay } from '../domain/dates.ts'
import { forgottenOn } from '../domain/unused-accounts.ts'
import type { SignInsTable } from './client.ts'
import { signInsTable } from './tables.ts'

const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000)

/** When each account was last used: a note for each, which forgets by itself. */
export const signInsStore = ({ client, signIns }: SignInsTable) => ({
  /** Notes a use. A later day than the one noted replaces it; the same day, or one before, changes nothing. */
  note: async (use: SignIn, abortSignal?: AbortSignal): Promise<void> => {
    const expires = secondsOf(startOfDay(forgottenOn(use.lastOn)))
    const put = new PutCommand({
      TableName: signIns,
      Item: marked('signIn', { ...use, [signInsTable.expires]: expires }),
      ConditionExpression: 'attribute_not_exists(principal) OR lastOn < :day',
      ExpressionAttributeValues: { ':day': use.lastOn },
    })
    try {
      await client.send(put, abortSignal ? { abortSignal } : {})
    } catch (fault) {
      if (!(fault instanceof ConditionalCheckFailedException)) throw fault
    }
  },
  /** Every note. */
  list: async (): Promise<readonly SignIn[]> => {
    const found: SignIn[] = []
    for await (const { Items = [] } of paginateScan({ client }, { TableName: signIns })) {
      found.push(...Items.map((item) => signInItem.parse(item)))
    }
    return found
  },
})
export type SignInsStore = ReturnType<typeof signInsStore>
