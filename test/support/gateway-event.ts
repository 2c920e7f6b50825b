import type { APIGatewayProxyEvent } from 'aws-lambda'

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
