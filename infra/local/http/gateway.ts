import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Verify } from '../identity/verify.ts'
import type { FunctionHost } from '../lambda/function-host.ts'
import type { Api } from '../template/api.ts'
import { type Answer, problem } from './answer.ts'
import { atOnce } from './at-once.ts'
import { readBody } from './body.ts'
import { compressed } from './compression.ts'
import { proxyEvent } from './proxy-event.ts'
import { answerOf } from './proxy-result.ts'
import { type Match, routerOf } from './router.ts'

export type GatewayParts = {
  readonly api: Api
  readonly invoke: FunctionHost['invoke']
  readonly verify: Verify
  readonly now: () => Date
  /** As many requests as are answered at the same time; others are told to come again. */
  readonly mostAtOnce?: number
}

export type Gateway = (request: IncomingMessage) => Promise<Answer>

/** As much as API Gateway takes. */
const bodyLimit = 10 * 1024 * 1024

/** Stands where the REST API stands when deployed: routes, tokens, events for the functions, refusals of its own. */
export const gatewayOf = ({ api, invoke, verify, now, mostAtOnce = 32 }: GatewayParts): Gateway => {
  const ifThereIsRoom = atOnce(mostAtOnce)
  const route = routerOf(api.routes)
  const refuse = (type: RefusalType) => refusal(api, type)

  const authorise = async ({ route: { scopes } }: Match, request: IncomingMessage) =>
    scopes === undefined
      ? { ok: true as const, claims: undefined }
      : verify(request.headers.authorization, scopes)

  const call = async (functionArn: string, event: object) => {
    const result = await invoke(functionArn, event)
    if (!result.ok) return refuse(result.timedOut ? 'INTEGRATION_TIMEOUT' : 'INTEGRATION_FAILURE')
    return answerOf(result.payload) ?? refuse('API_CONFIGURATION_ERROR')
  }

  return async (request) => {
    const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s)
    const match = route(request.method ?? '', path)
    if (!match) return refuse('MISSING_AUTHENTICATION_TOKEN')
    const authorised = await authorise(match, request)
    if (!authorised.ok) return refuse('UNAUTHORIZED')
    const body = await readBody(request, bodyLimit)
    if (!body) return refuse('REQUEST_TOO_LARGE')
    const requestId = randomUUID()
    const event = proxyEvent({
      request,
      match,
      path,
      search: new URLSearchParams(query),
      body,
      claims: authorised.claims,
      binaryMediaTypes: api.binaryMediaTypes,
      requestId,
      now: now(),
    })
    const answer = await ifThereIsRoom(() => call(match.route.functionArn, event))
    if (!answer) return refuse('THROTTLED')
    const named = { ...answer, headers: { ...answer.headers, 'x-amzn-requestid': requestId } }
    return compressed(named, request.headers['accept-encoding'], api.compressFrom)
  }
}

/** The refusals that can arise here, with the status that API Gateway gives each unless the template gives another. */
const statuses = {
  MISSING_AUTHENTICATION_TOKEN: 403,
  UNAUTHORIZED: 401,
  REQUEST_TOO_LARGE: 413,
  THROTTLED: 429,
  INTEGRATION_FAILURE: 502,
  INTEGRATION_TIMEOUT: 504,
  API_CONFIGURATION_ERROR: 502,
} as const
type RefusalType = keyof typeof statuses

const refusal = ({ gatewayResponses }: Api, type: RefusalType): Answer => {
  const status = statuses[type]
  const fallback = status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX'
  const response = gatewayResponses.get(type) ?? gatewayResponses.get(fallback)
  if (!response) return problem(status, 'The request could not be answered.')
  return { status: response.status ?? status, headers: response.headers, body: response.body }
}
