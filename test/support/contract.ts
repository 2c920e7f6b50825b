import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import * as z from 'zod'

const example = z.object({ summary: z.string(), value: z.unknown() })
const examples = z.record(z.string(), example).default({})
const media = z.object({ schema: z.unknown(), examples })
const answer = z.object({
  description: z.string().min(1),
  headers: z.record(z.string(), z.object({ required: z.boolean().default(false) })).default({}),
  content: z.record(z.string(), media),
})
const reference = z.object({ $ref: z.string() })
const operation = z.object({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.object({ name: z.string(), in: z.string(), examples })).default([]),
  requestBody: z.object({ content: z.record(z.string(), media) }).optional(),
  responses: z.record(z.string(), z.union([reference, answer])),
  'x-roles': z.array(z.string()),
})
const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({
    responses: z.record(z.string(), answer),
  }),
})

export type Example = { readonly name: string; readonly value: unknown }
export type ContractOperation = {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly roles: readonly string[]
  readonly needsToken: boolean
  /** Everything that it gives as an example of a request. */
  readonly requests: readonly Example[]
}

const namesIn = (examplesByName: z.infer<typeof examples>): Example[] =>
  Object.entries(examplesByName).map(([name, { value }]) => ({ name, value }))

const pointerTo = (...steps: readonly string[]): string =>
  steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Reads a published contract, to hold requests and answers against it. */
export const openContract = (published: object) => {
  const { paths, components } = document.parse(published)
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema(published, 'contract')

  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, found]) => ({ path, method, found })),
  )
  const placeOf = (name: string, status: number) => {
    const asked = all.find(({ found }) => found.operationId === name)
    const response = asked?.found.responses[String(status)]
    if (!asked || !response) return undefined
    const shared = reference.safeParse(response).data?.$ref.split('/').at(-1)
    if (shared === undefined) {
      const pointer = pointerTo('paths', asked.path, asked.method, 'responses', String(status))
      return { pointer, response: answer.parse(response) }
    }
    return { pointer: pointerTo('components', 'responses', shared), response: components.responses[shared] }
  }

  return {
    operations: all.map(({ path, method, found }): ContractOperation => ({
      name: found.operationId,
      method: method.toUpperCase(),
      path,
      roles: found['x-roles'],
      needsToken: found.security.length > 0,
      requests: [
        ...Object.values(found.requestBody?.content ?? {}).flatMap((body) => namesIn(body.examples)),
        ...found.parameters.flatMap((parameter) => namesIn(parameter.examples)),
      ],
    })),
    /** What the contract gives as an example of a refusal that operations share; nothing where it is one's own. */
    sharedRefusal: (name: string, status: number): unknown => {
      const place = placeOf(name, status)
      const isShared = place?.pointer.startsWith('/components') === true
      return isShared
        ? namesIn(place.response?.content['application/problem+json']?.examples ?? {})[0]?.value
        : undefined
    },
    /** What is wrong with an answer by the contract; nothing when it is as promised. */
    faultsIn: (name: string, status: number, headers: Headers, body: unknown): readonly string[] => {
      const [type = ''] = (headers.get('content-type') ?? '').split(';')
      const place = placeOf(name, status)
      if (!place?.response?.content[type]) return [`${name} promises no ${type} for ${status}`]
      const schema = `contract#${place.pointer}${pointerTo('content', type, 'schema')}`
      const isValid = ajv.validate({ $ref: schema }, body)
      const missing = Object.entries(place.response.headers)
        .filter(([header, { required }]) => required && !headers.has(header))
        .map(([header]) => `${name} ${status} has no ${header}`)
      return [...missing, ...(isValid ? [] : [ajv.errorsText()])]
    },
  }
}
export type Contract = ReturnType<typeof openContract>
