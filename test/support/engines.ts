import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  type Message,
} from '@aws-sdk/client-sqs'
import { randomUUID } from 'node:crypto'
import { endpointsFile } from '../../infra/local/endpoints.ts'
import { clientOptions } from '../../infra/local/engines/client-options.ts'
import { account } from '../../infra/local/template/resolver.ts'
import { reminderMessage } from '../../shared/contracts/messages.ts'
import type { Service } from './service.ts'

/** Where the engines of a running service listen; after a restart, elsewhere. */
export const endpointsOf = ({ dataDir }: Pick<Service, 'dataDir'>) => {
  const endpoints = endpointsFile(dataDir).read()
  if (!endpoints) throw new Error(`Nothing runs on ${dataDir}`)
  return endpoints
}

/** The reminder queue and its dead-letter queue, from outside the service. */
export const reminderQueuesOf = (service: Service) => {
  const { sqs } = endpointsOf(service)
  const client = new SQSClient({ ...clientOptions(sqs), useQueueUrlAsEndpoint: false })
  const urlOf = (name: string) => `${sqs}/${account}/${name}.fifo`
  const put = async (body: string, group: string) => {
    const unlikeAnyOther = { MessageGroupId: group, MessageDeduplicationId: randomUUID() }
    await client.send(
      new SendMessageCommand({ QueueUrl: urlOf('reminders'), MessageBody: body, ...unlikeAnyOther }),
    )
  }
  const take = async (): Promise<readonly Message[]> => {
    const asked = { QueueUrl: urlOf('reminders-dead'), MaxNumberOfMessages: 10 }
    return (await client.send(new ReceiveMessageCommand(asked))).Messages ?? []
  }
  const redriveOne = async ({ Body = '', ReceiptHandle }: Message) => {
    const message = reminderMessage.parse(JSON.parse(Body))
    await put(Body, message.organisation)
    await client.send(new DeleteMessageCommand({ QueueUrl: urlOf('reminders-dead'), ReceiptHandle }))
    return message
  }
  return {
    /** Delivers a message once more, as a queue may: it is not known for the same one. */
    deliverAgain: (message: object) =>
      put(JSON.stringify(message), reminderMessage.parse(message).organisation),
    /** What `aws sqs start-message-move-task` does: everything set aside goes back to where it came from, in its order. */
    redrive: async () => {
      const moved = []
      for (let found = await take(); found.length > 0; found = await take()) {
        for (const message of found) moved.push(await redriveOne(message))
      }
      return moved
    },
    close: () => client.destroy(),
  }
}
