import middy, { type MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { principalOf } from '../contracts/claims.ts'
import { problem } from '../contracts/problem.ts'
import { routes, type Route, type RouteName } from '../contracts/routes.ts'
import type { Principal } from '../domain/principal.ts'
import type { AccessLogStore } from '../store/access-log.ts'
import { answerProblem, answerRefusal, type Answer } from './answer.ts'
import { onBehalfOf } from './correlation.ts'
import type { Endpoint } from './endpoint.ts'
import { loggedClaims, logAccess, type Access } from './log-access.ts'
import { logger } from './logger.ts'

/** The routes that a function serves. */
export type RoutesOf<Name extends Route['servedBy']> = {
  [Each in RouteName]: (typeof routes)[Each]['servedBy'] extends Name ? Each : never
}[RouteName]

type Served = { readonly name: string; readonly route: Route; readonly endpoint: Endpoint }

const mayCall = ({ allowed }: Route, principal: Principal | undefined): boolean =>
  allowed === 'public' || (principal !== undefined && allowed.includes(principal.role))

const accessTo = (
  { name, route }: Served,
  { requestContext, path, pathParameters }: APIGatewayProxyEvent,
  { response, referrals }: Answer,
): Access => ({
  requestId: requestContext.requestId,
  route: name,
  path,
  processing: route.logged,
  principal: loggedClaims(requestContext.authorizer?.['claims']),
  status: response.statusCode,
  asked: pathParameters?.['id'],
  shown: referrals,
})

const answerTo = async (asked: Served, event: APIGatewayProxyEvent): Promise<Answer> => {
  const principal = principalOf(event.requestContext.authorizer?.['claims'])
  return mayCall(asked.route, principal)
    ? asked.endpoint(event, principal)
    : answerRefusal({ kind: 'not_permitted' })
}

type AccessLog = Pick<AccessLogStore, 'append'> | undefined

/** Answers, but only with what could first be logged. */
const dispatch =
  (all: readonly Served[], accessLog: AccessLog) =>
  async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const asked = all.find(({ route }) => route.method === event.httpMethod && route.path === event.resource)
    if (!asked) throw new Error(`No endpoint for ${event.httpMethod} ${event.resource}`)
    return onBehalfOf(event.requestContext.requestId, async () => {
      const answered = await answerTo(asked, event)
      await logAccess(accessLog, accessTo(asked, event, answered))
      return answered.response
    })
  }

/** A fault is logged for us and told to the caller without a word of how the service works inside. */
const faults: MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult> = {
  onError: (request) => {
    onBehalfOf(request.event.requestContext.requestId, () =>
      logger.error('The request failed', {
        fault: request.error,
        awsRequestId: request.context.awsRequestId,
      }),
    )
    request.response = answerProblem(
      problem(
        500,
        'The service failed; nothing was half done. Try again, and tell the UKFIU if it fails again.',
      ),
    ).response
  },
}

const servedFrom = <Name extends Route['servedBy']>(
  endpoints: Readonly<Record<RoutesOf<Name>, Endpoint>>,
): Served[] => {
  const isServed = (name: string): name is RoutesOf<Name> => Object.hasOwn(endpoints, name)
  return Object.entries(routes).flatMap(([name, route]) =>
    isServed(name) ? [{ name, route, endpoint: endpoints[name] }] : [],
  )
}

/**
 * The Lambda handler of a function: every route that it serves, no more and no fewer; who may call each is decided
 * before its endpoint runs, and each answer is in the access log before it leaves.
 */
export const apiHandler = <Name extends Route['servedBy']>(
  accessLog: AccessLog,
  endpoints: Readonly<Record<RoutesOf<Name>, Endpoint>>,
) =>
  middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .use(faults)
    .handler(dispatch(servedFrom(endpoints), accessLog))
