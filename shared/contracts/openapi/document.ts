import type { Role } from '../../domain/principal.ts'
import type { PublishedRoute } from '../answers.ts'
import { routes, type Route } from '../routes.ts'
import { componentSchemas } from './components.ts'
import { bodyExamples } from './examples.ts'
import { info, scope, securitySchemes, tags, tagsOf } from './info.ts'
import { roles } from './meanings.ts'
import { operations } from './operations/operations.ts'
import type { Operation } from './operations/operation.ts'
import { parametersOf } from './parameters.ts'
import { sharedRefusals } from './problems.ts'
import { responsesOf } from './responses.ts'
import { schemaRef, type Part } from './schemas.ts'

const requestBodyOf = (name: PublishedRoute, { body }: Operation): Part | undefined => {
  if (body === undefined) return undefined
  const examples = bodyExamples(name)
  const content =
    body === 'csv'
      ? { 'text/csv': { schema: { type: 'string' }, examples } }
      : { 'application/json': { schema: schemaRef(body), examples } }
  return { required: true, content }
}

const whoMay = (allowed: readonly Role[] | 'public'): string =>
  allowed === 'public' ? 'Anybody, without a token.' : allowed.map((role) => roles[role]).join('; ') + '.'

const operationOf = (name: PublishedRoute, route: Route): Part => {
  const operation = operations[name]
  const { allowed, servedBy } = route
  const parameters = parametersOf(name, route, operation)
  const requestBody = requestBodyOf(name, operation)
  return {
    operationId: name,
    tags: tagsOf(allowed),
    summary: operation.summary,
    description: `${operation.description}\n\nWho may: ${whoMay(allowed)}`,
    security: allowed === 'public' ? [] : [{ oauth: [scope] }],
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: responsesOf(name, route, operation),
    'x-roles': allowed === 'public' ? [] : allowed,
    'x-served-by': servedBy,
  }
}

const isPublished = (name: string): name is PublishedRoute => Object.hasOwn(operations, name)

const pathsOf = (): Part => {
  const all = Object.entries<Route>(routes).flatMap(([name, route]) =>
    isPublished(name)
      ? [{ path: route.path, method: route.method.toLowerCase(), part: operationOf(name, route) }]
      : [],
  )
  return Object.fromEntries(
    [...Map.groupBy(all, ({ path }) => path)].map(([path, methods]) => [
      path,
      Object.fromEntries(methods.map(({ method, part }) => [method, part])),
    ]),
  )
}

/**
 * The contract of the service as an OpenAPI 3.1 document, made from the table of routes, the schemas that requests are
 * parsed with, those of the answers, and the story that its examples tell.
 */
export const openApi = (): Part => {
  const paths = pathsOf()
  return {
    openapi: '3.1.1',
    info,
    servers: [{ url: '/', description: 'Where this document is served.' }],
    tags,
    paths,
    components: { securitySchemes, responses: sharedRefusals(), schemas: componentSchemas(paths) },
  }
}
