import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { stages } from '../../../infra/stages.ts'
import { referenceData } from '../../../shared/runtime/reference-data.ts'
import { declaredFunction } from './functions.ts'
import { readable, resourcesOf, stackWith } from './synthesized.ts'

const Client = z.object({ Properties: z.object({ AllowedOAuthScopes: z.array(z.unknown()) }) })
const Schedule = z.object({
  Properties: z.object({ ScheduleExpression: z.string(), GroupName: z.unknown().optional() }),
})

const templateOf = (context: Record<string, unknown>) => Template.fromStack(stackWith({ context }).stack)
const scopesIn = (template: Template) =>
  Object.values(template.findResources('AWS::Cognito::UserPoolClient'))
    .map((client) =>
      Client.parse(client).Properties.AllowedOAuthScopes.map((scope) => readable(scope).split('/')[1]),
    )
    .filter((scopes) => scopes.includes('canary'))

describe.each(stages)('%s', (stage) => {
  const template = templateOf({ stage })
  const walk = Object.values(template.findResources('AWS::Scheduler::Schedule'))
    .map((schedule) => Schedule.parse(schedule).Properties)
    .find(({ GroupName }) => GroupName !== undefined)

  test('is walked through by a system of one organisation, and by one of the UKFIU only where figures are nobody’s', () => {
    const ofForce = ['use', 'force.nca', 'canary']
    expect(scopesIn(template)).toEqual(
      stage === 'production' ? [ofForce] : [ofForce, ['use', 'ukfiu', 'canary']],
    )
  })

  test('is walked through often enough', () => {
    expect(walk?.ScheduleExpression).toBe(stage === 'production' ? 'rate(15 minutes)' : 'rate(1 hour)')
  })
})

test('a system of the same organisation is another client', () => {
  expect(scopesIn(templateOf({ machineClients: 'force.nca' }))).toHaveLength(1)
})

test('nothing walks to a service that cannot be reached from outside', () => {
  const template = templateOf({ privateVpcEndpoint: 'vpce-0123456789abcdef0' })
  expect(scopesIn(template)).toEqual([])
  expect(
    Object.keys(template.findResources('AWS::Lambda::Function')).filter((id) => /canary/i.test(id)),
  ).toEqual([])
})

test('the organisation is one that there is', () => {
  const { CANARY_ORGANISATION: organisation } = declaredFunction('canary').Environment.Variables
  expect(referenceData.organisations.has(z.string().parse(organisation))).toBe(true)
})

test('a walk that has stopped raises an alarm, as no other silence does', () => {
  const alarms = resourcesOf(
    'AWS::CloudWatch::Alarm',
    z.object({
      AlarmDescription: z.string(),
      TreatMissingData: z.string(),
      MetricName: z.string().optional(),
    }),
  )
  const silent = [...alarms.values()].filter(({ TreatMissingData }) => TreatMissingData === 'breaching')
  expect(silent.map(({ MetricName }) => MetricName)).toEqual(['Invocations'])
})
