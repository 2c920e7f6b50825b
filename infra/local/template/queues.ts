import * as z from 'zod'
import { resourcesOf, type ResourceType, type TemplateDocument } from './document.ts'
import { queueArn, queueName } from './references.ts'
import type { Resolve } from './resolver.ts'

const Redrive = z.strictObject({
  deadLetterTargetArn: z.string(),
  maxReceiveCount: z.coerce.number().int().positive(),
})

const QueueProperties = z.strictObject({
  QueueName: z.string().optional(),
  FifoQueue: z.boolean().default(false),
  ContentBasedDeduplication: z.boolean().optional(),
  DelaySeconds: z.number().optional(),
  MaximumMessageSize: z.number().optional(),
  MessageRetentionPeriod: z.number().optional(),
  ReceiveMessageWaitTimeSeconds: z.number().optional(),
  VisibilityTimeout: z.number().optional(),
  RedrivePolicy: Redrive.optional(),
})
type QueueProperties = z.infer<typeof QueueProperties>

const queueType: ResourceType<QueueProperties> = {
  type: 'AWS::SQS::Queue',
  shape: QueueProperties,
  without: [
    'DeduplicationScope',
    'FifoThroughputLimit',
    'KmsDataKeyReusePeriodSeconds',
    'KmsMasterKeyId',
    'RedriveAllowPolicy',
    'SqsManagedSseEnabled',
    'Tags',
  ],
}

export type Queue = {
  readonly name: string
  readonly arn: string
  /** As SQS's CreateQueue takes them. */
  readonly attributes: Readonly<Record<string, string>>
  readonly deadLetterArn: string | undefined
}

export const readQueues = (template: TemplateDocument, resolve: Resolve): readonly Queue[] =>
  [...resourcesOf(template, queueType, resolve)].map(([id, properties]) => {
    const { QueueName, ...attributes } = properties
    const name = queueName(QueueName ?? id, { Properties: properties })
    return {
      name,
      arn: queueArn(name),
      attributes: attributesOf(attributes),
      deadLetterArn: properties.RedrivePolicy?.deadLetterTargetArn,
    }
  })

const attributesOf = ({ FifoQueue, RedrivePolicy, ...rest }: Omit<QueueProperties, 'QueueName'>) => ({
  ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)])),
  ...(FifoQueue && { FifoQueue: 'true' }),
  ...(RedrivePolicy && { RedrivePolicy: JSON.stringify(RedrivePolicy) }),
})
