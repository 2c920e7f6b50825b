import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDynamoDb } from '../../infra/local/engines/dynamodb.ts'
import { clientTo, createTables } from './engine.ts'

export type RunningTables = {
  readonly client: DynamoDBDocumentClient
  readonly tables: Awaited<ReturnType<typeof createTables>>
  readonly close: () => Promise<void>
}

/** Tables for a whole file that starts and closes them itself; `engine.ts` gives each test its own. */
export const startTables = async (): Promise<RunningTables> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tables-'))
  const engine = await startDynamoDb({ dataDir, endpoint: process.env['DYNAMODB_ENDPOINT'] || undefined })
  const client = clientTo(engine.endpoint)
  const tables = await createTables(client)
  engine.tune()
  return {
    client,
    tables,
    close: async () => {
      client.destroy()
      await engine.stop()
      await rm(dataDir, { recursive: true, maxRetries: 10 })
    },
  }
}
