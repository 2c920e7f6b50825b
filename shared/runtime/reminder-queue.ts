import type { ReminderQueue } from '../actions/ports.ts'
import type { ReminderMessage } from '../contracts/messages.ts'
import { correlationId } from './correlation.ts'
import type { SqsSender } from './sqs.ts'

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

/** Goes beside the message and not in it: the same message asked for twice is still the same one. */
const onBehalf = (id: string | undefined) =>
  id !== undefined && { MessageAttributes: { correlationId: { DataType: 'String', StringValue: id } } }

const entryOf = (message: ReminderMessage, place: number) => ({
  Id: String(place),
  MessageBody: JSON.stringify(message),
  MessageGroupId: message.organisation,
  MessageDeduplicationId: nameOf(message),
  ...onBehalf(correlationId()),
})

/** The FIFO queue of the day's reminders: a group for each organisation, one message for each and day. */
export const reminderQueue = (url: string): ReminderQueue => {
  // Loaded with the first message: most of what people do sends none.
  let sender: Promise<SqsSender> | undefined
  const load = async () => (await import('./sqs.ts')).sqsSender(url)
  return {
    send: async (messages) => {
      const sendBatch = await (sender ??= load())
      for (let start = 0; start < messages.length; start += mostInABatch) {
        await sendBatch(messages.slice(start, start + mostInABatch).map(entryOf))
      }
    },
  }
}
