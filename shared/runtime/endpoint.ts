import type { APIGatewayProxyEvent } from 'aws-lambda'
import * as z from 'zod'
import { problem, type Problem } from '../contracts/problem.ts'
import type { Principal } from '../domain/principal.ts'
import { ok, type Result } from '../domain/result.ts'
import { answerProblem, type Answer } from './answer.ts'
import { headerOf, parsed, type BodyReader } from './request.ts'

/** Serves one route: gets what API Gateway passed on and who is calling; nobody is known on a public route. */
export type Endpoint = (event: APIGatewayProxyEvent, principal: Principal | undefined) => Promise<Answer>

/** What a handler is given: who is calling, and everything that was sent, parsed. */
export type Request<Path, Query, Body> = {
  readonly principal: Principal
  readonly path: Path
  readonly query: Query
  readonly body: Body
  /** The version that `If-Match` named. */
  readonly version: number | undefined
  /** Which media types the caller takes. */
  readonly accept: string | undefined
}

export type Schemas<Path, Query, Body> = {
  readonly path: z.ZodType<Path>
  readonly query: z.ZodType<Query>
  readonly body: BodyReader<Body>
  /** Reads `If-Match`, where the route changes a version that the caller has to name; elsewhere the header says nothing. */
  readonly version?: (event: APIGatewayProxyEvent) => Result<number | undefined, Problem>
}

const noVersion = () => ok(undefined)

/** For a path or a query that takes no parameters. */
export const noParameters = z.strictObject({})

/**
 * An endpoint that parses, then acts. A path that can't be is 404; a query or a body that is not as its schema has it
 * is 422 and names each bad field.
 */
export const endpoint =
  <Path, Query, Body>(
    schemas: Schemas<Path, Query, Body>,
    act: (request: Request<Path, Query, Body>) => Promise<Answer>,
  ): Endpoint =>
  async (event, principal) => {
    if (!principal) return answerProblem(problem(403, 'Your token does not say what your role is.'))
    const path = parsed(schemas.path, event.pathParameters ?? {}, 404)
    if (!path.ok) return answerProblem(path.problem)
    const query = parsed(schemas.query, event.queryStringParameters ?? {}, 422)
    if (!query.ok) return answerProblem(query.problem)
    const version = (schemas.version ?? noVersion)(event)
    if (!version.ok) return answerProblem(version.problem)
    const body = schemas.body(event)
    if (!body.ok) return answerProblem(body.problem)
    return act({
      principal,
      path: path.value,
      query: query.value,
      body: body.value,
      version: version.value,
      accept: headerOf(event, 'accept'),
    })
  }
