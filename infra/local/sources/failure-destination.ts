import { SendMessageCommand } from '@aws-sdk/client-sqs'
import type { SqsEngine } from '../engines/sqs.ts'
import type { Queue } from '../template/queues.ts'

/** Puts an account of something given up into the queue with this ARN. */
export type SetAside = (queueArn: string, account: object) => Promise<void>

export const settingAside =
  ({ client, queuesUrl }: SqsEngine, queues: readonly Queue[]): SetAside =>
  async (queueArn, account) => {
    const queue = queues.find(({ arn }) => arn === queueArn)
    if (!queue) throw new Error(`The template has no queue ${queueArn}`)
    await client.send(
      new SendMessageCommand({
        QueueUrl: `${queuesUrl}/${queue.name}`,
        MessageBody: JSON.stringify(account),
      }),
    )
  }
