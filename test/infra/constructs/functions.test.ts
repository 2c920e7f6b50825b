import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { functionNames } from '../../../infra/bundle.ts'
import { environments } from '../../../shared/contracts/environment.ts'
import { declared, declaredFunction } from './functions.ts'
import { readable, resourcesOf } from './synthesized.ts'

const logGroups = resourcesOf('AWS::Logs::LogGroup', z.object({ RetentionInDays: z.number().optional() }))

test('every folder of functions is a function, and nothing else is', () => {
  expect([...declared.keys()].toSorted()).toEqual([...functionNames].toSorted())
})

describe.each(functionNames)('%s', (name) => {
  test('runs on the Node that these tests run on', () => {
    const { Runtime, Architectures } = declaredFunction(name)
    expect(Runtime).toBe(`nodejs${process.versions.node.split('.')[0]}.x`)
    expect(Architectures).toEqual(['arm64'])
  })

  test('gets exactly the environment that it reads', () => {
    const given = Object.keys(declaredFunction(name).Environment.Variables)
    expect(given.toSorted()).toEqual(Object.keys(environments[name].shape).toSorted())
  })

  test('logs as JSON to a group of its own that forgets', () => {
    const groupOf = (each: typeof name) => readable(declaredFunction(each).LoggingConfig.LogGroup)
    const others = functionNames.filter((other) => other !== name).map(groupOf)
    expect(declaredFunction(name).LoggingConfig.LogFormat).toBe('JSON')
    expect(logGroups.get(groupOf(name))?.RetentionInDays).toBe(90)
    expect(others).not.toContain(groupOf(name))
  })
})

test('a function that API Gateway waits for answers or fails before API Gateway gives up', () => {
  const longest = Math.max(
    ...(['referrals', 'returns', 'reports', 'assessments'] as const).map(
      (name) => declaredFunction(name).Timeout,
    ),
  )
  expect(longest).toBeLessThan(29)
})

test('every log group of the template forgets', () => {
  expect([...logGroups.values()].filter(({ RetentionInDays }) => RetentionInDays === undefined)).toEqual([])
})
