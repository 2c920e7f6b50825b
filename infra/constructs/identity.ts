import { Duration } from 'aws-cdk-lib'
import { CognitoUserPoolsAuthorizer } from 'aws-cdk-lib/aws-apigateway'
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  OAuthScope,
  StringAttribute,
  UserPool,
  UserPoolClientIdentityProvider,
  UserPoolGroup,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { office } from '../../shared/contracts/access.ts'
import type { Settings } from '../settings.ts'
import { type Protection, protections } from '../stages.ts'
import type { Alarms } from './alarms.ts'
import type { Data } from './data.ts'
import { IdentityProviders, rolesAttribute } from './identity-providers.ts'
import { apiIdentifier, type Credentials, MachineClients, use } from './machine-clients.ts'
import { ServiceFunction } from './service-function.ts'

/** What the pages need to sign people in. */
export type SignIn = { readonly issuer: string; readonly origin: string; readonly clientId: string }

export type IdentityProps = {
  readonly bundles: string
  readonly alarms: Alarms
  readonly data: Data
  readonly protection: Protection
  readonly settings: Settings
}

/** Who signs in, what their tokens say of them, and the scope that a token must carry for any route of the API. */
export class Identity extends Construct {
  readonly authorizer: CognitoUserPoolsAuthorizer
  readonly requiredScope = `${apiIdentifier}/${use.scopeName}`
  readonly signIn: SignIn
  readonly userPoolId: string
  readonly machineClientIds: ReadonlyMap<string, string>
  /** What the walk through the service signs in with. */
  readonly canaryClients: ReadonlyMap<string, Credentials>

  constructor(scope: Construct, id: string, props: IdentityProps) {
    super(scope, id)
    const { settings } = props
    const userPool = this.#userPool(props)
    this.userPoolId = userPool.userPoolId
    this.#decideClaims(userPool, props)
    office.options.forEach((groupName) => new UserPoolGroup(this, groupName, { userPool, groupName }))
    const providers = new IdentityProviders(this, 'Providers', userPool, settings.identityProviders)
    const domain = userPool.addDomain('SignIn', { cognitoDomain: { domainPrefix: settings.signInDomain } })
    const machines = new MachineClients(this, 'Machines', userPool, {
      accesses: settings.machineClients,
      ofCanary: canaryAccesses(settings),
    })
    this.machineClientIds = machines.ids
    this.canaryClients = machines.canary
    this.signIn = {
      issuer: userPool.userPoolProviderUrl,
      origin: domain.baseUrl(),
      clientId: pagesOf(userPool, settings, providers).userPoolClientId,
    }
    this.authorizer = new CognitoUserPoolsAuthorizer(this, 'Authorizer', { cognitoUserPools: [userPool] })
  }

  #userPool({ protection }: IdentityProps) {
    return new UserPool(this, 'UserPool', {
      // The least that lets a function add claims to access tokens, those of machines included.
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      customAttributes: { [rolesAttribute]: new StringAttribute({ mutable: true, maxLen: 2048 }) },
      deletionProtection: protection.deletionProtection,
      removalPolicy: protection.removalPolicy,
    })
  }

  #decideClaims(userPool: UserPool, { bundles, alarms, data, settings }: IdentityProps) {
    const offices = settings.identityProviders.map(({ name, offices: named }) => [name, named])
    const preToken = new ServiceFunction(this, {
      name: 'pre-token',
      does: 'Says in each token what its bearer may do',
      bundles,
      alarms,
      memoryMiB: 512,
      // Cognito waits for five seconds.
      timeout: Duration.seconds(5),
      environment: {
        SIGN_IN_OFFICES: JSON.stringify(Object.fromEntries(offices)),
        SIGN_INS_TABLE: data.signIns.tableName,
      },
      onFault: {
        whoIsHarmed: 'Somebody, or some force’s system, could not sign in.',
        whatToDo: 'Read the errors in the log of the function pre-token; nobody gets in who should not.',
      },
    })
    data.letPut(preToken, data.signIns)
    userPool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, preToken.live, LambdaVersion.V3_0)
  }
}

/** The walk is a force's system, and where it registers referrals, one of the UKFIU as well. */
const canaryAccesses = ({ stage, canaryOrganisation, privateVpcEndpoint }: Settings) => {
  // From outside there is no way to a service behind a private endpoint, so nothing walks.
  if (privateVpcEndpoint !== undefined) return new Map<string, string>()
  const force = ['force', `force.${canaryOrganisation}`] as const
  return new Map(protections[stage].walk.registers ? [force, ['ukfiu', 'ukfiu']] : [force])
}

/**
 * The pages as a client of the user pool. It is a public one: a code is good for nothing without the verifier that
 * lies in the person's own cookie, and a secret could be had only by code of CDK's own running in the account.
 */
const pagesOf = (
  userPool: UserPool,
  { serviceUrl, localUsers }: Pick<Settings, 'serviceUrl' | 'localUsers'>,
  providers: IdentityProviders,
) => {
  const pages = userPool.addClient('Pages', {
    generateSecret: false,
    // Named so that no other way than the sign-in page is left on: it would give tokens that may change attributes.
    authFlows: { userSrp: false },
    supportedIdentityProviders: [
      ...(localUsers ? [UserPoolClientIdentityProvider.COGNITO] : []),
      ...providers.names.map((name) => UserPoolClientIdentityProvider.custom(name)),
    ],
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID],
      callbackUrls: [`${serviceUrl}/sign-in/callback`],
      logoutUrls: [`${serviceUrl}/signed-out`],
    },
    readAttributes: new ClientAttributes().withStandardAttributes({ fullname: true, email: true }),
    writeAttributes: writable(),
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
  })
  pages.node.addDependency(...providers.all)
  return pages
}

/**
 * Cognito writes what a provider says through the client, so the client must be able to. A person can't: it takes the
 * scope `aws.cognito.signin.user.admin`, which this client gives to nobody; and what `roles` says of somebody who did
 * not come by a provider is not read.
 */
const writable = () =>
  new ClientAttributes()
    .withStandardAttributes({ fullname: true, email: true })
    .withCustomAttributes(rolesAttribute)
