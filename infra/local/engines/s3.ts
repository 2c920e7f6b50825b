import { type FauxqsServer, startFauxqs } from 'fauxqs'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { Bucket } from '../template/buckets.ts'
import { region } from '../template/resolver.ts'
import { answerPutIfAbsent } from './put-if-absent.ts'
import { listeningOnLoopback } from './listen-on-loopback.ts'

export type S3Engine = {
  readonly endpoint: string
  /** Makes the buckets that aren't there yet. */
  readonly prepareBuckets: (buckets: readonly Bucket[]) => void
  readonly stop: () => Promise<void>
}

/** Starts the embedded S3, its objects kept in `dataDir`, listening on 127.0.0.1. */
export const startS3 = async (dataDir: string): Promise<S3Engine> => {
  const directory = join(dataDir, 'files')
  mkdirSync(directory, { recursive: true })
  const engine = await listeningOnLoopback(() =>
    startFauxqs({ port: 0, logger: false, dataDir: directory, defaultRegion: region }),
  )
  const door = createServer(answerPutIfAbsent(`http://127.0.0.1:${engine.port}`))
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  return {
    endpoint: `http://127.0.0.1:${portOf(door)}`,
    prepareBuckets: (buckets) => buckets.forEach(({ name }) => void engine.createBucket(name)),
    stop: () => stop(door, engine),
  }
}

const portOf = (door: Server) => {
  const address = door.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given')
  return address.port
}

const stop = async (door: Server, engine: FauxqsServer) => {
  const closed = once(door, 'close')
  door.close()
  door.closeAllConnections()
  await closed
  await engine.stop()
}
