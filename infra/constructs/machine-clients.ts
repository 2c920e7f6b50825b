import { Duration } from 'aws-cdk-lib'
import { OAuthScope, ResourceServerScope, type UserPool } from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'

/** The API in the user pool: tokens carry its scopes. */
export const apiIdentifier = 'sar-outcomes'

/** Asked of every token, for any route. */
export const use = new ResourceServerScope({
  scopeName: 'use',
  scopeDescription: 'Use the SAR outcome feedback service',
})

/**
 * The systems that call the API by themselves, each a client with a secret of its own. What a system is, is a scope that
 * the user pool gives to no other client: `sar-outcomes/force.kent`.
 */
export class MachineClients extends Construct {
  readonly #ids: ReadonlyMap<string, string>

  constructor(scope: Construct, id: string, userPool: UserPool, accesses: readonly string[]) {
    super(scope, id)
    const own = accesses.map(
      (access) => new ResourceServerScope({ scopeName: access, scopeDescription: `Be ${access}` }),
    )
    const server = userPool.addResourceServer('Api', { identifier: apiIdentifier, scopes: [use, ...own] })
    this.#ids = new Map(
      own.map((ownScope) => {
        const client = userPool.addClient(`Machine-${ownScope.scopeName}`, {
          generateSecret: true,
          // Named so that no way of signing in as a person is left on.
          authFlows: { userSrp: false },
          supportedIdentityProviders: [],
          oAuth: {
            flows: { clientCredentials: true },
            scopes: [OAuthScope.resourceServer(server, use), OAuthScope.resourceServer(server, ownScope)],
          },
          accessTokenValidity: Duration.hours(1),
          enableTokenRevocation: true,
        })
        return [ownScope.scopeName, client.userPoolClientId]
      }),
    )
  }

  /** The client id of each, by what it is. */
  get ids(): ReadonlyMap<string, string> {
    return this.#ids
  }
}
