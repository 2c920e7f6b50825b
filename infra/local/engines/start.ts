import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { allSettledOrThrow, type Cleanup } from '../cleanup.ts'
import type { Deployment } from '../template/deployment.ts'
import { clientOptions } from './client-options.ts'
import { type DynamoDbEngine, type DynamoDbOptions, startDynamoDb } from './dynamodb.ts'
import { deleteExpired } from './expire.ts'
import { type S3Engine, startS3 } from './s3.ts'
import { type SqsEngine, startSqs } from './sqs.ts'
import { prepareTables } from './tables.ts'

export type Engines = {
  readonly dynamoDb: DynamoDbEngine
  readonly sqs: SqsEngine
  readonly s3: S3Engine
  readonly streams: DynamoDBStreamsClient
  /** Makes what the template declares: tables, buckets and queues. Answers with the streams' real ARNs. */
  readonly prepare: (deployment: Deployment) => Promise<ReadonlyMap<string, string>>
  /** Deletes what has expired by a moment of the service's time. */
  readonly expire: (deployment: Deployment, now: Date) => Promise<void>
}

/** Starts the engines on their files in the data directory. */
export const startEngines = async (options: DynamoDbOptions, cleanup: Cleanup): Promise<Engines> => {
  const [dynamoDb, sqs, s3] = await allSettledOrThrow([
    startDynamoDb(options).then((engine) => cleanup.opened(engine, ({ stop }) => stop())),
    startSqs(options.dataDir).then((engine) => cleanup.opened(engine, ({ stop }) => stop())),
    startS3(options.dataDir).then((engine) => cleanup.opened(engine, ({ stop }) => stop())),
  ])
  const client = new DynamoDBClient(clientOptions(dynamoDb.endpoint))
  const streams = new DynamoDBStreamsClient(clientOptions(dynamoDb.endpoint))
  cleanup.opened([client, streams], (clients) => clients.forEach((one) => one.destroy()))
  return {
    dynamoDb,
    sqs,
    s3,
    streams,
    prepare: async ({ tables, buckets, queues }) => {
      s3.prepareBuckets(buckets)
      const [streamArns] = await Promise.all([prepareTables(client, tables), sqs.prepareQueues(queues)])
      dynamoDb.tune()
      return streamArns
    },
    expire: ({ tables }, now) => deleteExpired(client, tables, now),
  }
}
