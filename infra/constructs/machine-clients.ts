import { Duration } from 'aws-cdk-lib'
import {
  CfnUserPoolClient,
  OAuthScope,
  ResourceServerScope,
  type UserPool,
  type UserPoolClient,
  type UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'

/** The API in the user pool: tokens carry its scopes. */
export const apiIdentifier = 'sar-outcomes'

/** Asked of every token, for any route. */
export const use = new ResourceServerScope({
  scopeName: 'use',
  scopeDescription: 'Use the SAR outcome feedback service',
})

/** Says of a token that it is the walk's, so that the access log can tell it from people. */
const canaryScope = new ResourceServerScope({
  scopeName: 'canary',
  scopeDescription: 'Be the walk through the service',
})

export type MachineClientsProps = {
  /** What each system is: `force.kent`. */
  readonly accesses: readonly string[]
  /** What the systems of the walk are, by what it calls them. */
  readonly ofCanary: ReadonlyMap<string, string>
}

/** What a client signs in with, known once it is deployed. */
export type Credentials = { readonly id: string; readonly secret: string }

/**
 * The systems that call the API by themselves, each a client with a secret of its own. What a system is, is a scope that
 * the user pool gives to no other client but the walk's: `sar-outcomes/force.kent`.
 */
export class MachineClients extends Construct {
  /** The client id of each, by what it is. */
  readonly ids: ReadonlyMap<string, string>
  /** What the walk signs in with, by what it calls its systems. */
  readonly canary: ReadonlyMap<string, Credentials>
  readonly #userPool: UserPool
  readonly #server: UserPoolResourceServer

  constructor(scope: Construct, id: string, userPool: UserPool, { accesses, ofCanary }: MachineClientsProps) {
    super(scope, id)
    this.#userPool = userPool
    const own = new Map(
      [...accesses, ...ofCanary.values()].map((access) => [
        access,
        new ResourceServerScope({ scopeName: access, scopeDescription: `Be ${access}` }),
      ]),
    )
    const scopes = [use, ...own.values(), canaryScope]
    this.#server = userPool.addResourceServer('Api', { identifier: apiIdentifier, scopes })
    const scopesOf = (access: string) => [use, ...[own.get(access)].filter((each) => each !== undefined)]
    this.ids = new Map(
      accesses.map((access) => [
        access,
        this.#client(`Machine-${access}`, scopesOf(access)).userPoolClientId,
      ]),
    )
    this.canary = new Map(
      [...ofCanary].map(([name, access]) => [
        name,
        credentialsOf(this.#client(`Canary-${name}`, [...scopesOf(access), canaryScope])),
      ]),
    )
  }

  #client(id: string, scopes: readonly ResourceServerScope[]) {
    return this.#userPool.addClient(id, {
      generateSecret: true,
      // Named so that no way of signing in as a person is left on.
      authFlows: { userSrp: false },
      supportedIdentityProviders: [],
      oAuth: {
        flows: { clientCredentials: true },
        scopes: scopes.map((scope) => OAuthScope.resourceServer(this.#server, scope)),
      },
      accessTokenValidity: Duration.hours(1),
      enableTokenRevocation: true,
    })
  }
}

const credentialsOf = ({ userPoolClientId: id, node }: UserPoolClient): Credentials => {
  const { defaultChild: resource } = node
  if (!(resource instanceof CfnUserPoolClient)) throw new Error('The client is of another kind')
  return { id, secret: resource.attrClientSecret }
}
