import { RemovalPolicy } from 'aws-cdk-lib'
import { CognitoUserPoolsAuthorizer } from 'aws-cdk-lib/aws-apigateway'
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  ResourceServerScope,
  StringAttribute,
  UserPool,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import type { Settings } from '../settings.ts'

const apiIdentifier = 'sar-outcomes'

const use = new ResourceServerScope({
  scopeName: 'use',
  scopeDescription: 'Use the SAR outcome feedback service',
})

/** Who signs in, and the scope that a token must carry for any route of the API. */
export class Identity extends Construct {
  readonly authorizer: CognitoUserPoolsAuthorizer
  readonly requiredScope = `${apiIdentifier}/${use.scopeName}`

  constructor(scope: Construct, id: string, { signInDomain }: Pick<Settings, 'signInDomain'>) {
    super(scope, id)
    const userPool = new UserPool(this, 'UserPool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: { minLength: 14 },
      // What a person may do. No app client may list these among the attributes its users can write.
      customAttributes: {
        role: new StringAttribute({ mutable: true }),
        organisation: new StringAttribute({ mutable: true }),
        restricted: new StringAttribute({ mutable: true }),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    userPool.addDomain('SignIn', { cognitoDomain: { domainPrefix: signInDomain } })
    userPool.addResourceServer('Api', { identifier: apiIdentifier, scopes: [use] })
    this.authorizer = new CognitoUserPoolsAuthorizer(this, 'Authorizer', { cognitoUserPools: [userPool] })
  }
}
