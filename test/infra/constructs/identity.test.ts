import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { readable, stackWith } from './synthesized.ts'

const identityProviders = [
  {
    protocol: 'oidc',
    name: 'kent',
    issuer: 'https://login.kent.example/v2.0',
    clientId: 'sar-outcomes',
    clientSecretName: 'sar-outcomes/sign-in/kent',
  },
  {
    protocol: 'saml',
    name: 'nca',
    metadataUrl: 'https://sso.nca.example/metadata',
    offices: ['ukfiu', 'sta_author', 'sta_approver'],
  },
]
const machineClients = 'force.kent.restricted,force.surrey,ukfiu'

const templateWith = (context: Record<string, unknown>) => Template.fromStack(stackWith({ context }).stack)
const resourcesIn = <Shape>(template: Template, type: string, shape: z.ZodType<Shape>) =>
  Object.values(template.findResources(type)).map((found) => shape.parse(found['Properties']))

const Client = z.object({
  GenerateSecret: z.boolean(),
  ExplicitAuthFlows: z.array(z.string()),
  AllowedOAuthFlows: z.array(z.string()),
  AllowedOAuthScopes: z.array(z.unknown()),
  SupportedIdentityProviders: z.array(z.string()).default([]),
  ReadAttributes: z.array(z.string()).optional(),
  WriteAttributes: z.array(z.string()).optional(),
})
const clientsIn = (template: Template) => resourcesIn(template, 'AWS::Cognito::UserPoolClient', Client)
const pagesIn = (template: Template) =>
  clientsIn(template).find(({ AllowedOAuthFlows }) => AllowedOAuthFlows.includes('code'))

const template = templateWith({ identityProviders: JSON.stringify(identityProviders), machineClients })

describe('the user pool', () => {
  const [pool] = resourcesIn(template, 'AWS::Cognito::UserPool', z.looseObject({ UserPoolTier: z.string() }))

  test('asks what a token may say, those of machines included, on a plan that can', () => {
    expect(pool).toMatchObject({
      UserPoolTier: 'ESSENTIALS',
      LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V3_0' } },
    })
  })

  test('lets nobody make an account of their own, and nobody in without a second factor', () => {
    expect(pool).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    })
  })

  test('has no attribute with the name of a claim', () => {
    expect(pool).toMatchObject({ Schema: [{ Name: 'roles' }] })
  })
})

describe('the pages', () => {
  const pages = pagesIn(template)

  test('can be signed in to on the sign-in page only, where no token can change an attribute', () => {
    expect(pages).toMatchObject({
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
    })
  })

  test('are open to every provider, and to accounts of the pool unless there are to be none', () => {
    const context = { identityProviders, localUsers: 'false' }
    expect(pages?.SupportedIdentityProviders).toEqual(['COGNITO', 'kent', 'nca'])
    expect(pagesIn(templateWith(context))?.SupportedIdentityProviders).toEqual(['kent', 'nca'])
  })

  test('let Cognito write what a provider says, and show none of it in a token', () => {
    expect(pages?.WriteAttributes).toEqual(['custom:roles', 'email', 'name'])
    expect(pages?.ReadAttributes).toEqual(['email', 'name'])
  })
})

test.each(machineClients.split(','))(
  'the system %s has a secret, and a scope that no other client has',
  (name) => {
    const own = clientsIn(template).filter(({ AllowedOAuthScopes }) =>
      AllowedOAuthScopes.some((scope) => readable(scope).endsWith(`/${name}`)),
    )
    expect(own).toEqual([
      expect.objectContaining({
        GenerateSecret: true,
        ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
        AllowedOAuthFlows: ['client_credentials'],
      }),
    ])
    const [server = ''] = Object.keys(template.findResources('AWS::Cognito::UserPoolResourceServer'))
    expect(own[0]?.AllowedOAuthScopes.map(readable)).toEqual([`${server}/use`, `${server}/${name}`])
  },
)

test('the secret of a provider is looked up when it is deployed, and what it may name people to is passed on', () => {
  const text = JSON.stringify(template.toJSON())
  expect(text).toContain('{{resolve:secretsmanager:sar-outcomes/sign-in/kent:SecretString:::}}')
  const given = resourcesIn(
    template,
    'AWS::Lambda::Function',
    z.object({ Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }) }),
  ).flatMap(({ Environment: { Variables } }) => Variables['SIGN_IN_OFFICES'] ?? [])
  expect(given).toEqual(['{"kent":[],"nca":["ukfiu","sta_author","sta_approver"]}'])
})

const [kent, nca] = identityProviders

test.each([
  { identityProviders: 'kent' },
  { identityProviders: [{ ...kent, issuer: 'http://login.kent.example' }] },
  { identityProviders: [{ ...kent, name: 'atlantis' }] },
  { identityProviders: [{ ...kent, clientSecret: 'hunter2' }] },
  { identityProviders: [{ ...nca, offices: ['force'] }] },
  { identityProviders: [kent, kent] },
  { machineClients: 'force.atlantis' },
  { machineClients: 'admin' },
  { localUsers: 'false' },
  { localUsers: 'perhaps' },
])('settings that cannot be right stop the synthesis: %j', (context) => {
  expect(() => stackWith({ context })).toThrow(Object.keys(context)[0])
})
