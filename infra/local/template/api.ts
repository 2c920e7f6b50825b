import * as z from 'zod'
import { resourcesOf, type ResourceType, type TemplateDocument } from './document.ts'
import { readGatewayResponses, type GatewayResponse } from './gateway-responses.ts'
import { rootOf } from './references.ts'
import type { Resolve } from './resolver.ts'
import { unsupported } from './unsupported.ts'

const RestApi: ResourceType<{ BinaryMediaTypes: string[]; MinimumCompressionSize?: number | undefined }> = {
  type: 'AWS::ApiGateway::RestApi',
  shape: z.strictObject({
    BinaryMediaTypes: z.array(z.string()).default([]),
    MinimumCompressionSize: z.int().nonnegative().optional(),
  }),
  without: [
    'ApiKeySourceType',
    'Description',
    'DisableExecuteApiEndpoint',
    'EndpointAccessMode',
    'EndpointConfiguration',
    'Name',
    'Policy',
    'SecurityPolicy',
    'Tags',
  ],
}

const ApiResource: ResourceType<{ ParentId: string; PathPart: string }> = {
  type: 'AWS::ApiGateway::Resource',
  shape: z.strictObject({ ParentId: z.string(), PathPart: z.string() }),
  without: ['RestApiId'],
}

const Authorizer: ResourceType<object> = {
  type: 'AWS::ApiGateway::Authorizer',
  shape: z.strictObject({
    Type: z.literal('COGNITO_USER_POOLS'),
    IdentitySource: z.literal('method.request.header.Authorization'),
  }),
  without: ['AuthorizerResultTtlInSeconds', 'Name', 'ProviderARNs', 'RestApiId'],
}

const MethodProperties = z.strictObject({
  HttpMethod: z.string(),
  ResourceId: z.string(),
  AuthorizationType: z.enum(['NONE', 'COGNITO_USER_POOLS']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
  ApiKeyRequired: z.literal(false).optional(),
  Integration: z.strictObject({
    Type: z.literal('AWS_PROXY'),
    IntegrationHttpMethod: z.literal('POST'),
    Uri: z.string().regex(/:lambda:path\/2015-03-31\/functions\/.+\/invocations$/),
  }),
})
const Method: ResourceType<z.infer<typeof MethodProperties>> = {
  type: 'AWS::ApiGateway::Method',
  shape: MethodProperties,
  without: ['MethodResponses', 'OperationName', 'RestApiId'],
}

export type ApiRoute = {
  /** In upper case, or `ANY`. */
  readonly method: string
  /** As API Gateway writes it: `/v1/referrals/{id}`, `/{proxy+}`. */
  readonly path: string
  readonly functionArn: string
  /** The scopes a token must carry; `undefined` where none is asked for. */
  readonly scopes: readonly string[] | undefined
}

export type Api = {
  readonly routes: readonly ApiRoute[]
  readonly gatewayResponses: ReadonlyMap<string, GatewayResponse>
  readonly binaryMediaTypes: readonly string[]
  /** In bytes: what is at least so long is compressed for whoever takes it so; `undefined` when nothing is. */
  readonly compressFrom: number | undefined
}

/** The REST API with its methods, each given the whole path of its resource. */
export const readApi = (template: TemplateDocument, resolve: Resolve): Api => {
  const apis = [...resourcesOf(template, RestApi, resolve)]
  const [apiId, properties] = apis[0] ?? ['', { BinaryMediaTypes: [], MinimumCompressionSize: undefined }]
  if (apis.length > 1) throw unsupported(RestApi.type, 'more than one API')
  // Read for its strictness alone: an authorizer of another kind would not be honoured.
  resourcesOf(template, Authorizer, resolve)
  const resources = resourcesOf(template, ApiResource, resolve)
  const pathOf = (id: string): string => {
    const resource = resources.get(id)
    if (resource) return `${pathOf(resource.ParentId).replace(/\/$/, '')}/${resource.PathPart}`
    if (id === rootOf(apiId)) return '/'
    throw unsupported(Method.type, `the resource ${id}, which the template doesn't have`)
  }
  return {
    routes: [...resourcesOf(template, Method, resolve).values()].map((method) => routeOf(method, pathOf)),
    gatewayResponses: readGatewayResponses(template, resolve),
    binaryMediaTypes: properties.BinaryMediaTypes,
    compressFrom: properties.MinimumCompressionSize,
  }
}

const routeOf = (method: z.infer<typeof MethodProperties>, pathOf: (id: string) => string): ApiRoute => ({
  method: method.HttpMethod,
  path: pathOf(method.ResourceId),
  functionArn: method.Integration.Uri.replace(/^.*\/functions\//, '').replace(/\/invocations$/, ''),
  scopes: method.AuthorizationType === 'NONE' ? undefined : method.AuthorizationScopes,
})
