import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from 'vitest'
import { startDynamoDb } from '../../infra/local/engines/dynamodb.ts'
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
  /** The same tables, reached by another client: as by another function at the same time. */
  .extend('elsewhere', ({ engine, tables }, { onCleanup }) => {
    const client = clientTo(engine)
    onCleanup(() => client.destroy())
    return { ...tables, client }
  })
