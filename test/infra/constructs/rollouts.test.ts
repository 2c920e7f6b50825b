import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { functionNames } from '../../../infra/bundle.ts'
import { stages } from '../../../infra/stages.ts'
import { declaredFunction } from './functions.ts'
import { readable, resourcesOf, stackWith, template } from './synthesized.ts'

const aliases = resourcesOf(
  'AWS::Lambda::Alias',
  z.object({
    FunctionName: z.unknown(),
    FunctionVersion: z.unknown(),
    Name: z.string(),
    RoutingConfig: z.undefined().optional(),
  }),
)
const versions = resourcesOf('AWS::Lambda::Version', z.object({ FunctionName: z.unknown() }))
const groups = resourcesOf(
  'AWS::CodeDeploy::DeploymentGroup',
  z.object({
    AlarmConfiguration: z.object({
      Enabled: z.literal(true),
      Alarms: z.array(z.object({ Name: z.unknown() })),
    }),
    AutoRollbackConfiguration: z.object({ Enabled: z.literal(true), Events: z.array(z.string()) }),
    DeploymentConfigName: z.string(),
  }),
)
const dimensions = z.array(z.object({ Name: z.string(), Value: z.unknown() }))
const alarms = resourcesOf(
  'AWS::CloudWatch::Alarm',
  z.object({
    Threshold: z.number(),
    Metrics: z
      .array(
        z.object({
          Expression: z.string().optional(),
          MetricStat: z.object({ Metric: z.object({ Dimensions: dimensions.default([]) }) }).optional(),
        }),
      )
      .default([]),
  }),
)

const aliasOf = (name: (typeof functionNames)[number]) => {
  const id = declaredFunction(name).live
  const alias = aliases.get(id)
  return { id, alias, version: readable(alias?.FunctionVersion).replace(/\.Version$/, '') }
}

const groupIdOf = (alias: string) =>
  z
    .object({ CodeDeployLambdaAliasUpdate: z.object({ DeploymentGroupName: z.object({ Ref: z.string() }) }) })
    .parse(template.Resources[alias]?.UpdatePolicy).CodeDeployLambdaAliasUpdate.DeploymentGroupName.Ref

describe.each(functionNames)('%s', (name) => {
  const { id, alias, version } = aliasOf(name)

  test('is called by the name of what is live, which leads to a version that stays', () => {
    expect(alias?.Name).toBe('live')
    expect(readable(versions.get(version)?.FunctionName)).toBe(declaredFunction(name).id)
    expect(template.Resources[version]?.DeletionPolicy).toBe('Retain')
  })

  test('a new version that fails is undone: its own alarm watches it, and no fault of the one before', () => {
    const group = groups.get(groupIdOf(id))
    const [watched, ...others] =
      group?.AlarmConfiguration.Alarms.map(({ Name: named }) => readable(named)) ?? []
    const metrics = alarms.get(watched ?? '')?.Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric ?? [])
    expect(others).toEqual([])
    expect(group?.AutoRollbackConfiguration.Events).toContain('DEPLOYMENT_STOP_ON_ALARM')
    expect(
      metrics?.map(({ Dimensions }) => Dimensions.map((each) => `${each.Name}: ${readable(each.Value)}`)),
    ).toEqual([
      [
        `ExecutedVersion: ${version}.Version`,
        `FunctionName: ${declaredFunction(name).id}`,
        `Resource: ${declaredFunction(name).id}:live`,
      ],
      [`version: ${version}.Version`],
    ])
  })
})

/** Every place of the template that calls a function, and by what. */
const callers = () => {
  const called = z.object({ FunctionName: z.unknown() })
  const of = <Shape>(type: string, shape: z.ZodType<Shape>, by: (each: Shape) => unknown) =>
    [...resourcesOf(type, shape)].map(([id, each]) => ({ id, by: JSON.stringify(by(each)) }))
  return [
    ...of('AWS::ApiGateway::Method', z.object({ Integration: z.unknown() }), (each) => each.Integration),
    ...of('AWS::Lambda::EventSourceMapping', called, (each) => each.FunctionName),
    ...of('AWS::Lambda::Permission', called, (each) => each.FunctionName),
    ...of(
      'AWS::Scheduler::Schedule',
      z.object({ Target: z.object({ Arn: z.unknown() }) }),
      (each) => each.Target.Arn,
    ),
    ...of('AWS::Cognito::UserPool', z.object({ LambdaConfig: z.unknown() }), (each) => each.LambdaConfig),
    ...of('AWS::Lambda::EventInvokeConfig', z.object({ Qualifier: z.unknown() }), (each) => each.Qualifier),
  ]
}

test('whatever calls a function calls what is live, never the newest version', () => {
  const all = callers()
  const past = all.filter(({ by }) => ![...aliases.keys()].some((alias) => by.includes(`"Ref":"${alias}"`)))
  expect(past).toEqual([])
  expect(all.length).toBeGreaterThan(60)
})

test.each(stages)('%s: a tenth of the calls for five minutes first, where people depend on it', (stage) => {
  const stack = Template.fromStack(stackWith({ context: { stage } }).stack)
  const configs = Object.values(stack.findResources('AWS::CodeDeploy::DeploymentGroup')).map(
    (group) =>
      z.object({ Properties: z.object({ DeploymentConfigName: z.string() }) }).parse(group).Properties,
  )
  const expected = stage === 'development' ? 'LambdaAllAtOnce' : 'LambdaCanary10Percent5Minutes'
  expect(new Set(configs.map(({ DeploymentConfigName }) => DeploymentConfigName))).toEqual(
    new Set([`CodeDeployDefault.${expected}`]),
  )
})

test('the same code and settings make the same versions', () => {
  const again = Template.fromStack(stackWith().stack).findResources('AWS::Lambda::Version')
  expect(Object.keys(again).toSorted()).toEqual([...versions.keys()].toSorted())
})
