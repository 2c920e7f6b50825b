import { referenceData } from '../../../shared/runtime/reference-data.ts'

export const known = {
  organisations: referenceData.organisations,
  offices: { nca: ['ukfiu', 'sta_author'], 'home-office': ['auditor'] },
} as const

type Attributes = Readonly<Record<string, string>>

/** What Cognito writes about somebody who signed in by a provider. */
export const signedInBy = (providerName: string): Attributes => ({
  'cognito:user_status': 'EXTERNAL_PROVIDER',
  identities: JSON.stringify([
    { userId: 'pat@example', providerName, providerType: 'SAML', primary: 'true' },
  ]),
})

export const ofPool: Attributes = { 'cognito:user_status': 'CONFIRMED' }

/** The request that Cognito makes when a person signs in. */
export const person = (attributes: Attributes, groups: readonly string[] = []) => ({
  version: '3',
  triggerSource: 'TokenGeneration_HostedAuth',
  region: 'eu-west-2',
  userPoolId: 'eu-west-2_example',
  userName: 'pat',
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'pages' },
  request: {
    userAttributes: { sub: 'b5e1', name: 'Pat Brook', email: 'pat@example', ...attributes },
    groupConfiguration: { groupsToOverride: [...groups], iamRolesToOverride: [], preferredRole: null },
    scopes: ['openid'],
  },
  response: { claimsAndScopeOverrideDetails: null },
})

/** The request that Cognito makes when a system asks for a token with its own secret. */
export const machine = (...scopes: readonly string[]) => ({
  version: '3',
  triggerSource: 'TokenGeneration_ClientCredentials',
  region: 'eu-west-2',
  userPoolId: 'eu-west-2_example',
  userName: 'ClientCredentials',
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: '1example23456789' },
  request: { userAttributes: null, groupConfiguration: null, scopes: [...scopes] },
  response: { claimsAndScopeOverrideDetails: null },
})
