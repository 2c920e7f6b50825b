import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { StreamMapping } from '../template/event-sources.ts'
import type { Checkpoints } from './checkpoints.ts'
import type { SetAside } from './failure-destination.ts'
import { iteratorAfter, readableShards, readFrom, type StreamRecord } from './shards.ts'
import { pause, repeat, type Source, type SourceParts } from './source.ts'
import { offerBatch } from './stream-batch.ts'

export type StreamSourceOptions = SourceParts & {
  readonly mapping: StreamMapping
  readonly streamArn: string
  readonly client: DynamoDBStreamsClient
  readonly checkpoints: Checkpoints
  readonly setAside: SetAside
  readonly now: () => Date
}

/** How often an idle stream is looked at; whoever knows of a change hurries it. */
const idlePauseMilliseconds = 500

/** Offers a stream's records to a function in order, each until it is done with; goes on from its checkpoints. */
export const startStreamSource = (options: StreamSourceOptions): Source => {
  const { mapping, streamArn, client, checkpoints, say } = options
  const stopping = new AbortController()
  let hurried = new AbortController()
  const hurry = () => {
    hurried.abort()
  }
  const wait = async (milliseconds: number) => {
    await pause(milliseconds, AbortSignal.any([stopping.signal, hurried.signal]))
    hurried = new AbortController()
  }
  const rounds = repeat(
    async () => {
      const shards = await readableShards(client, streamArn, checkpoints)
      const found = await Promise.all(shards.map((shard) => readOut(options, shard, wait, stopping.signal)))
      if (!found.includes(true)) await wait(idlePauseMilliseconds)
    },
    { name: mapping.id, signal: stopping.signal, say },
  )
  return {
    name: mapping.id,
    isEmpty: () => nothingAhead(options),
    hurry,
    stop: async () => {
      stopping.abort()
      await rounds
    },
  }
}

type Wait = (milliseconds: number) => Promise<void>

/** Offers what a shard holds now. Answers whether there was anything. */
const readOut = async (options: StreamSourceOptions, shardId: string, wait: Wait, signal: AbortSignal) => {
  const { streamArn, client, checkpoints, activity } = options
  const shard = { StreamArn: streamArn, ShardId: shardId }
  let iterator = await iteratorAfter(client, shard, checkpoints.of(shardId))
  let any = false
  while (iterator !== undefined && !signal.aborted) {
    const { records, next } = await gather(options, iterator, wait)
    if (records.length === 0 && next !== undefined) return any
    any = true
    if (records.length > 0) {
      const doneWith = (number: string) => checkpoints.advance(shardId, number)
      await activity.during(() => offerBatch({ ...options, shardId, signal, doneWith }, records))
    }
    if (next === undefined && !signal.aborted) checkpoints.advance(shardId, 'end')
    iterator = next
  }
  return any
}

/** A full batch, or what there is once the batching window has passed. */
const gather = async ({ mapping, client }: StreamSourceOptions, iterator: string, wait: Wait) => {
  const first = await readFrom(client, iterator, mapping.batchSize)
  const room = mapping.batchSize - first.records.length
  if (mapping.windowSeconds === 0 || first.records.length === 0 || room === 0) return first
  await wait(mapping.windowSeconds * 1000)
  if (first.next === undefined) return first
  const second = await readFrom(client, first.next, room)
  return { records: [...first.records, ...second.records], next: second.next }
}

/** Whether every shard has been read to its end: looks at the engine itself, past the checkpoints. */
const nothingAhead = async ({ client, streamArn, checkpoints }: StreamSourceOptions) => {
  const shards = await readableShards(client, streamArn, checkpoints)
  const ahead = await Promise.all(
    shards.map(async (shardId): Promise<readonly StreamRecord[]> => {
      const shard = { StreamArn: streamArn, ShardId: shardId }
      const iterator = await iteratorAfter(client, shard, checkpoints.of(shardId))
      return iterator === undefined ? [] : (await readFrom(client, iterator, 1)).records
    }),
  )
  return ahead.every((records) => records.length === 0)
}
