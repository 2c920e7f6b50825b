import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clientOptions } from '../../infra/local/engines/client-options.ts'
import { startDynamoDb } from '../../infra/local/engines/dynamodb.ts'
import { prepareTables } from '../../infra/local/engines/tables.ts'
import type { Table } from '../../infra/local/template/tables.ts'
import {
  accessDayIndex,
  accessLogTable,
  accessPersonIndex,
  contactsTable,
  draftsTable,
  dueIndex,
  editionsTable,
  figuresTable,
  organisationIndex,
  referralsTable,
  remindersIndex,
  sarRegisterTable,
  signInsTable,
  upkeepTable,
} from '../../shared/store/tables.ts'

type Keys = { readonly partitionKey: string; readonly sortKey?: string }
type Index = Required<Keys> & { readonly name: string; readonly projected: readonly string[] }

const keysOf = ({ partitionKey, sortKey }: Keys): Table['keys'] => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  ...(sortKey === undefined ? [] : [{ AttributeName: sortKey, KeyType: 'RANGE' as const }]),
]

const indexOf = ({ name, projected, ...keys }: Index): Table['globalIndexes'][number] => ({
  IndexName: name,
  KeySchema: keysOf(keys),
  Projection:
    projected.length > 0
      ? { ProjectionType: 'INCLUDE', NonKeyAttributes: [...projected] }
      : { ProjectionType: 'KEYS_ONLY' },
})

const tableOf = (name: string, keys: Keys, indexes: readonly Index[] = []): Table => {
  const names = [keys, ...indexes].flatMap(({ partitionKey, sortKey }) => [
    partitionKey,
    sortKey ?? partitionKey,
  ])
  return {
    name,
    streamArn: '',
    stream: keys === referralsTable ? 'NEW_IMAGE' : undefined,
    keys: keysOf(keys),
    attributes: [...new Set(names)].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    globalIndexes: indexes.map(indexOf),
    localIndexes: [],
  }
}

export const clientTo = (endpoint: string): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient(clientOptions(endpoint)), {
    marshallOptions: { removeUndefinedValues: true },
  })

/** The service's tables, empty, under names that no other test has. */
export const createTables = async (client: DynamoDBDocumentClient) => {
  const own = randomUUID().slice(0, 8)
  const names = {
    referrals: `Referrals-${own}`,
    sarRegister: `SarRegister-${own}`,
    figures: `Figures-${own}`,
    editions: `Editions-${own}`,
    contacts: `Contacts-${own}`,
    accessLog: `AccessLog-${own}`,
    upkeep: `Upkeep-${own}`,
    drafts: `Drafts-${own}`,
    signIns: `SignIns-${own}`,
  }
  await prepareTables(client, [
    tableOf(names.referrals, referralsTable, [dueIndex, remindersIndex, organisationIndex]),
    tableOf(names.sarRegister, sarRegisterTable),
    tableOf(names.figures, figuresTable),
    tableOf(names.editions, editionsTable),
    tableOf(names.contacts, contactsTable),
    tableOf(names.accessLog, accessLogTable, [accessPersonIndex, accessDayIndex]),
    tableOf(names.upkeep, upkeepTable),
    tableOf(names.drafts, draftsTable),
    tableOf(names.signIns, signInsTable),
  ])
  return names
}

export type RunningTables = {
  readonly endpoint: string
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
    endpoint: engine.endpoint,
    client,
    tables,
    close: async () => {
      client.destroy()
      await engine.stop()
      await rm(dataDir, { recursive: true, maxRetries: 10 })
    },
  }
}
