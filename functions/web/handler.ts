import middy, { type MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { problem } from '../../shared/contracts/problem.ts'
import { answerProblem } from '../../shared/runtime/answer.ts'
import { onBehalfOf } from '../../shared/runtime/correlation.ts'
import { logger } from '../../shared/runtime/logger.ts'
import { openPages } from './account.ts'
import { faulty } from './messages.ts'
import { servePage } from './serve.ts'
import { respondWith, type Web } from './visit.ts'

/** An address below the API's that no route has. */
const noSuchRoute = () =>
  answerProblem(problem(404, 'There is nothing at this address. Check the path and the method.')).response

const answerVisit = async (web: Web, event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const now = Date.parse(web.dependencies.clock.now())
  const visit = { event, now, visitor: await web.sessions.visitor(event, now) }
  const open = openPages[`${event.httpMethod} ${event.path}`]
  return open ? open(web, visit) : servePage(web, visit)
}

const dispatch =
  (web: Web) =>
  async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    if (event.path.startsWith('/v1/')) return noSuchRoute()
    const asset = event.httpMethod === 'GET' ? await web.rendering.assets.answer(event.path) : undefined
    if (asset) return asset
    return onBehalfOf(event.requestContext.requestId, () => answerVisit(web, event))
  }

/** A fault is logged for us, and told without a word of how the service works inside. */
const faults = (web: Web): MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult> => ({
  onError: (request) => {
    onBehalfOf(request.event.requestContext.requestId, () =>
      logger.error('The page failed', { fault: request.error, awsRequestId: request.context.awsRequestId }),
    )
    const visit = { event: request.event, visitor: { kind: 'stranger' as const }, now: 0 }
    request.response = respondWith(web, visit, faulty)
  },
})

/** The Lambda handler of the pages. */
export const pagesHandler = (web: Web) =>
  middy<APIGatewayProxyEvent, APIGatewayProxyResult>().use(faults(web)).handler(dispatch(web))
