import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { durableFile } from '../durable-file.ts'

/** How far a shard has been read: the number of the last record done with, or `end` once it is closed and read out. */
export type Position = string

export type Checkpoints = {
  readonly of: (shardId: string) => Position | undefined
  /** Moves a shard's position on. A number below the one already there changes nothing. */
  readonly advance: (shardId: string, to: Position) => void
}

const Stored = z.strictObject({ streamArn: z.string(), shards: z.record(z.string(), z.string()) })

/**
 * How far a mapping has come with its stream, kept in `dataDir`. A stream that isn't the one it was written for, as
 * after the table was made anew, starts from the beginning.
 */
export const openCheckpoints = (dataDir: string, mappingId: string, streamArn: string): Checkpoints => {
  const directory = join(dataDir, 'streams')
  mkdirSync(directory, { recursive: true })
  const file = durableFile(join(directory, `${mappingId}.json`), Stored)
  const stored = file.read()
  const shards = new Map(stored?.streamArn === streamArn ? Object.entries(stored.shards) : [])
  return {
    of: (shardId) => shards.get(shardId),
    advance: (shardId, to) => {
      if (!isLater(to, shards.get(shardId))) return
      shards.set(shardId, to)
      file.write({ streamArn, shards: Object.fromEntries(shards) })
    },
  }
}

/** Sequence numbers are integers of any length, written with or without leading zeros. */
const isLater = (position: Position, than: Position | undefined) => {
  if (than === 'end') return false
  return than === undefined || position === 'end' || BigInt(position) > BigInt(than)
}
