import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import { offerAgain, type SqsEngine } from '../engines/sqs.ts'
import type { QueueMapping } from '../template/event-sources.ts'
import type { Queue } from '../template/queues.ts'
import { undoneItems } from './batch-response.ts'
import { queueEvent } from './queue-event.ts'
import { repeat, type Source, type SourceParts } from './source.ts'

export type QueueSourceOptions = SourceParts & {
  readonly mapping: QueueMapping
  readonly queue: Queue
  readonly sqs: SqsEngine
}

const longestBatch = 10
const longestPollSeconds = 20

/**
 * Offers a queue's messages to a function, batch by batch, as many batches at once as the mapping allows. What the
 * function has done is deleted; what it left undone is offered again, until the queue sets it aside.
 */
export const startQueueSource = (options: QueueSourceOptions): Source => {
  const { mapping, queue, sqs, say } = options
  const stopping = new AbortController()
  const rounds = Array.from({ length: mapping.concurrency }, () =>
    repeat(() => round(options, stopping.signal), { name: queue.name, signal: stopping.signal, say }),
  )
  return {
    name: queue.name,
    isEmpty: () => Promise.resolve(sqs.count(queue.name) === 0),
    hurry: () => undefined,
    stop: async () => {
      stopping.abort()
      await Promise.all(rounds)
    },
  }
}

const round = async (options: QueueSourceOptions, signal: AbortSignal) => {
  const { mapping, queue, sqs, activity } = options
  const { Messages = [] } = await sqs.client.send(
    new ReceiveMessageCommand({
      QueueUrl: `${sqs.queuesUrl}/${queue.name}`,
      MaxNumberOfMessages: Math.min(mapping.batchSize, longestBatch),
      WaitTimeSeconds: longestPollSeconds,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    }),
    { abortSignal: signal },
  )
  if (Messages.length > 0) await activity.during(() => handle(options, Messages, signal))
}

const handle = async (options: QueueSourceOptions, messages: readonly Message[], signal: AbortSignal) => {
  const { mapping, queue, sqs, invoke } = options
  const ids = messages.map(({ MessageId }) => MessageId ?? '')
  const result = await invoke(mapping.functionArn, queueEvent(messages, queue.arn))
  // The threads end with the service: a call cut short by that has neither failed nor been done.
  if (signal.aborted && !result.ok) return
  const undone = undoneItems(result, ids, mapping.reportsItemFailures)
  const isUndone = ({ MessageId = '' }: Message) => undone.has(MessageId)
  const url = `${sqs.queuesUrl}/${queue.name}`
  await remove(
    sqs,
    url,
    messages.filter((message) => !isUndone(message)),
  )
  await Promise.all(
    messages.filter(isUndone).map(({ ReceiptHandle = '' }) => offerAgain(sqs.client, url, ReceiptHandle)),
  )
}

const remove = async ({ client }: SqsEngine, QueueUrl: string, messages: readonly Message[]) => {
  if (messages.length === 0) return
  const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }))
  await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }))
}
