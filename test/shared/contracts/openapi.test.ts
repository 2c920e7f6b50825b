import { createConfig, lintFromString, type RawUniversalConfig } from '@redocly/openapi-core'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { openApi } from '../../../shared/contracts/openapi/document.ts'
import * as codes from '../../../shared/domain/codes.ts'
import { outcomeRules } from '../../../shared/domain/referral/outcome-rules.ts'

const schema = z.looseObject({ description: z.string().min(1), enum: z.array(z.string()).optional() })
const operation = z.looseObject({ operationId: z.string(), description: z.string() })
const shape = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), schema) }),
})

const text = JSON.stringify(openApi())
const { paths, components } = shape.parse(JSON.parse(text))
const operations = Object.values(paths).flatMap((methods) => Object.values(methods))

/** Every rule that Redocly recommends, as errors, and those beyond it that fit an API of this kind. */
const strictly: RawUniversalConfig = {
  extends: ['recommended-strict'],
  rules: {
    'operation-description': 'error',
    'operation-tag-defined': 'error',
    'operation-4xx-problem-details-rfc7807': 'error',
    'parameter-description': 'error',
    'path-params-defined': 'error',
    'paths-kebab-case': 'error',
    'no-http-verbs-in-paths': 'error',
    'array-parameter-serialization': 'error',
    'boolean-parameter-prefixes': 'error',
    'component-name-unique': 'error',
    'spec-strict-refs': 'error',
  },
}

const lint = async (source: string) => {
  const config = await createConfig(strictly)
  const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config })
  return problems.map(({ ruleId, message, location }) => ({
    ruleId,
    message,
    at: location.map(({ pointer }) => pointer).join(' '),
  }))
}

describe('the published contract', () => {
  test('passes a strict linter', async () => {
    expect(await lint(text)).toEqual([])
  })

  test('would not pass it with an example that its schema refuses', async () => {
    const spoilt = text.replaceAll('"personnelConfirmed":"yes"', '"personnelConfirmed":"perhaps"')
    expect((await lint(spoilt)).map(({ ruleId }) => ruleId)).toContain('no-invalid-media-type-examples')
  })

  test.each(outcomeRules)('tells the rule: $name', ({ statement }) => {
    const giveOutcome = operations.find(({ operationId }) => operationId === 'giveOutcome')
    expect(giveOutcome?.description).toContain(`- ${statement}\n`.trimEnd())
  })

  const list = z.record(z.string(), z.string())
  const lists = Object.entries(codes).flatMap(([name, value]) => {
    const found = list.safeParse(value)
    return found.success ? [{ name, labelled: found.data }] : []
  })
  test.each(lists)('describes every code of $name', ({ labelled }) => {
    const described = Object.values(components.schemas).find(
      ({ enum: values }) => JSON.stringify(values) === JSON.stringify(Object.keys(labelled)),
    )
    const labels = Object.entries(labelled).map(([code, label]) => `- \`${code}\`: ${label}`)
    expect(described?.description.split('\n')).toEqual(labels)
  })
})

const part = z.record(z.string(), z.unknown())

/** Every schema within a schema, with the name of the field it stands under. */
const within = (value: unknown, name = ''): [string, Record<string, unknown>][] => {
  if (Array.isArray(value)) return value.flatMap((each) => within(each, name))
  const object = part.safeParse(value).data
  if (!object) return []
  const { properties, ...rest } = object
  const fields = Object.entries(part.safeParse(properties).data ?? {})
  return [
    [name, object],
    ...Object.values(rest).flatMap((each) => within(each)),
    ...fields.flatMap(([field, each]) => within(each, field)),
  ]
}

const schemas = Object.entries(components.schemas).map(([name, found]) => ({ name, found }))

describe('the schemas', () => {
  test('refer to lists of codes by name, so that each is described once', () => {
    const others = schemas.filter(({ found }) => found.enum === undefined)
    const inline = within(others).filter(([, each]) => Array.isArray(each['enum']))
    expect(inline.map(([field]) => field)).toEqual([])
  })

  const requests = schemas.filter(({ name }) => name.endsWith('Request'))
  test.each(requests)('$name says what each field means, and takes no other', ({ found }) => {
    const all = within(found)
    const fields = all.filter(([field]) => field !== '')
    expect(fields.length).toBeGreaterThan(0)
    expect(fields.filter(([, each]) => each['description'] === undefined).map(([field]) => field)).toEqual([])
    const objects = all.filter(([, each]) => each['type'] === 'object')
    expect(objects.filter(([, each]) => each['additionalProperties'] !== false)).toEqual([])
  })
})
