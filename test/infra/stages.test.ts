import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { stages } from '../../infra/stages.ts'
import { stackWith } from './constructs/synthesized.ts'

const templateOf = (context: Record<string, unknown>) => Template.fromStack(stackWith({ context }).stack)

const everyStage = stages.map((stage) => ({ stage, template: templateOf({ stage }) }))
const [development, staging, production] = everyStage.map(({ template }) => template)

const propertiesOf = (template: Template | undefined, type: string) =>
  Object.values(template?.findResources(type) ?? {}).map((found) =>
    z.looseObject({}).parse(found['Properties']),
  )
const kept = (template: Template | undefined, type: string) =>
  Object.values(template?.findResources(type) ?? {}).map((found): unknown => found['DeletionPolicy'])

describe.each(everyStage)('$stage', ({ stage, template }) => {
  test('synthesizes, and CloudFormation has nothing against it', () => {
    expect(() => stackWith({ context: { stage }, validated: true }).app.synth()).not.toThrow()
  })

  test('tells whoever deploys it where to look', () => {
    expect(Object.keys(template.findOutputs('*'))).toEqual(
      expect.arrayContaining(['ServiceAddress', 'UserPool', 'NotifyKeySecret', 'AlarmTopic', 'Dashboard']),
    )
    expect(template.findOutputs('Stage')).toMatchObject({ Stage: { Value: stage } })
  })

  test('can be put back to any second of the last weeks', () => {
    const tables = propertiesOf(template, 'AWS::DynamoDB::Table')
    const recoverable = { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }
    expect(tables).toEqual(tables.map(() => expect.objectContaining(recoverable)))
  })

  test('tells when the month costs more than it should', () => {
    expect(propertiesOf(template, 'AWS::Budgets::Budget')).toMatchObject([
      { Budget: { CostFilters: { TagKeyValue: [`user:service$sar-outcomes-${stage}`] } } },
    ])
  })
})

describe.each([
  ['staging', staging, 7],
  ['production', production, 90],
])('%s', (_, template, days) => {
  test('guards its data against being deleted', () => {
    const tables = propertiesOf(template, 'AWS::DynamoDB::Table')
    expect(tables).toEqual(tables.map(() => expect.objectContaining({ DeletionProtectionEnabled: true })))
    expect(propertiesOf(template, 'AWS::Cognito::UserPool')).toMatchObject([{ DeletionProtection: 'ACTIVE' }])
    const types = ['AWS::DynamoDB::Table', 'AWS::KMS::Key', 'AWS::S3::Bucket', 'AWS::Backup::BackupVault']
    expect(new Set(types.flatMap((type) => kept(template, type)))).toEqual(new Set(['Retain']))
  })

  test(`copies every table each night and keeps the copy ${days} days, whoever wants it gone`, () => {
    expect(propertiesOf(template, 'AWS::Backup::BackupVault')).toMatchObject([
      { LockConfiguration: { MinRetentionDays: days } },
    ])
    const [selection] = propertiesOf(template, 'AWS::Backup::BackupSelection').map((each) =>
      z.object({ BackupSelection: z.object({ Resources: z.array(z.unknown()) }) }).parse(each),
    )
    const tables = propertiesOf(template, 'AWS::DynamoDB::Table')
    expect(selection?.BackupSelection.Resources).toHaveLength(tables.length)
  })
})

test('development goes whole when its stack is deleted', () => {
  expect(new Set(kept(development, 'AWS::DynamoDB::Table'))).toEqual(new Set(['Delete']))
  expect(propertiesOf(development, 'AWS::Backup::BackupVault')).toEqual([])
  expect(propertiesOf(development, 'AWS::S3::Bucket')).toMatchObject([
    { ObjectLockConfiguration: { Rule: { DefaultRetention: { Days: 1 } } } },
  ])
})

test('whoever names no stage gets the protection of production', () => {
  const withoutStage = templateOf({})
  expect(withoutStage.findOutputs('Stage')).toMatchObject({ Stage: { Value: 'production' } })
})

test.each([
  { stage: 'live' },
  { domainName: 'sar-outcomes.example.police.uk' },
  { privateVpcEndpoint: 'my-endpoint' },
  { alarmEmail: 'duty' },
  { monthlyBudget: '-1' },
])('settings that cannot be right stop the synthesis: %j', (context) => {
  expect(() => stackWith({ context })).toThrow(Object.keys(context)[0])
})
