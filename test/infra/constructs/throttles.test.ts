import { expect, test } from 'vitest'
import * as z from 'zod'
import { declared, declaredFunction } from './functions.ts'
import { readable, resourcesOf } from './synthesized.ts'

const metric = z.object({
  MetricName: z.string(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })).default([]),
})
const alarms = [
  ...resourcesOf(
    'AWS::CloudWatch::Alarm',
    z.object({
      AlarmDescription: z.string(),
      Threshold: z.number(),
      MetricName: z.string().optional(),
      Metrics: z.array(z.object({ MetricStat: z.object({ Metric: metric }).optional() })).default([]),
    }),
  ).values(),
]
const watched = alarms.flatMap(({ Metrics, Threshold, AlarmDescription }) =>
  Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric ?? []).map(({ MetricName, Dimensions }) => ({
    what: MetricName,
    on: Dimensions.map(({ Value }) => readable(Value))
      .toSorted()
      .join(' '),
    Threshold,
    AlarmDescription,
  })),
)

test('a refused read or write of any table or index raises an alarm', () => {
  const tables = resourcesOf(
    'AWS::DynamoDB::Table',
    z.object({ GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string() })).default([]) }),
  )
  const places = [...tables].flatMap(([id, { GlobalSecondaryIndexes }]) =>
    [id].concat(GlobalSecondaryIndexes.map(({ IndexName }) => `${id} ${IndexName}`)),
  )
  const on = (what: string) =>
    watched.filter((each) => each.what === what && each.Threshold === 0).map((each) => each.on)
  expect(on('ReadThrottleEvents').toSorted()).toEqual(places.toSorted())
  expect(on('WriteThrottleEvents').toSorted()).toEqual(places.toSorted())
})

test('a function that is held back raises an alarm, which says whether somebody waits for it', () => {
  const held = watched.filter(({ what }) => what === 'Throttles')
  const people = held.filter(({ AlarmDescription }) => AlarmDescription.startsWith('People'))
  expect(held.map(({ on }) => on).toSorted()).toEqual([...declared.values()].map(({ id }) => id).toSorted())
  expect(people.map(({ on }) => on).toSorted()).toEqual(
    (['referrals', 'returns', 'reports', 'assessments', 'web', 'pre-token', 'delivery-receipts'] as const)

      .map((name) => declaredFunction(name).id)
      .toSorted(),
  )
})

test('more than a few requests turned away within five minutes raise an alarm', () => {
  const filters = resourcesOf(
    'AWS::Logs::MetricFilter',
    z.object({ FilterPattern: z.string(), LogGroupName: z.unknown() }),
  )
  const turnedAway = [...filters.values()].find(({ FilterPattern }) => FilterPattern.includes('429'))
  expect(turnedAway?.FilterPattern).toBe('{ $.status = "429" }')
  expect(readable(turnedAway?.LogGroupName)).toMatch(/^ApiAccessLog/)
  expect(alarms.find(({ MetricName }) => MetricName === 'RequestsTurnedAway')?.Threshold).toBe(20)
})

test('no alarm adds up more than the ten metrics that CloudWatch takes', () => {
  expect(
    Math.max(...alarms.map(({ Metrics }) => Metrics.filter(({ MetricStat }) => MetricStat).length)),
  ).toBe(10)
})
