import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { declaredFunction } from './functions.ts'
import { oneOrMore, readable, resourcesOf, stackWith, template } from './synthesized.ts'

const Bucket = z.object({
  ObjectLockEnabled: z.boolean().optional(),
  ObjectLockConfiguration: z.unknown(),
  VersioningConfiguration: z.unknown(),
  PublicAccessBlockConfiguration: z.unknown(),
  OwnershipControls: z.unknown(),
  BucketEncryption: z.object({
    ServerSideEncryptionConfiguration: z.tuple([
      z.object({
        BucketKeyEnabled: z.boolean(),
        ServerSideEncryptionByDefault: z.object({ SSEAlgorithm: z.string(), KMSMasterKeyID: z.unknown() }),
      }),
    ]),
  }),
})
const buckets = [...resourcesOf('AWS::S3::Bucket', Bucket)]
const [[id, bucket] = ['', undefined]] = buckets

const statements = [
  ...resourcesOf(
    'AWS::S3::BucketPolicy',
    z.object({
      Bucket: z.unknown(),
      PolicyDocument: z.object({
        Statement: z.array(
          z.object({
            Sid: z.string().optional(),
            Effect: z.literal('Deny'),
            Principal: z.unknown(),
            Action: oneOrMore(z.string()),
            Resource: oneOrMore(z.unknown()),
            Condition: z.unknown().optional(),
          }),
        ),
      }),
    }),
  ).values(),
].flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
const statement = (sid: string) => statements.find(({ Sid }) => Sid === sid)

const everyone = { AWS: '*' }

describe('the files of the editions', () => {
  test('are in the only bucket there is, which is kept whatever becomes of the stack', () => {
    expect(buckets).toHaveLength(1)
    expect(template.Resources[id]?.DeletionPolicy).toBe('Retain')
  })

  test('are locked against deletion for ten years', () => {
    expect(bucket?.ObjectLockEnabled).toBe(true)
    expect(bucket?.VersioningConfiguration).toEqual({ Status: 'Enabled' })
    expect(bucket?.ObjectLockConfiguration).toEqual({
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 3654 } },
    })
  })

  test('can be deleted, or let out of the lock, by nobody at all', () => {
    expect(statement('Deletions')).toMatchObject({
      Principal: everyone,
      Action: ['s3:BypassGovernanceRetention', 's3:DeleteObject', 's3:DeleteObjectVersion'],
    })
    expect(statement('Deletions')?.Condition).toBeUndefined()
  })

  test('can be put only where there is none yet', () => {
    expect(statement('Replacements')).toMatchObject({
      Principal: everyone,
      Action: ['s3:PutObject'],
      Condition: { Null: { 's3:if-none-match': 'true' } },
    })
  })

  test.each(['Deletions', 'Replacements'])('%s are refused for every object', (sid) => {
    expect(statement(sid)?.Resource.map(readable)).toEqual([`${id}.Arn/*`])
  })

  test('are public in no way, and go over TLS only', () => {
    expect(bucket?.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    })
    expect(bucket?.OwnershipControls).toEqual({ Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] })
    expect(statements).toContainEqual(
      expect.objectContaining({
        Action: ['s3:*'],
        Principal: everyone,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    )
  })

  test('are encrypted with a key of our own that is renewed', () => {
    const [encryption] = bucket?.BucketEncryption.ServerSideEncryptionConfiguration ?? []
    const keys = resourcesOf('AWS::KMS::Key', z.object({ EnableKeyRotation: z.boolean().optional() }))
    const key = readable(encryption?.ServerSideEncryptionByDefault.KMSMasterKeyID).split('.')[0] ?? ''
    expect(encryption?.ServerSideEncryptionByDefault.SSEAlgorithm).toBe('aws:kms')
    expect(encryption?.BucketKeyEnabled).toBe(true)
    expect(keys.get(key)?.EnableKeyRotation).toBe(true)
  })
})

describe('how long they are locked', () => {
  const lockedWith = (editionRetentionYears: unknown) =>
    JSON.stringify(Template.fromStack(stackWith({ context: { editionRetentionYears } }).stack).toJSON())

  test('is a setting, given in years', () => {
    expect(lockedWith('1')).toContain('"Days":367')
  })

  test.each([0, -1, 1.5, 'for ever'])('cannot be %s', (years) => {
    expect(() => lockedWith(years)).toThrow('editionRetentionYears')
  })
})

test('the rebuild of the figures is run by nothing, and has a name to invoke it by', () => {
  const invoked = resourcesOf('AWS::Lambda::Function', z.object({ FunctionName: z.string().optional() }))
  expect(invoked.get(declaredFunction('rebuild').id)?.FunctionName).toBe('figures-rebuild')
  const named = [...invoked.values()].flatMap(({ FunctionName }) => FunctionName ?? [])
  expect(named.toSorted()).toEqual(['figures-rebuild', 'sar-outcomes-canary', 'unused-accounts'])
})

test('a difference of the figures from the referrals raises an alarm', () => {
  const filters = resourcesOf(
    'AWS::Logs::MetricFilter',
    z.object({
      LogGroupName: z.unknown(),
      FilterPattern: z.string(),
      MetricTransformations: z.tuple([z.object({ MetricName: z.string(), MetricValue: z.string() })]),
    }),
  )
  const filter = [...filters.values()].find(
    ({ MetricTransformations: [{ MetricName }] }) => MetricName === 'FiguresDifferences',
  )
  const alarms = resourcesOf(
    'AWS::CloudWatch::Alarm',
    z.object({ MetricName: z.string().optional(), Threshold: z.number(), ComparisonOperator: z.string() }),
  )
  expect(filter?.FilterPattern).toBe('{ $.differences > 0 }')
  expect(filter?.MetricTransformations[0].MetricValue).toBe('$.differences')
  expect(readable(filter?.LogGroupName)).toBe(readable(declaredFunction('reconcile').LoggingConfig.LogGroup))
  expect([...alarms.values()].find(({ MetricName }) => MetricName === 'FiguresDifferences')).toMatchObject({
    Threshold: 0,
    ComparisonOperator: 'GreaterThanThreshold',
  })
})
