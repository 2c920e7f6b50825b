import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { SqsEngine } from '../engines/sqs.ts'
import type { Deployment } from '../template/deployment.ts'
import { openCheckpoints } from './checkpoints.ts'
import { settingAside } from './failure-destination.ts'
import { startQueueSource } from './queue-source.ts'
import type { Source, SourceParts } from './source.ts'
import { startStreamSource } from './stream-source.ts'

export type SourcesOptions = SourceParts & {
  readonly deployment: Deployment
  readonly sqs: SqsEngine
  readonly streams: DynamoDBStreamsClient
  /** The streams' real ARNs by those that the template knows them by. */
  readonly streamArns: ReadonlyMap<string, string>
  readonly dataDir: string
  readonly now: () => Date
}

/** Starts every event source mapping of the template. */
export const startSources = (options: SourcesOptions): readonly Source[] => {
  const { deployment, sqs, streams, streamArns, dataDir } = options
  const setAside = settingAside(sqs, deployment.queues)
  const fromQueues = deployment.queueMappings.map((mapping) => {
    const queue = found(
      mapping.sourceArn,
      deployment.queues.find(({ arn }) => arn === mapping.sourceArn),
    )
    return startQueueSource({ ...options, mapping, queue })
  })
  const fromStreams = deployment.streamMappings.map((mapping) => {
    const streamArn = found(mapping.sourceArn, streamArns.get(mapping.sourceArn))
    const checkpoints = openCheckpoints(dataDir, mapping.id, streamArn)
    return startStreamSource({ ...options, mapping, streamArn, client: streams, checkpoints, setAside })
  })
  return [...fromQueues, ...fromStreams]
}

const found = <Value>(arn: string, value: Value | undefined): Value => {
  if (value === undefined) throw new Error(`The template has no queue or stream ${arn}`)
  return value
}
