import * as z from 'zod'
import { resourcesOf, type ResourceType, type TemplateDocument } from './document.ts'
import { functionArn } from './references.ts'
import type { Resolve } from './resolver.ts'
import { unsupported } from './unsupported.ts'

const MappingProperties = z.strictObject({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  Enabled: z.literal(true).optional(),
  BatchSize: z.number().optional(),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  // For a queue
  ScalingConfig: z.strictObject({ MaximumConcurrency: z.number() }).optional(),
  // For a stream
  StartingPosition: z.literal('TRIM_HORIZON').optional(),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.number().default(-1),
  ParallelizationFactor: z.literal(1).optional(),
  DestinationConfig: z
    .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() })
    .optional(),
})
type MappingProperties = z.infer<typeof MappingProperties>

const mappingType: ResourceType<MappingProperties> = {
  type: 'AWS::Lambda::EventSourceMapping',
  shape: MappingProperties,
  // A record that waited while the service was stopped is not given up for its age.
  without: ['KmsKeyArn', 'MaximumRecordAgeInSeconds', 'MetricsConfig', 'Tags'],
}

type Mapping = {
  /** The mapping's own name, under which its progress is kept. */
  readonly id: string
  readonly functionArn: string
  readonly sourceArn: string
  readonly batchSize: number
  readonly windowSeconds: number
  readonly reportsItemFailures: boolean
}

export type QueueMapping = Mapping & { readonly concurrency: number }

export type StreamMapping = Mapping & {
  /** How many times a failed batch is offered again; `Infinity` for as long as it fails. */
  readonly retries: number
  readonly bisects: boolean
  /** The ARN of the queue that is told what was given up. */
  readonly failedTo: string | undefined
}

export const readMappings = (template: TemplateDocument, resolve: Resolve) => {
  const found = [...resourcesOf(template, mappingType, resolve)]
  return {
    queueMappings: found.filter(isFrom('sqs')).map(([id, properties]) => queueMapping(id, properties)),
    streamMappings: found.filter(isFrom('dynamodb')).map(([id, properties]) => streamMapping(id, properties)),
  }
}

const isFrom =
  (service: 'sqs' | 'dynamodb') =>
  ([id, { EventSourceArn }]: readonly [string, MappingProperties]) => {
    const from = EventSourceArn.split(':')[2]
    if (from === 'sqs' || from === 'dynamodb') return from === service
    throw unsupported(`${mappingType.type} ${id}`, `the event source ${EventSourceArn}`)
  }

const mapping = (id: string, properties: MappingProperties): Omit<Mapping, 'batchSize'> => ({
  id,
  functionArn: properties.FunctionName.startsWith('arn:')
    ? properties.FunctionName
    : functionArn(properties.FunctionName),
  sourceArn: properties.EventSourceArn,
  windowSeconds: properties.MaximumBatchingWindowInSeconds,
  reportsItemFailures: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
})

const queueMapping = (id: string, properties: MappingProperties): QueueMapping => ({
  ...mapping(id, properties),
  batchSize: properties.BatchSize ?? 10,
  concurrency: properties.ScalingConfig?.MaximumConcurrency ?? 5,
})

const streamMapping = (id: string, properties: MappingProperties): StreamMapping => ({
  ...mapping(id, properties),
  batchSize: properties.BatchSize ?? 100,
  retries: properties.MaximumRetryAttempts < 0 ? Infinity : properties.MaximumRetryAttempts,
  bisects: properties.BisectBatchOnFunctionError,
  failedTo: properties.DestinationConfig?.OnFailure?.Destination,
})
