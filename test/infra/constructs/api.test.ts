import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { type Route, routes } from '../../../shared/contracts/routes.ts'
import { declaredFunction } from './functions.ts'
import { readable, resourcesOf } from './synthesized.ts'

const parts = resourcesOf(
  'AWS::ApiGateway::Resource',
  z.object({ ParentId: z.unknown(), PathPart: z.string() }),
)
const pathOf = (id: string): string => {
  const part = parts.get(id)
  return part ? `${pathOf(readable(part.ParentId))}/${part.PathPart}` : ''
}

const methods = [
  ...resourcesOf(
    'AWS::ApiGateway::Method',
    z.looseObject({
      HttpMethod: z.string(),
      ResourceId: z.unknown(),
      Integration: z.object({ Type: z.string(), Uri: z.unknown() }),
    }),
  ).values(),
].map((method) => ({ ...method, route: `${method.HttpMethod} ${pathOf(readable(method.ResourceId))}` }))

const stages = resourcesOf(
  'AWS::ApiGateway::Stage',
  z.object({
    AccessLogSetting: z.object({ Format: z.string() }),
    MethodSettings: z.array(z.record(z.string(), z.unknown())),
  }),
)

const everyRoute = Object.values<Route>(routes)

/** Whatever no route of the table has is a page, or refused by the pages. */
const pages = ['GET ', 'GET /{proxy+}', 'POST /{proxy+}']

test('the API has exactly the routes of the table of routes and the pages: no other, and no OPTIONS', () => {
  const wanted = everyRoute.map(({ method, path }) => `${method} ${path}`).concat(pages)
  expect(methods.map(({ route }) => route).toSorted()).toEqual(wanted.toSorted())
})

const permissions = [
  ...resourcesOf(
    'AWS::Lambda::Permission',
    z.object({ FunctionName: z.unknown(), Principal: z.string(), SourceArn: z.unknown() }),
  ).values(),
]

describe.each(everyRoute)('$method $path', ({ method, path, servedBy, allowed }) => {
  const declared = methods.find(({ route }) => route === `${method} ${path}`)
  const server = declaredFunction(servedBy).live

  test('is served by the function that the table names', () => {
    expect(declared?.Integration.Type).toBe('AWS_PROXY')
    expect(readable(declared?.Integration.Uri)).toContain(`/functions/${server}/invocations`)
  })

  test('is one that API Gateway may call that function for', () => {
    const source = `/${method}${path.replaceAll(/\{\w+\}/g, '*')}`
    const granted = permissions.filter(({ SourceArn }) => readable(SourceArn).endsWith(source))
    expect(granted.map(({ FunctionName }) => readable(FunctionName))).toEqual([server])
  })

  test(`needs ${allowed === 'public' ? 'no token' : 'a token with the scope of this service'}`, () => {
    const authorizers = resourcesOf('AWS::ApiGateway::Authorizer', z.object({ Type: z.string() }))
    const [[authorizer, { Type }] = ['', { Type: '' }]] = authorizers
    const needed = {
      AuthorizationType: Type,
      AuthorizerId: { Ref: authorizer },
      AuthorizationScopes: ['sar-outcomes/use'],
    }
    expect(Type).toBe('COGNITO_USER_POOLS')
    expect(declared).toMatchObject(allowed === 'public' ? { AuthorizationType: 'NONE' } : needed)
  })
})

test('functions may be called by API Gateway for these routes and by nobody else, but for the one that Cognito asks', () => {
  const expected = [...everyRoute, ...pages].map(() => 'apigateway.amazonaws.com')
  const callers = permissions.map(({ Principal }) => Principal)
  expect(callers.toSorted()).toEqual([...expected, 'cognito-idp.amazonaws.com'].toSorted())
  const cognito = permissions.find(({ Principal }) => Principal === 'cognito-idp.amazonaws.com')
  expect(readable(cognito?.FunctionName)).toBe(declaredFunction('pre-token').live)
  expect(readable(cognito?.SourceArn)).toMatch(/^IdentityUserPool\w+\.Arn$/)
})

test('the stage limits how fast it is called, and logs calls without their content', () => {
  const [stage, ...others] = stages.values()
  expect(others).toEqual([])
  expect(stage?.MethodSettings).toEqual([
    {
      HttpMethod: '*',
      ResourcePath: '/*',
      ThrottlingRateLimit: 50,
      ThrottlingBurstLimit: 100,
      DataTraceEnabled: false,
      LoggingLevel: 'OFF',
      MetricsEnabled: true,
    },
  ])
  expect(stage?.AccessLogSetting.Format).not.toMatch(/requestOverride|identity|path\b|body|querystring/)
})
