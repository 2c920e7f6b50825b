import * as z from 'zod'
import { resourcesOf, type ResourceType, type TemplateDocument } from './document.ts'
import { streamArn } from './references.ts'
import type { Resolve } from './resolver.ts'

const Keys = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))
const Attributes = z.array(
  z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
)
const Projection = z.strictObject({
  ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
  NonKeyAttributes: z.array(z.string()).optional(),
})
// Not strict: a global table's index has settings of its own about capacity, and an unknown key is dropped.
const Index = z.object({ IndexName: z.string(), KeySchema: Keys, Projection })
const Stream = z
  .object({ StreamViewType: z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']) })
  .transform(({ StreamViewType }) => StreamViewType)

const TimeToLive = z
  .strictObject({ AttributeName: z.string(), Enabled: z.literal(true) })
  .transform(({ AttributeName }) => AttributeName)

const TableProperties = z.strictObject({
  TableName: z.string().optional(),
  KeySchema: Keys,
  AttributeDefinitions: Attributes,
  GlobalSecondaryIndexes: z.array(Index).default([]),
  LocalSecondaryIndexes: z.array(Index).default([]),
  StreamSpecification: Stream.optional(),
  TimeToLiveSpecification: TimeToLive.optional(),
})

const without = [
  'BillingMode',
  'ContributorInsightsSpecification',
  'DeletionProtectionEnabled',
  'OnDemandThroughput',
  'PointInTimeRecoverySpecification',
  'ProvisionedThroughput',
  'Replicas',
  'SSESpecification',
  'TableClass',
  'Tags',
  'WarmThroughput',
  'WriteOnDemandThroughputSettings',
  'WriteProvisionedThroughputSettings',
]
const types: readonly ResourceType<z.infer<typeof TableProperties>>[] = [
  { type: 'AWS::DynamoDB::Table', shape: TableProperties, without },
  { type: 'AWS::DynamoDB::GlobalTable', shape: TableProperties, without },
]

export type Table = {
  readonly name: string
  /** What an event source mapping knows the table's stream by. */
  readonly streamArn: string
  readonly stream: z.infer<typeof Stream> | undefined
  readonly keys: z.infer<typeof Keys>
  readonly attributes: z.infer<typeof Attributes>
  readonly globalIndexes: readonly z.infer<typeof Index>[]
  readonly localIndexes: readonly z.infer<typeof Index>[]
  /** The attribute that says when an item has expired, in seconds since 1970. */
  readonly expires?: string | undefined
}

export const readTables = (template: TemplateDocument, resolve: Resolve): readonly Table[] =>
  types.flatMap((type) => [...resourcesOf(template, type, resolve)].map(([id, found]) => tableOf(id, found)))

const tableOf = (id: string, properties: z.infer<typeof TableProperties>): Table => {
  const name = properties.TableName ?? id
  return {
    name,
    streamArn: streamArn(name),
    stream: properties.StreamSpecification,
    keys: properties.KeySchema,
    attributes: properties.AttributeDefinitions,
    globalIndexes: properties.GlobalSecondaryIndexes,
    localIndexes: properties.LocalSecondaryIndexes,
    expires: properties.TimeToLiveSpecification,
  }
}
