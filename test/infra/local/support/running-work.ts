import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import { setTimeout } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { cleanupOf } from '../../../../infra/local/cleanup.ts'
import { openClock } from '../../../../infra/local/clock.ts'
import { clientOptions } from '../../../../infra/local/engines/client-options.ts'
import { startEngines } from '../../../../infra/local/engines/start.ts'
import type { Deployment } from '../../../../infra/local/template/deployment.ts'
import { startWork } from '../../../../infra/local/work.ts'
import { dataDirectory } from './data-directory.ts'
import { fixtureDeployment } from './fixture.ts'

export type WorkSetting = {
  readonly dataDir?: string
  /** Changes what the fixture deploys. */
  readonly adapt?: (deployment: Deployment) => Deployment
}

const asItIs = (deployment: Deployment) => deployment

/** The fixture's engines and functions at work, without the HTTP API, until the test has finished. */
export const runWork = async ({ dataDir = dataDirectory(), adapt = asItIs }: WorkSetting = {}) => {
  const cleanup = cleanupOf()
  onTestFinished(cleanup.run)
  const engines = await startEngines({ dataDir }, cleanup)
  const { endpoint } = engines.dynamoDb
  const deployment = adapt(fixtureDeployment(engines.sqs.queuesUrl))
  const streamArns = await engines.prepare(deployment)
  const clock = openClock(dataDir)
  const lines: string[] = []
  const overrides = {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_SQS: engines.sqs.endpoint,
  }
  const say = (line: string) => void lines.push(line)
  const work = startWork({ deployment, engines, streamArns, overrides, dataDir, clock, say }, cleanup)
  work.begin()
  const tables = new DynamoDBClient(clientOptions(endpoint))
  cleanup.opened(tables, (client) => client.destroy())
  return { ...work, ...asking(tables, engines), clock, lines, dataDir, stop: cleanup.run }
}

type Engines = Awaited<ReturnType<typeof startEngines>>

const asking = (tables: DynamoDBClient, { sqs }: Engines) => ({
  /** What the functions noted under a topic, in order. */
  notes: async (topic: string) => {
    const { Items = [] } = await tables.send(
      new QueryCommand({
        TableName: 'Notes',
        KeyConditionExpression: 'topic = :topic',
        ExpressionAttributeValues: { ':topic': { S: topic } },
      }),
    )
    return Items.map(({ text, clock }) => ({ text: text?.S ?? '', clock: clock?.S ?? '' }))
  },
  putItem: (id: string, fate?: 'report' | 'throw') =>
    tables.send(
      new PutItemCommand({
        TableName: 'Items',
        Item: { id: { S: id }, owner: { S: 'all' }, ...(fate && { fate: { S: fate } }) },
      }),
    ),
  sendJob: (name: string, { group = name, fate }: { group?: string; fate?: 'fail' | 'throw' } = {}) =>
    sqs.client.send(
      new SendMessageCommand({
        QueueUrl: `${sqs.queuesUrl}/jobs.fifo`,
        MessageBody: JSON.stringify({ name, fate }),
        MessageGroupId: group,
        MessageDeduplicationId: name,
      }),
    ),
  /** The next message's body in a queue that feeds no function, once there is one. */
  messageIn: async (queue: string): Promise<string> => {
    for (;;) {
      const { Messages = [] } = await sqs.client.send(
        new ReceiveMessageCommand({ QueueUrl: `${sqs.queuesUrl}/${queue}`, WaitTimeSeconds: 20 }),
      )
      const body = Messages[0]?.Body
      if (body !== undefined) return body
    }
  },
  depth: async (queue: string) => {
    const { Attributes } = await sqs.client.send(
      new GetQueueAttributesCommand({ QueueUrl: `${sqs.queuesUrl}/${queue}`, AttributeNames: ['All'] }),
    )
    return Number(Attributes?.['ApproximateNumberOfMessages'])
  },
})

/** Looks again and again until what it sees is as wanted; the test's own timeout is the limit. */
export const eventually = async <Value>(look: () => Promise<Value>, wanted: (seen: Value) => boolean) => {
  for (;;) {
    const seen = await look()
    if (wanted(seen)) return seen
    await setTimeout(10)
  }
}
