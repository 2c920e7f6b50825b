import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { type FauxqsServer, startFauxqs } from 'fauxqs'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Queue } from '../template/queues.ts'
import { account, region } from '../template/resolver.ts'
import { clientOptions } from './client-options.ts'
import { listeningOnLoopback } from './listen-on-loopback.ts'

export type SqsEngine = {
  readonly endpoint: string
  /** The address of a queue is this, a slash and its name. */
  readonly queuesUrl: string
  readonly client: SQSClient
  /** Messages in a queue: waiting, delayed and taken but not yet deleted. */
  readonly count: (queueName: string) => number
  readonly prepareQueues: (queues: readonly Queue[]) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts the embedded SQS, its messages kept in `dataDir`, listening on 127.0.0.1. */
export const startSqs = async (dataDir: string): Promise<SqsEngine> => {
  const directory = join(dataDir, 'queues')
  mkdirSync(directory, { recursive: true })
  const engine = await listeningOnLoopback(() =>
    startFauxqs({ port: 0, logger: false, dataDir: directory, defaultRegion: region }),
  )
  const endpoint = `http://127.0.0.1:${engine.port}`
  const queuesUrl = `${endpoint}/${account}`
  // Its own queue addresses name a host that doesn't resolve.
  const client = new SQSClient({ ...clientOptions(endpoint), useQueueUrlAsEndpoint: false })
  return {
    endpoint,
    queuesUrl,
    client,
    count: (name) => messageCount(engine, name),
    prepareQueues: async (queues) => {
      await Promise.all(queues.map((queue) => prepare(client, queuesUrl, queue)))
      await Promise.all(queues.map(({ name }) => releaseTaken(engine, client, `${queuesUrl}/${name}`, name)))
    },
    stop: async () => {
      client.destroy()
      await engine.stop()
    },
  }
}

/** Makes the queue, or gives one from an earlier run the attributes that the template has now. */
const prepare = async (client: SQSClient, queuesUrl: string, { name, attributes }: Queue) => {
  const { FifoQueue, ...changeable } = attributes
  const created = { ...(FifoQueue !== undefined && { FifoQueue }) }
  await client.send(new CreateQueueCommand({ QueueName: name, Attributes: created }))
  if (Object.keys(changeable).length === 0) return
  const QueueUrl = `${queuesUrl}/${name}`
  await client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: changeable }))
}

const messageCount = (engine: FauxqsServer, name: string) => {
  const { ready, delayed, inflight } = engine.inspectQueue(name)?.messages ?? noMessages
  return ready.length + delayed.length + inflight.length
}
const noMessages = { ready: [], delayed: [], inflight: [] }

/** Whoever had taken these is gone with the last run, so nobody need wait for them to be offered again. */
const releaseTaken = async (engine: FauxqsServer, client: SQSClient, QueueUrl: string, name: string) => {
  const taken = engine.inspectQueue(name)?.messages.inflight ?? []
  await Promise.all(taken.map(({ receiptHandle }) => offerAgain(client, QueueUrl, receiptHandle)))
}

/**
 * Has a message offered again in a second rather than when its visibility timeout ends, which is minutes. Never in no
 * seconds: the engine would then forget the message.
 */
export const offerAgain = async (
  client: SQSClient,
  QueueUrl: string,
  ReceiptHandle: string,
): Promise<void> => {
  await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 1 }))
}
