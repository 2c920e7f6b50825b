import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { declaredFunction } from './functions.ts'
import { readable, resourcesOf, template } from './synthesized.ts'

const queues = resourcesOf(
  'AWS::SQS::Queue',
  z.object({
    QueueName: z.string(),
    FifoQueue: z.boolean().default(false),
    SqsManagedSseEnabled: z.boolean().optional(),
    MessageRetentionPeriod: z.number().optional(),
    VisibilityTimeout: z.number().optional(),
    RedrivePolicy: z.object({ deadLetterTargetArn: z.unknown(), maxReceiveCount: z.number() }).optional(),
  }),
)
const queueNamed = (name: string) => [...queues].find(([, { QueueName }]) => QueueName === name) ?? []
const nameOf = (arn: unknown) => queues.get(readable(arn).replace('.Arn', ''))?.QueueName

const mappings = resourcesOf(
  'AWS::Lambda::EventSourceMapping',
  z.looseObject({
    FunctionName: z.unknown(),
    EventSourceArn: z.unknown(),
    DestinationConfig: z.unknown().optional(),
  }),
)
const mappingOf = (name: Parameters<typeof declaredFunction>[0]) =>
  [...mappings.values()].find(({ FunctionName }) =>
    JSON.stringify(FunctionName).includes(`"Ref":"${declaredFunction(name).live}"`),
  )

describe.each([...queues])('queue %s', (id, queue) => {
  test('has a dead-letter queue of its own kind, or is one that keeps what it gets for two weeks', () => {
    const dead = nameOf(queue.RedrivePolicy?.deadLetterTargetArn ?? '')
    const kept = queue.MessageRetentionPeriod === 14 * 24 * 3600
    expect(dead === undefined ? kept : dead.endsWith('.fifo') === queue.FifoQueue).toBe(true)
    expect(template.Resources[id]?.DeletionPolicy).toBe(dead === undefined ? 'Retain' : 'Delete')
  })

  test('is encrypted and refuses who comes without TLS', () => {
    const policies = resourcesOf(
      'AWS::SQS::QueuePolicy',
      z.object({
        Queues: z.tuple([z.unknown()]),
        PolicyDocument: z.object({ Statement: z.array(z.unknown()) }),
      }),
    )
    const policy = [...policies.values()].find(({ Queues }) => readable(Queues[0]) === id)
    expect(queue.SqsManagedSseEnabled).toBe(true)
    expect(policy?.PolicyDocument.Statement).toEqual([
      {
        Action: 'sqs:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Resource: { 'Fn::GetAtt': [id, 'Arn'] },
      },
    ])
  })
})

describe('reminders', () => {
  test('wait in a FIFO queue, and are set aside after five tries', () => {
    const [, queue] = queueNamed('reminders.fifo')
    expect(queue?.FifoQueue).toBe(true)
    expect(queue?.RedrivePolicy?.maxReceiveCount).toBe(5)
    expect(nameOf(queue?.RedrivePolicy?.deadLetterTargetArn)).toBe('reminders-dead.fifo')
  })

  test('that are being sent stay hidden for six times what sending may take', () => {
    const [, queue] = queueNamed('reminders.fifo')
    expect(queue?.VisibilityTimeout).toBeGreaterThanOrEqual(6 * declaredFunction('reminder-sender').Timeout)
  })

  test('that could not be sent do not hold back or repeat the others', () => {
    const mapping = mappingOf('reminder-sender')
    expect(mapping && nameOf(mapping.EventSourceArn)).toBe('reminders.fifo')
    expect(mapping).toMatchObject({ FunctionResponseTypes: ['ReportBatchItemFailures'] })
  })
})

/** The runs of the day, and of Monday: the dates are put right before the reminders that go by them. */
const runs = [
  { name: 'reconcile', at: '30 3 * * ? *' },
  { name: 'retention', at: '0 4 ? * MON *' },
  { name: 'recalculation', at: '0 5 * * ? *' },
  { name: 'unused-accounts', at: '0 6 ? * MON *' },
  { name: 'reminder-schedule', at: '0 8 * * ? *' },
] as const

const schedules = resourcesOf(
  'AWS::Scheduler::Schedule',
  z.looseObject({
    GroupName: z.unknown().optional(),
    Target: z.looseObject({ Arn: z.unknown(), DeadLetterConfig: z.object({ Arn: z.unknown() }).optional() }),
  }),
)

const retries = resourcesOf(
  'AWS::Lambda::EventInvokeConfig',
  z.looseObject({
    FunctionName: z.unknown(),
    DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.unknown() }) }).optional(),
  }),
)

test('nothing else runs by the clock but the walk, in a group of its own', () => {
  const others = [...schedules.values()].filter(({ GroupName }) => GroupName !== undefined)
  expect(others.map(({ Target }) => readable(Target.Arn))).toEqual([declaredFunction('canary').live])
  expect(schedules.size).toBe(runs.length + 1)
})

describe.each(runs)('$name', ({ name, at }) => {
  test('starts at its time in London, summer and winter', () => {
    const schedule = [...schedules.values()].find(
      ({ Target }) => readable(Target.Arn) === declaredFunction(name).live,
    )
    expect(schedule).toMatchObject({
      ScheduleExpression: `cron(${at})`,
      ScheduleExpressionTimezone: 'Europe/London',
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: 'ENABLED',
      Target: { RetryPolicy: { MaximumEventAgeInSeconds: 6 * 3600 } },
    })
    expect(nameOf(schedule?.Target.DeadLetterConfig?.Arn)).toBe(`${name}-dead`)
  })

  test('that fails after it was started is tried again and then set aside', () => {
    const config = [...retries.values()].find(
      ({ FunctionName }) => readable(FunctionName) === declaredFunction(name).id,
    )
    expect(config).toMatchObject({ MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 6 * 3600 })
    expect(nameOf(config?.DestinationConfig?.OnFailure.Destination)).toBe(`${name}-dead`)
  })
})

describe('the figures', () => {
  test('follow the referrals from the first change on, and set aside what cannot be counted', () => {
    const mapping = mappingOf('aggregator')
    const destination = z
      .object({ OnFailure: z.object({ Destination: z.unknown() }) })
      .parse(mapping?.DestinationConfig)
    expect(readable(mapping?.EventSourceArn)).toMatch(/^DataReferrals.+\.StreamArn$/)
    expect(mapping).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
    })
    expect(nameOf(destination.OnFailure.Destination)).toBe('figures-uncounted')
  })
})
