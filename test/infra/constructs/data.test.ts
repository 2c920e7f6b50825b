import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import * as tables from '../../../shared/store/tables.ts'
import { readable, resourcesOf, template } from './synthesized.ts'

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))
const Table = z.object({
  BillingMode: z.string(),
  DeletionProtectionEnabled: z.boolean().optional(),
  PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: z.boolean() }).optional(),
  SSESpecification: z.object({ SSEEnabled: z.literal(true), KMSMasterKeyId: z.unknown() }),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
  KeySchema: keySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.literal('S') })),
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.unknown(),
      }),
    )
    .default([]),
})
const declared = resourcesOf('AWS::DynamoDB::Table', Table)

type Keys = { readonly partitionKey: string; readonly sortKey?: string }
const schemaOf = ({ partitionKey, sortKey }: Keys) => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  ...(sortKey === undefined ? [] : [{ AttributeName: sortKey, KeyType: 'RANGE' }]),
]
const withKeys = (keys: Keys) =>
  [...declared.values()].filter(
    ({ KeySchema }) => JSON.stringify(KeySchema) === JSON.stringify(schemaOf(keys)),
  )

test.each(Object.entries(tables).filter(([name]) => name.endsWith('Table')))(
  '%s is in the template under its keys',
  (_, keys) => {
    expect(withKeys(keys)).toHaveLength(1)
  },
)

test('there is no table but those', () => {
  expect(declared.size).toBe(Object.keys(tables).filter((name) => name.endsWith('Table')).length)
})

describe.each([...declared])('%s', (id, table) => {
  test('cannot be deleted by mistake and can be put back to any second', () => {
    expect(table.DeletionProtectionEnabled).toBe(true)
    expect(table.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled).toBe(true)
    expect(template.Resources[id]?.DeletionPolicy).toBe('Retain')
  })

  test('is encrypted with a key of our own that is renewed', () => {
    const keys = resourcesOf('AWS::KMS::Key', z.object({ EnableKeyRotation: z.boolean().optional() }))
    const key = readable(table.SSESpecification.KMSMasterKeyId).split('.')[0] ?? ''
    expect(keys.get(key)?.EnableKeyRotation).toBe(true)
    expect(template.Resources[key]?.DeletionPolicy).toBe('Retain')
  })

  test('costs nothing while nobody uses it', () => {
    expect(table.BillingMode).toBe('PAY_PER_REQUEST')
  })
})

test('the referrals have the indexes that the store queries, and tell of each change with the new item', () => {
  const [referrals] = withKeys(tables.referralsTable)
  expect(referrals?.StreamSpecification).toEqual({ StreamViewType: 'NEW_IMAGE' })
  expect(referrals?.GlobalSecondaryIndexes).toEqual(
    [tables.dueIndex, tables.remindersIndex, tables.organisationIndex].map(
      ({ name, projected, ...keys }) => ({
        IndexName: name,
        KeySchema: schemaOf(keys),
        Projection:
          projected.length > 0
            ? { ProjectionType: 'INCLUDE', NonKeyAttributes: projected }
            : { ProjectionType: 'KEYS_ONLY' },
      }),
    ),
  )
})

test('nothing but the referrals is streamed', () => {
  expect([...declared.values()].filter(({ StreamSpecification }) => StreamSpecification)).toHaveLength(1)
})
