import type { APIGatewayProxyEvent } from 'aws-lambda'
import { randomUUID } from 'node:crypto'
import { routes, type RouteName } from '../../shared/contracts/routes.ts'

const identity = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp: '',
  user: null,
  userAgent: null,
  userArn: null,
}

/** A request as API Gateway hands it on, with nothing in it but what is named. */
export const eventWith = (fields: Partial<APIGatewayProxyEvent> = {}): APIGatewayProxyEvent => ({
  resource: '/',
  path: '/',
  httpMethod: 'GET',
  headers: {},
  multiValueHeaders: {},
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  pathParameters: null,
  stageVariables: null,
  body: null,
  isBase64Encoded: false,
  requestContext: {
    accountId: '',
    apiId: '',
    authorizer: null,
    protocol: '',
    httpMethod: 'GET',
    identity,
    path: '/',
    stage: '',
    requestId: '',
    requestTimeEpoch: 0,
    resourceId: '',
    resourcePath: '/',
  },
  ...fields,
})

/** A request by a route's name, by somebody whose token has these claims. */
type RoutedRequest = {
  readonly route: RouteName
  readonly claims: object
  /** What stands in the places of the path. */
  readonly path?: Readonly<Record<string, string>> | undefined
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
}

/** A request to one of the routes, as API Gateway hands it on. */
export const eventTo = ({ route, claims, path, query, headers, body }: RoutedRequest) => {
  const { method, path: resource } = routes[route]
  const { requestContext } = eventWith()
  return eventWith({
    resource,
    path: resource.replaceAll(/\{(\w+)\}/g, (_, name: string) => path?.[name] ?? ''),
    httpMethod: method,
    headers: { 'Content-Type': 'application/json', ...headers },
    pathParameters: path ? { ...path } : null,
    queryStringParameters: query ? { ...query } : null,
    body: body === undefined ? null : JSON.stringify(body),
    requestContext: { ...requestContext, requestId: randomUUID(), authorizer: { claims } },
  })
}
