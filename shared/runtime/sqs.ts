import { SendMessageBatchCommand, SQSClient, type SendMessageBatchRequestEntry } from '@aws-sdk/client-sqs'

/** Sends up to ten messages together. Throws when any of them could not be queued. */
export type SqsSender = (Entries: SendMessageBatchRequestEntry[]) => Promise<void>

/** A sender to the queue at an address. Region and credentials come from the environment. */
export const sqsSender = (url: string): SqsSender => {
  const client = new SQSClient({})
  return async (Entries) => {
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }))
    if (Failed.length > 0)
      throw new Error(`${Failed.length} reminders could not be queued: ${Failed[0]?.Message}`)
  }
}
