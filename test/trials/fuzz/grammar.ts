import * as fc from 'fast-check'
import * as z from 'zod'

const Schema = z.looseObject({
  $ref: z.string().optional(),
  type: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  minLength: z.int().optional(),
  maxLength: z.int().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.int().optional(),
  uniqueItems: z.boolean().optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
})
type Schema = z.infer<typeof Schema>

/** Named values that mean something here: what a schema makes up would never be met with twice. */
export type Known = Readonly<Record<string, fc.Arbitrary<unknown>>>

/**
 * What a JSON schema of the published contract lets through, made up by chance. `known` says what stands in fields of
 * these names. A keyword that it doesn't know makes anything.
 */
export const grammarOf = (components: Readonly<Record<string, unknown>>, known: Known) => {
  const find = (ref: string): unknown => components[ref.split('/').at(-1) ?? '']

  const text = ({ pattern, format, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> => {
    if (format === 'date') return fc.nat(500).map((days) => dayAfter('2025-06-01', days))
    if (format === 'email') return fc.emailAddress()
    if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'), { size: 'small' })
    const letters = fc.constantFrom(...Array.from('abcdefghij klmnop. éß漢\n'))
    return fc.string({ unit: letters, minLength, maxLength: Math.min(maxLength, minLength + 80) })
  }

  const record = ({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> => {
    const fields = Object.entries(properties).map(([name, part]) => [name, known[name] ?? of(part)] as const)
    return fc.record(Object.fromEntries(fields), {
      requiredKeys: required.filter((name) => name in properties),
    })
  }

  const list = ({ items, minItems = 0, uniqueItems = false }: Schema): fc.Arbitrary<unknown> =>
    uniqueItems
      ? fc.uniqueArray(of(items), {
          minLength: minItems,
          maxLength: minItems + 3,
          selector: (item) => JSON.stringify(item),
        })
      : fc.array(of(items), { minLength: minItems, maxLength: minItems + 3 })

  const ofType = (schema: Schema): fc.Arbitrary<unknown> => {
    const { type, minimum = -5, maximum = 200 } = schema
    if (type === 'string') return text(schema)
    if (type === 'integer') return fc.integer({ min: minimum, max: maximum })
    if (type === 'boolean') return fc.boolean()
    if (type === 'array') return list(schema)
    return type === 'object' ? record(schema) : fc.jsonValue({ maxDepth: 2 })
  }

  const of = (part: unknown): fc.Arbitrary<unknown> => {
    const schema = Schema.parse(part)
    const choices = schema.oneOf ?? schema.anyOf
    if (schema.$ref !== undefined) return of(find(schema.$ref))
    if ('const' in schema) return fc.constant(schema.const)
    if (schema.enum) return fc.constantFrom(...schema.enum)
    if (choices) return fc.oneof(...choices.map(of))
    if (schema.allOf?.length === 1) return of(schema.allOf[0])
    return ofType(schema)
  }
  return of
}

const dayAfter = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
