import { SecretValue } from 'aws-cdk-lib'
import {
  type AttributeMapping,
  ProviderAttribute,
  SigningAlgorithm,
  type UserPool,
  UserPoolIdentityProviderOidc,
  UserPoolIdentityProviderSaml,
  UserPoolIdentityProviderSamlMetadata,
} from 'aws-cdk-lib/aws-cognito'
import { Construct, type IDependable } from 'constructs'
import type { IdentityProvider } from '../identity-providers.ts'

/** The attribute in which a provider's word about somebody is kept until `pre-token` weighs it. */
export const rolesAttribute = 'roles'

const mappingOf = ({ nameFrom, emailFrom, rolesFrom }: IdentityProvider): AttributeMapping => ({
  fullname: ProviderAttribute.other(nameFrom),
  email: ProviderAttribute.other(emailFrom),
  custom: { [rolesAttribute]: ProviderAttribute.other(rolesFrom) },
})

/** The forces' own sign-ins, and that of the centre. What each may say of people is decided in `functions/pre-token`. */
export class IdentityProviders extends Construct {
  readonly names: readonly string[]
  readonly all: readonly IDependable[]

  constructor(scope: Construct, id: string, userPool: UserPool, providers: readonly IdentityProvider[]) {
    super(scope, id)
    this.names = providers.map(({ name }) => name)
    this.all = providers.map((provider) => this.#provider(userPool, provider))
  }

  #provider(userPool: UserPool, provider: IdentityProvider) {
    const common = { userPool, name: provider.name, attributeMapping: mappingOf(provider) }
    if (provider.protocol === 'saml')
      return new UserPoolIdentityProviderSaml(this, provider.name, {
        ...common,
        metadata: UserPoolIdentityProviderSamlMetadata.url(provider.metadataUrl),
        requestSigningAlgorithm: SigningAlgorithm.RSA_SHA256,
        // An answer that nobody here asked for could be somebody else's.
        idpInitiated: false,
      })
    return new UserPoolIdentityProviderOidc(this, provider.name, {
      ...common,
      clientId: provider.clientId,
      // Looked up by CloudFormation when it deploys: the template holds the name only.
      clientSecret: SecretValue.secretsManager(provider.clientSecretName).unsafeUnwrap(),
      issuerUrl: provider.issuer,
      scopes: ['openid', 'profile', 'email'],
    })
  }
}
