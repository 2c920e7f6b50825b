import * as z from 'zod'
import { codeListOf } from './code-lists.ts'

/** A part of the document. */
export type Part = Readonly<Record<string, unknown>>

/** Which side of a schema is described: what a client may send, or what it is sent. */
export type Side = 'input' | 'output'

export const schemaRef = (name: string): Part => ({ $ref: `#/components/schemas/${name}` })

type Generated = Record<string, unknown>

const become = (schema: Generated, other: Part): void => {
  Object.keys(schema).forEach((key) => delete schema[key])
  Object.assign(schema, other)
}

/** In an address every value is text; a number is described as the number that it reads as. */
const numberRead = (schema: z.core.$ZodType): z.ZodNumber | undefined =>
  schema instanceof z.ZodPipe && schema.out instanceof z.ZodNumber ? schema.out : undefined

const plainly = (schema: z.ZodType): Part => {
  const { $schema: _, ...plain } = z.toJSONSchema(schema)
  return plain
}

const objectSchema = z.object({ required: z.array(z.string()) })

const mayLeaveOut = (schema: unknown, field: string): boolean => {
  const object = objectSchema.safeParse(schema)
  return object.success && !object.data.required.includes(field)
}

/** What tells alternatives apart may be left out of one of them; they are still apart, but not as `oneOf` has it. */
const alternatives = (zodSchema: z.core.$ZodTypes, schema: Generated): void => {
  const { oneOf, ...rest } = schema
  if (!(zodSchema instanceof z.ZodDiscriminatedUnion) || !Array.isArray(oneOf)) return
  const { discriminator } = zodSchema.def
  if (oneOf.some((each) => mayLeaveOut(each, discriminator))) become(schema, { anyOf: oneOf, ...rest })
}

/**
 * Where zod's JSON Schema can say more or less than it does: a list of codes is the one that is described among the
 * components, a default is told of what is transformed too, and what is answered may gain fields.
 */
const adjust =
  (side: Side) =>
  ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: Generated }): void => {
    const list = Array.isArray(jsonSchema['enum']) ? codeListOf(jsonSchema['enum']) : undefined
    if (list !== undefined && zodSchema instanceof z.ZodEnum) {
      const { type: _, enum: __, ...rest } = jsonSchema
      become(jsonSchema, { ...schemaRef(list), ...rest })
    }
    alternatives(zodSchema, jsonSchema)
    const number = numberRead(zodSchema)
    if (number) become(jsonSchema, plainly(number))
    if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER) delete jsonSchema['maximum']
    if (side === 'output') {
      delete jsonSchema['default']
      if (jsonSchema['additionalProperties'] === false) delete jsonSchema['additionalProperties']
    } else if (zodSchema instanceof z.ZodDefault) jsonSchema['default'] = zodSchema.def.defaultValue
  }

/** A schema with what the document says of it: a description, and what zod can't say in JSON Schema. */
export type Described = {
  readonly schema: z.ZodType
  readonly description: string
  readonly format?: string
  readonly pattern?: string
}

/**
 * JSON Schemas by name from zod schemas by name, as a side of them is seen on the wire. Where one of them is part of
 * another, the other refers to it.
 */
export const jsonSchemas = (
  named: Readonly<Record<string, Described>>,
  side: Side,
): Readonly<Record<string, Part>> => {
  const registry = z.registry<{ id: string }>()
  Object.entries(named).forEach(([id, { schema }]) => registry.add(schema, { id }))
  const { schemas } = z.toJSONSchema(registry, {
    io: side,
    uri: (id) => `#/components/schemas/${id}`,
    override: adjust(side),
  })
  return Object.fromEntries(
    Object.entries(named).map(([name, { schema: _, ...said }]) => {
      const { $schema: __, $id: ___, ...generated } = schemas[name] ?? {}
      return [name, { ...generated, ...said }]
    }),
  )
}
