import * as z from 'zod'
import { answeredSchemas } from './answered-schemas.ts'
import { codeListComponents } from './code-lists.ts'
import { noted, notesOn } from './noted.ts'
import { requestSchemas, valueSchemas } from './request-schemas.ts'
import { jsonSchemas, schemaRef, type Part } from './schemas.ts'

const objectSchema = z.object({ properties: z.record(z.string(), z.record(z.string(), z.unknown())) })

/** Every schema of the document, by name, and the lists of codes that these or the `paths` refer to. */
export const componentSchemas = (paths: Part): Part => {
  const schemas = {
    ...jsonSchemas({ ...valueSchemas, ...requestSchemas }, 'input'),
    ...jsonSchemas({ ...valueSchemas, ...answeredSchemas }, 'output'),
  }
  const text = JSON.stringify([paths, schemas])
  const lists = codeListComponents((name) => text.includes(JSON.stringify(schemaRef(name)['$ref'])))
  return Object.fromEntries(
    Object.entries({ ...lists, ...schemas }).map(([name, schema]) => [
      name,
      noted(schema, notesOn[name] ?? {}),
    ]),
  )
}

/** A reference to what is answered. Throws for a schema without a name. */
export const answerRef = (schema: z.ZodType): Part => {
  const named = Object.entries(answeredSchemas).find(([, described]) => described.schema === schema)
  if (!named) throw new Error('A route answers with a schema that has no name in the document')
  return schemaRef(named[0])
}

/** The JSON Schema of each parameter of a query, by name. */
export const queryParameters = (schema: z.ZodType): readonly (readonly [string, Part])[] => {
  const { query } = jsonSchemas({ ...valueSchemas, query: { schema, description: '' } }, 'input')
  const { properties } = objectSchema.parse(query)
  return Object.entries(properties)
}
