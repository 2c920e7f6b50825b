import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { ReminderQueue } from '../actions/ports.ts'
import type { ReminderMessage } from '../contracts/messages.ts'

const mostInABatch = 10

/** What makes two messages the same one. */
const nameOf = (message: ReminderMessage): string => {
  switch (message.kind) {
    case 'digest':
      return `digest/${message.organisation}/${message.on}`
    case 'urgent':
      return `urgent/${message.referral}`
    case 'briefing':
      return `briefing/${message.organisation}/${message.role}/${message.changedAt}`
    case 'returned':
      return `returned/${message.reference}`
  }
}

const entryOf = (message: ReminderMessage, place: number) => ({
  Id: String(place),
  MessageBody: JSON.stringify(message),
  MessageGroupId: message.organisation,
  MessageDeduplicationId: nameOf(message),
})

/** The FIFO queue of the day's reminders: a group for each organisation, one message for each and day. */
export const reminderQueue = (url: string): ReminderQueue => {
  const client = new SQSClient({})
  return {
    send: async (messages) => {
      for (let start = 0; start < messages.length; start += mostInABatch) {
        const Entries = messages.slice(start, start + mostInABatch).map(entryOf)
        const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }))
        if (Failed.length > 0)
          throw new Error(`${Failed.length} reminders could not be queued: ${Failed[0]?.Message}`)
      }
    },
  }
}
