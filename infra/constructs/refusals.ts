import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway'
import { problem } from '../../shared/contracts/problem.ts'

type Refusal = {
  readonly status: number
  readonly detail: string
  readonly headers?: Readonly<Record<string, string>>
}

const unauthorised: Refusal = {
  status: 401,
  detail: 'The bearer token is missing, has expired or is not one of this service: sign in again.',
  headers: { 'WWW-Authenticate': 'Bearer' },
}
const forbidden: Refusal = { status: 403, detail: 'This token does not allow that.' }
const notFound: Refusal = {
  status: 404,
  detail: 'There is nothing at this address. Check the path and the method.',
}
const unreadable: Refusal = { status: 400, detail: 'The request could not be read.' }
const tooLarge: Refusal = { status: 413, detail: 'The request is larger than the service takes: shorten it.' }
const notJson: Refusal = { status: 415, detail: 'Send the body as application/json.' }
const tooMany: Refusal = {
  status: 429,
  detail: 'Too many requests in a short time: wait a few seconds and try again.',
  headers: { 'Retry-After': '5' },
}
const fault: Refusal = {
  status: 500,
  detail: 'The service failed. Try again, and tell the UKFIU if it fails again.',
}
const tooSlow: Refusal = {
  status: 504,
  detail:
    'The service took too long to answer: look whether what you sent has arrived before you send it again.',
}

/** What API Gateway answers by itself, before or instead of a function. */
const refusals = new Map<ResponseType, Refusal>([
  [ResponseType.DEFAULT_4XX, unreadable],
  [ResponseType.BAD_REQUEST_BODY, unreadable],
  [ResponseType.BAD_REQUEST_PARAMETERS, unreadable],
  [ResponseType.UNAUTHORIZED, unauthorised],
  [ResponseType.EXPIRED_TOKEN, unauthorised],
  [ResponseType.ACCESS_DENIED, forbidden],
  [ResponseType.INVALID_API_KEY, forbidden],
  [ResponseType.INVALID_SIGNATURE, forbidden],
  [ResponseType.WAF_FILTERED, forbidden],
  // API Gateway's name for a path or method that no route has.
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, notFound],
  [ResponseType.RESOURCE_NOT_FOUND, notFound],
  [ResponseType.REQUEST_TOO_LARGE, tooLarge],
  [ResponseType.UNSUPPORTED_MEDIA_TYPE, notJson],
  [ResponseType.THROTTLED, tooMany],
  [ResponseType.QUOTA_EXCEEDED, tooMany],
  [ResponseType.DEFAULT_5XX, fault],
  [ResponseType.INTEGRATION_TIMEOUT, tooSlow],
])

/** Makes each of API Gateway's own refusals a problem document (RFC 9457), like those of the functions. */
export const addRefusals = (api: RestApi) => {
  refusals.forEach(({ status, detail, headers }, type) => {
    api.addGatewayResponse(type.responseType, {
      type,
      statusCode: String(status),
      responseHeaders: quoted({ ...always, ...headers }),
      templates: { 'application/json': JSON.stringify(problem(status, detail)) },
    })
  })
}

/** The template is chosen as JSON, and then named more exactly. */
const always = {
  'Content-Type': 'application/problem+json',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
}

/** API Gateway takes a fixed header value in single quotes; without them it is an expression. */
const quoted = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `'${value}'`]))
