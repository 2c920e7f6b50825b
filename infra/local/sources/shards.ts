import {
  type _Record as StreamRecord,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams'
import type { Checkpoints, Position } from './checkpoints.ts'

export type { StreamRecord }

/** The shards to read from now: not yet read out, and their parent read out or gone. */
export const readableShards = async (
  client: DynamoDBStreamsClient,
  streamArn: string,
  checkpoints: Checkpoints,
): Promise<readonly string[]> => {
  const shards = await allShards(client, streamArn)
  const unread = new Set(
    shards.flatMap(({ ShardId = '' }) => (checkpoints.of(ShardId) === 'end' ? [] : [ShardId])),
  )
  return shards.flatMap(({ ShardId = '', ParentShardId = '' }) =>
    unread.has(ShardId) && !unread.has(ParentShardId) ? [ShardId] : [],
  )
}

const allShards = async (
  client: DynamoDBStreamsClient,
  StreamArn: string,
  from?: string,
): Promise<readonly Shard[]> => {
  const { StreamDescription } = await client.send(
    new DescribeStreamCommand({ StreamArn, ...(from !== undefined && { ExclusiveStartShardId: from }) }),
  )
  const shards = StreamDescription?.Shards ?? []
  const last = StreamDescription?.LastEvaluatedShardId
  return last === undefined ? shards : [...shards, ...(await allShards(client, StreamArn, last))]
}

/** Where to read a shard from: after what has been done, or the oldest record that is still kept. */
export const iteratorAfter = async (
  client: DynamoDBStreamsClient,
  shard: { readonly StreamArn: string; readonly ShardId: string },
  position: Position | undefined,
): Promise<string | undefined> => {
  const oldest = { ...shard, ShardIteratorType: 'TRIM_HORIZON' } as const
  const after = { ...shard, ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: position } as const
  try {
    const input = position === undefined ? oldest : after
    return (await client.send(new GetShardIteratorCommand(input))).ShardIterator
  } catch (error) {
    if (!(error instanceof TrimmedDataAccessException)) throw error
    return (await client.send(new GetShardIteratorCommand(oldest))).ShardIterator
  }
}

/** Up to `limit` records, and where the next ones are: nowhere at the end of a closed shard. */
export const readFrom = async (client: DynamoDBStreamsClient, iterator: string, limit: number) => {
  const { Records = [], NextShardIterator } = await client.send(
    new GetRecordsCommand({ ShardIterator: iterator, Limit: limit }),
  )
  return { records: Records, next: NextShardIterator }
}
