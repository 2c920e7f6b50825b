import { Template } from 'aws-cdk-lib/assertions'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { functionNames } from '../../../infra/bundle.ts'
import { declaredFunction } from './functions.ts'
import { readable, resourcesOf, stackWith } from './synthesized.ts'

const dimensions = z.array(z.object({ Name: z.string(), Value: z.unknown() })).default([])
const stat = z.object({ Metric: z.object({ MetricName: z.string(), Dimensions: dimensions }) })

const alarms = [
  ...resourcesOf(
    'AWS::CloudWatch::Alarm',
    z.object({
      AlarmDescription: z.string(),
      AlarmActions: z.array(z.unknown()).default([]),
      ComparisonOperator: z.string(),
      Threshold: z.number(),
      MetricName: z.string().optional(),
      Dimensions: dimensions,
      Metrics: z
        .array(z.object({ Expression: z.string().optional(), MetricStat: stat.optional() }))
        .default([]),
    }),
  ).values(),
]

const filters = resourcesOf(
  'AWS::Logs::MetricFilter',
  z.object({
    LogGroupName: z.unknown(),
    FilterPattern: z.string(),
    MetricTransformations: z.tuple([z.object({ MetricName: z.string(), MetricValue: z.string() })]),
  }),
)

const queues = resourcesOf('AWS::SQS::Queue', z.object({ RedrivePolicy: z.unknown().optional() }))
const topics = resourcesOf('AWS::SNS::Topic', z.object({}))

describe.each(functionNames)('%s', (name) => {
  const { id, LoggingConfig } = declaredFunction(name)
  const crash = { Name: 'FunctionName', Value: { Ref: id } }
  const alarm = alarms.find(({ Metrics }) =>
    Metrics.some(
      ({ MetricStat }) =>
        MetricStat?.Metric.MetricName === 'Errors' &&
        MetricStat.Metric.Dimensions[0]?.Value !== undefined &&
        readable(MetricStat.Metric.Dimensions[0].Value) === id,
    ),
  )
  const filter = [...filters.values()].find(
    ({ LogGroupName, MetricTransformations: [{ MetricValue }] }) =>
      readable(LogGroupName) === readable(LoggingConfig.LogGroup) && MetricValue === '1',
  )

  test('an invocation that fails raises an alarm', () => {
    expect(alarm?.Metrics[1]?.MetricStat?.Metric).toEqual({ MetricName: 'Errors', Dimensions: [crash] })
    expect(alarm).toMatchObject({ ComparisonOperator: 'GreaterThanThreshold', Threshold: 0 })
  })

  test('a fault that the function caught and logged raises the same alarm', () => {
    expect(filter?.FilterPattern).toBe('{ $.level = "ERROR" }')
    expect(alarm?.Metrics[2]?.MetricStat?.Metric.MetricName).toBe(filter?.MetricTransformations[0].MetricName)
    expect(alarm?.Metrics[0]?.Expression).toBe('FILL(crashed, 0) + FILL(logged, 0)')
  })
})

test('ten e-mails that come back within an hour raise an alarm', () => {
  const returned = [...filters.values()].find(
    ({ MetricTransformations: [{ MetricName }] }) => MetricName === 'EmailsUndelivered',
  )
  const alarm = alarms.find(({ MetricName }) => MetricName === 'EmailsUndelivered')
  expect(readable(returned?.LogGroupName)).toBe(
    readable(declaredFunction('delivery-receipts').LoggingConfig.LogGroup),
  )
  expect(returned?.FilterPattern).toBe('{ $.undelivered > 0 }')
  expect(alarm).toMatchObject({ ComparisonOperator: 'GreaterThanThreshold', Threshold: 9 })
})

test('anything in a dead-letter queue raises an alarm', () => {
  const dead = [...queues].filter(([, { RedrivePolicy }]) => !RedrivePolicy).map(([id]) => `${id}.QueueName`)
  const watched = alarms
    .filter(({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible')
    .map(({ Threshold, Dimensions }) => ({ Threshold, queue: readable(Dimensions[0]?.Value) }))
  expect(watched.map(({ queue }) => queue).toSorted()).toEqual(dead.toSorted())
  expect(watched.every(({ Threshold }) => Threshold === 0)).toBe(true)
})

const ofNewVersions = alarms.filter(({ AlarmDescription }) => AlarmDescription.startsWith('The new version'))

test('what undoes a deployment tells nobody, since a fault tells already, and is one alarm for each function', () => {
  expect(ofNewVersions).toHaveLength(functionNames.length)
  expect(ofNewVersions.flatMap(({ AlarmActions }) => AlarmActions)).toEqual([])
})

const telling = alarms.filter((alarm) => !ofNewVersions.includes(alarm))

test.each(telling)('tells somebody who is harmed and what to do: $AlarmDescription', (alarm) => {
  expect(alarm.AlarmActions.map(readable)).toEqual([...topics.keys()])
  expect(alarm.AlarmDescription).toMatch(
    /^[A-Z][^.]+\. (Read|See|Find) [^;]+.*\. Steps: docs\/runbook\.md#[a-z-]+\.$/,
  )
})

/** As GitHub and most readers of Markdown make the address of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-')

test('the steps that an alarm names are in the runbook', () => {
  const runbook = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8')
  const headings = [...runbook.matchAll(/^## (.+)$/gm)]
  const anchors = new Set(headings.map(([, heading = '']) => anchorOf(heading)))
  const context = {
    domainName: 'sar-outcomes.example',
    certificateArn: 'arn:aws:acm:region:account:certificate/x',
  }
  const named = Object.values(
    Template.fromStack(stackWith({ context }).stack).findResources('AWS::CloudWatch::Alarm'),
  ).map((alarm) => /#([a-z-]+)\.$/.exec(Alarm.parse(alarm).Properties.AlarmDescription)?.[1])
  expect(named.length).toBeGreaterThan(alarms.length)
  expect(named.filter((anchor) => !anchors.has(anchor ?? ''))).toEqual([])
})

const Alarm = z.object({ Properties: z.object({ AlarmDescription: z.string() }) })
