import { Provider, errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import type { Principal } from '../../../shared/domain/principal.ts'
import type { Artifacts } from './artifacts.ts'
import { type IdentityKeys, signingAlgorithm } from './keys.ts'
import { claimsOf } from './principals.ts'

export const audience = 'sar-outcomes'
export const scope = 'sar-outcomes/use'

/** The name under which OAuth's resource indicators know the API. */
const api = 'urn:sar-outcomes'
const hour = 60 * 60
const clientSecret = 'local'

/** As the deployed user pool does: a client that names no scope gets all of its own, one that names another is refused. */
const settleScope = ({ oidc: { params } }: KoaContextWithOIDC): void => {
  if (params?.['grant_type'] !== 'client_credentials') return
  const asked = params['scope'] ?? scope
  if (asked !== scope) throw new errors.InvalidScope('requested scope is not allowed', scope)
  params['scope'] = asked
}

const resourceIndicators: NonNullable<NonNullable<Configuration['features']>['resourceIndicators']> = {
  enabled: true,
  defaultResource: () => api,
  useGrantedResource: () => true,
  getResourceServerInfo: (context, indicator) => {
    if (indicator !== api) throw new errors.InvalidTarget()
    settleScope(context)
    const jwt = { sign: { alg: signingAlgorithm } } as const
    return { scope, audience, accessTokenTTL: hour, accessTokenFormat: 'jwt', jwt }
  },
}

const clientOf = ({ id, name }: Principal) => ({
  client_id: id,
  client_name: name,
  client_secret: clientSecret,
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
})

type Parts = { principals: readonly Principal[]; keys: IdentityKeys; artifacts: Artifacts }

/** The helpers that stand in for oidc-provider's placeholders, each of which would otherwise warn on the console. */
const helpersFor = (people: ReadonlyMap<string, Principal>): Configuration => ({
  clientBasedCORS: () => false,
  extraTokenClaims: (_context, token) => {
    const principal = people.get((token.kind === 'AccessToken' ? token.accountId : token.clientId) ?? '')
    return principal && claimsOf(principal)
  },
  findAccount: (_context, sub) => {
    const principal = people.get(sub)
    return principal && { accountId: sub, claims: () => ({ sub, ...claimsOf(principal) }) }
  },
  renderError: (context, out) => {
    context.type = 'text/plain'
    context.body = `${out.error}: ${out.error_description ?? 'sign-in failed'}\n`
  },
})

/**
 * The OAuth 2.0 and OpenID Connect provider of one machine. It gives machines tokens by client credentials; a page
 * that signs people in adds a client with a redirect address and the provider's interaction address, no more.
 */
export const createProvider = (issuer: string, { principals, keys, artifacts }: Parts): Provider =>
  new Provider(issuer, {
    adapter: artifacts.adapterFor,
    clients: principals.map(clientOf),
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookieSecret] },
    routes: { authorization: '/auth', token: '/token', jwks: '/jwks' },
    scopes: ['openid'],
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_post', 'client_secret_basic'],
    pkce: { required: () => true },
    ttl: {
      ClientCredentials: hour,
      AccessToken: hour,
      IdToken: hour,
      Session: 8 * hour,
      Grant: 8 * hour,
      Interaction: hour,
    },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      resourceIndicators,
    },
    ...helpersFor(new Map(principals.map((principal) => [principal.id, principal]))),
  })
