import { expect, test } from 'vitest'
import * as z from 'zod'
import { resourcesOf, template } from '../../infra/constructs/synthesized.ts'
import { arithmetic, fixed, type Line } from './model.ts'

/** One metric, or several that an expression joins: each is paid for. */
const Alarm = z.object({ Metrics: z.array(z.object({ MetricStat: z.unknown().optional() })).optional() })

test('what is paid for by the month is what the template has', () => {
  const types = Object.values(template.Resources).map(({ Type }) => Type)
  const counted = Object.entries(fixed).filter(([type]) => type.startsWith('AWS::'))

  expect(counted.map(([type]) => [type, types.filter((other) => other === type).length])).toEqual(
    counted.map(([type, { count }]) => [type, count]),
  )
  const [firewall] = resourcesOf('AWS::WAFv2::WebACL', z.object({ Rules: z.array(z.unknown()) })).values()
  expect(firewall?.Rules).toHaveLength(fixed['rules of it'].count)
  const alarms = [...resourcesOf('AWS::CloudWatch::Alarm', Alarm).values()]
  const metrics = alarms.flatMap(({ Metrics }) => Metrics ?? [{ MetricStat: {} }])
  expect(metrics.filter(({ MetricStat }) => MetricStat)).toHaveLength(fixed['metrics of alarms'].count)
})

test('twice the referrals cost twice as much, but for the queues that are asked anyway', () => {
  const units = [{ what: 'register', times: 1, written: 16, read: 1.5, request: true, changes: true }]
  const [once, twice] = [arithmetic(units, 1_200), arithmetic(units, 2_400)]

  expect(once.find(({ what }) => what === 'DynamoDB, writing')?.dollars).toBeCloseTo(100 * 16 * 0.625e-6)
  const growing = (lines: readonly Line[]) => lines.filter(({ what }) => what !== 'queues')
  expect(growing(twice).map(({ dollars }) => dollars.toFixed(9))).toEqual(
    growing(once).map(({ dollars }) => (2 * dollars).toFixed(9)),
  )
})

test('every night’s copy is a whole one, and ninety of them are kept', () => {
  const copies = arithmetic([], 1_000_000).find(({ what }) => what.startsWith('DynamoDB, a copy'))

  expect(copies?.dollars).toBeCloseTo(3 * 40 * 90 * 0.1)
})
