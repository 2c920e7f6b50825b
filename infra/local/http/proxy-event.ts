import type { IncomingMessage } from 'node:http'
import { account } from '../template/resolver.ts'
import type { Match } from './router.ts'

export type ProxyEventParts = {
  readonly request: IncomingMessage
  readonly match: Match
  readonly path: string
  readonly search: URLSearchParams
  readonly body: Buffer
  readonly claims: Readonly<Record<string, string>> | undefined
  readonly binaryMediaTypes: readonly string[]
  readonly requestId: string
  readonly now: Date
}

type ManyValues = Readonly<Record<string, readonly string[]>>

/** The event that API Gateway's Lambda proxy integration hands to a function (`APIGatewayProxyEvent`). */
export const proxyEvent = (parts: ProxyEventParts) => {
  const { request, match, path, search, body, claims, requestId, now } = parts
  const headers = headersOf(request)
  const query = queryOf(search)
  const { route, pathParameters } = match
  const method = request.method ?? ''
  const binary = isBinary(request.headers['content-type'], parts.binaryMediaTypes)
  return {
    resource: route.path,
    path,
    httpMethod: method,
    headers: lastValues(headers),
    multiValueHeaders: headers,
    queryStringParameters: orNull(lastValues(query)),
    multiValueQueryStringParameters: orNull(query),
    pathParameters: orNull(pathParameters),
    stageVariables: null,
    requestContext: {
      accountId: account,
      apiId: 'local',
      authorizer: claims && { claims },
      httpMethod: method,
      identity: {
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? null,
      },
      path,
      protocol: `HTTP/${request.httpVersion}`,
      requestId,
      requestTimeEpoch: now.getTime(),
      resourcePath: route.path,
      stage: 'local',
    },
    body: body.length === 0 ? null : body.toString(binary ? 'base64' : 'utf8'),
    isBase64Encoded: binary && body.length > 0,
  }
}

const headersOf = ({ rawHeaders }: IncomingMessage): ManyValues =>
  grouped(
    rawHeaders.flatMap((name, index): [string, string][] =>
      index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
    ),
  )

const queryOf = (search: URLSearchParams): ManyValues => grouped([...search])

const grouped = (pairs: readonly (readonly [string, string])[]): ManyValues =>
  Object.fromEntries(
    [...Map.groupBy(pairs, ([name]) => name)].map(([name, values]) => [
      name,
      values.map(([, value]) => value),
    ]),
  )

const lastValues = (values: ManyValues) =>
  Object.fromEntries(Object.entries(values).map(([name, list]) => [name, list.at(-1) ?? '']))

const orNull = <Values extends object>(values: Values) => (Object.keys(values).length === 0 ? null : values)

/** API Gateway hands over as bytes what the API's binary media types name, and everything else as text. */
const isBinary = (contentType: string | undefined, binaryMediaTypes: readonly string[]) => {
  const [type = ''] = (contentType ?? '').split(';')
  const [family] = type.split('/')
  return ['*/*', type.trim(), `${family}/*`].some((name) => binaryMediaTypes.includes(name))
}
