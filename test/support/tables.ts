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
  contactsTable,
  dueIndex,
  figuresTable,
  organisationIndex,
  referralsTable,
  remindersIndex,
  sarRegisterTable,
} from '../../shared/store/tables.ts'

type Keys = { readonly partitionKey: string; readonly sortKey?: string }
type Index = Required<Keys> & { readonly name: string; readonly projected: readonly string[] }

const schema = ({ partitionKey, sortKey }: Keys) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  ...(sortKey === undefined ? [] : [{ AttributeName: sortKey, KeyType: 'RANGE' as const }]),
]

const projection = (projected: readonly string[]) =>
  projected.length > 0
    ? { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...projected] }
    : { ProjectionType: 'KEYS_ONLY' as const }

const table = (name: string, keys: Keys, indexes: readonly Index[] = []): Table => {
  const schemas = [keys, ...indexes].map(schema)
  const attributes = new Set(schemas.flat().map(({ AttributeName }) => AttributeName))
  return {
    name,
    keys: schema(keys),
    attributes: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    globalIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: schema(index),
      Projection: projection(index.projected),
    })),
    localIndexes: [],
    stream: indexes.length > 0 ? 'NEW_IMAGE' : undefined,
    streamArn: `${name}/stream`,
  }
}

export type RunningTables = {
  readonly client: DynamoDBDocumentClient
  /** The tables' names, which no other test has. */
  readonly tables: Readonly<Record<'referrals' | 'sarRegister' | 'figures' | 'contacts', string>>
  readonly close: () => Promise<void>
}

const named = (name: string) => `${name}-${randomUUID()}`

/** The service's tables, empty, on the embedded engine or on the one that DYNAMODB_ENDPOINT names. */
export const startTables = async (): Promise<RunningTables> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tables-'))
  const engine = await startDynamoDb({ dataDir, endpoint: process.env['DYNAMODB_ENDPOINT'] })
  const plain = new DynamoDBClient(clientOptions(engine.endpoint))
  const tables = {
    referrals: named('Referrals'),
    sarRegister: named('SarRegister'),
    figures: named('Figures'),
    contacts: named('Contacts'),
  }
  await prepareTables(plain, [
    table(tables.referrals, referralsTable, [dueIndex, remindersIndex, organisationIndex]),
    table(tables.sarRegister, sarRegisterTable),
    table(tables.figures, figuresTable),
    table(tables.contacts, contactsTable),
  ])
  engine.tune()
  return {
    client: DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } }),
    tables,
    close: async () => {
      plain.destroy()
      await engine.stop()
      await rm(dataDir, { recursive: true, maxRetries: 10 })
    },
  }
}
