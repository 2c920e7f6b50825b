import middy, { type MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { principalOf } from '../contracts/claims.ts'
import { problem } from '../contracts/problem.ts'
import { routes, type Route, type RouteName } from '../contracts/routes.ts'
import type { Principal } from '../domain/principal.ts'
import { answerProblem, answerRefusal, type Answer } from './answer.ts'
import type { Endpoint } from './endpoint.ts'
import { logger } from './logger.ts'

/** The routes that a function serves. */
export type RoutesOf<Name extends Route['servedBy']> = {
  [Each in RouteName]: (typeof routes)[Each]['servedBy'] extends Name ? Each : never
}[RouteName]

type Served = { readonly route: Route; readonly endpoint: Endpoint }

const mayCall = ({ allowed }: Route, principal: Principal | undefined): boolean =>
  allowed === 'public' || (principal !== undefined && allowed.includes(principal.role))

const dispatch =
  (served: readonly Served[]) =>
  async (event: APIGatewayProxyEvent): Promise<Answer> => {
    const asked = served.find(
      ({ route }) => route.method === event.httpMethod && route.path === event.resource,
    )
    if (!asked) throw new Error(`No endpoint for ${event.httpMethod} ${event.resource}`)
    const principal = principalOf(event.requestContext.authorizer?.['claims'])
    if (!mayCall(asked.route, principal)) return answerRefusal({ kind: 'not_permitted' })
    return asked.endpoint(event, principal)
  }

/** A fault is logged for us and told to the caller without a word of how the service works inside. */
const faults: MiddlewareObj<APIGatewayProxyEvent, Answer> = {
  onError: (request) => {
    logger.error('The request failed', { fault: request.error, awsRequestId: request.context.awsRequestId })
    request.response = answerProblem(
      problem(
        500,
        'The service failed; nothing was half done. Try again, and tell the UKFIU if it fails again.',
      ),
    )
  },
}

/** The Lambda handler of a function: every route that it serves, no more and no fewer, and who may call it. */
export const apiHandler = <Name extends Route['servedBy']>(
  endpoints: Readonly<Record<RoutesOf<Name>, Endpoint>>,
) => {
  const isServed = (name: string): name is RoutesOf<Name> => Object.hasOwn(endpoints, name)
  const served = Object.entries(routes).flatMap(([name, route]): Served[] =>
    isServed(name) ? [{ route, endpoint: endpoints[name] }] : [],
  )
  return middy<APIGatewayProxyEvent, Answer>().use(faults).handler(dispatch(served))
}
