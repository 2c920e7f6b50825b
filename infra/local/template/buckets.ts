import * as z from 'zod'
import { resourcesOf, type ResourceType, type TemplateDocument } from './document.ts'
import { bucketName } from './references.ts'
import type { Resolve } from './resolver.ts'

const BucketProperties = z.strictObject({ BucketName: z.string().optional() })

const bucketType: ResourceType<z.infer<typeof BucketProperties>> = {
  type: 'AWS::S3::Bucket',
  shape: BucketProperties,
  // Versions and locks guard against what no function may do here either: replace and delete.
  without: [
    'BucketEncryption',
    'ObjectLockConfiguration',
    'ObjectLockEnabled',
    'OwnershipControls',
    'PublicAccessBlockConfiguration',
    'Tags',
    'VersioningConfiguration',
  ],
}

export type Bucket = { readonly name: string }

export const readBuckets = (template: TemplateDocument, resolve: Resolve): readonly Bucket[] =>
  [...resourcesOf(template, bucketType, resolve)].map(([id, { BucketName }]) => ({
    name: bucketName(BucketName ?? id),
  }))
