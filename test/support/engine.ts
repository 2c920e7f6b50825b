import { S3Client } from '@aws-sdk/client-s3'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from 'vitest'
import { clientOptions } from '../../infra/local/engines/client-options.ts'
import { startDynamoDb } from '../../infra/local/engines/dynamodb.ts'
import { startS3 } from '../../infra/local/engines/s3.ts'
import { clientTo, createTables } from './tables.ts'

/** A test with tables of its own, empty, on an engine that all tests of a file share. */
export const test = base
  .extend('dataDir', { scope: 'file' }, () => mkdtemp(join(tmpdir(), 'store-')))
  .extend('engine', { scope: 'file' }, async ({ dataDir }, { onCleanup }) => {
    // Another engine, or a real account, proves the same: DYNAMODB_ENDPOINT says where it is.
    const engine = await startDynamoDb({ dataDir, endpoint: process.env['DYNAMODB_ENDPOINT'] || undefined })
    onCleanup(async () => {
      await engine.stop()
      await rm(dataDir, { recursive: true })
    })
    return engine.endpoint
  })
  .extend('tables', async ({ engine }, { onCleanup }) => {
    const client = clientTo(engine)
    onCleanup(() => client.destroy())
    return { client, ...(await createTables(client)) }
  })
  .extend('fileEngine', { scope: 'file' }, async ({ dataDir }, { onCleanup }) => {
    const engine = await startS3(dataDir)
    onCleanup(engine.stop)
    return engine
  })
  /** A bucket of its own, empty. */
  .extend('editionsBucket', ({ fileEngine }, { onCleanup }) => {
    const editionsBucket = `editions-${randomUUID()}`
    fileEngine.prepareBuckets([{ name: editionsBucket }])
    const s3 = new S3Client(clientOptions(fileEngine.endpoint))
    onCleanup(() => s3.destroy())
    return { s3, editionsBucket }
  })
  /** The same tables, reached by another client: as by another function at the same time. */
  .extend('elsewhere', ({ engine, tables }, { onCleanup }) => {
    const client = clientTo(engine)
    onCleanup(() => client.destroy())
    return { ...tables, client }
  })
