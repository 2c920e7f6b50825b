import { answers, type PublishedRoute } from '../answers.ts'
import type { Route } from '../routes.ts'
import { answerRef } from './components.ts'
import { answerExamples } from './examples.ts'
import type { Operation } from './operations/operation.ts'
import { refusalOf, refusalsOf } from './problems.ts'
import type { Part } from './schemas.ts'

const etag: Part = {
  description: 'The version of the referral, in quotes: send it as `If-Match`.',
  required: true,
  schema: { type: 'string', pattern: String.raw`^"[1-9]\d{0,8}"$` },
}
const location: Part = {
  description: 'Where to read the referral.',
  required: true,
  schema: { type: 'string', format: 'uri-reference' },
}
const disposition: Part = {
  description: 'The name of the file, which carries its protective marking.',
  schema: { type: 'string' },
}

const headersOf = (status: number, { versioned, alsoAs }: Operation): Part | undefined => {
  const headers = {
    ...(versioned && { ETag: etag }),
    ...(status === 201 && { Location: location }),
    ...(alsoAs && { 'Content-Disposition': disposition }),
  }
  return Object.keys(headers).length > 0 ? headers : undefined
}

const mediaOf = (name: PublishedRoute, status: number, type: string, schema: Part): Part => {
  const examples = answerExamples(name, status, type)
  return { schema, ...(examples && { examples }) }
}

const goodAnswer = (name: PublishedRoute, operation: Operation, status: number, means: string): Part => {
  const json = 'application/json'
  const files = operation.alsoAs ?? []
  const headers = headersOf(status, operation)
  return {
    description: means,
    ...(headers && { headers }),
    content: {
      [json]: mediaOf(name, status, json, answerRef(answers[name])),
      ...Object.fromEntries(files.map((type) => [type, mediaOf(name, status, type, { type: 'string' })])),
    },
  }
}

/** Everything that a route answers, by status. */
export const responsesOf = (name: PublishedRoute, route: Route, operation: Operation): Part => {
  const good = Object.entries(operation.answers).map(([status, means]) => [
    status,
    goodAnswer(name, operation, Number(status), means),
  ])
  const refused = refusalsOf(route, operation).map((status) => {
    const examples = answerExamples(name, status, 'application/problem+json')
    return [String(status), refusalOf(status, operation.refusals?.[status], examples)]
  })
  return Object.fromEntries([...good, ...refused])
}
