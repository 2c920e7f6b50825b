import { Provider, errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import type { Principal } from '../../../shared/domain/principal.ts'
import type { Artifacts } from './artifacts.ts'
import { type IdentityKeys, signingAlgorithm } from './keys.ts'
import { claimsOf, idClaimsOf, type People } from './principals.ts'

export const audience = 'sar-outcomes'
export const scope = 'sar-outcomes/use'

/** The name under which OAuth's resource indicators know the API. */
const api = 'urn:sar-outcomes'
const hour = 60 * 60

/** Below the issuer: where people say who they are. */
export const choosePath = '/choose'
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

/** The pages are a public client, as they are of the deployed user pool: PKCE is what holds their codes together. */
export const pagesClient = 'pages'

const pagesOf = (serviceUrl: string) => ({
  client_id: pagesClient,
  client_name: 'SAR outcomes',
  token_endpoint_auth_method: 'none' as const,
  grant_types: ['authorization_code'],
  response_types: ['code' as const],
  redirect_uris: [`${serviceUrl}/sign-in/callback`],
  post_logout_redirect_uris: [`${serviceUrl}/signed-out`],
})

type Parts = {
  readonly principals: readonly Principal[]
  readonly people: People
  /** Where the pages are. */
  readonly serviceUrl: string
  readonly keys: IdentityKeys
  readonly artifacts: Artifacts
}

/** Nobody is asked whether the service may know who they are. */
const grantAtOnce: NonNullable<Configuration['loadExistingGrant']> = async ({ oidc }) => {
  const { client, session } = oidc
  if (!client || session?.accountId === undefined) return undefined
  const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid')
  grant.addResourceScope(api, scope)
  await grant.save()
  return grant
}

/** As the deployed user pool does: whoever asks to be signed out is, without being asked whether they meant it. */
const signOutAtOnce = async (context: KoaContextWithOIDC): Promise<void> => {
  const back = context.oidc.params?.['post_logout_redirect_uri']
  await context.oidc.session?.destroy()
  context.redirect(typeof back === 'string' ? back : '/')
}

/** The helpers that stand in for oidc-provider's placeholders, each of which would otherwise warn on the console. */
const helpersFor = (
  principals: ReadonlyMap<string, Principal>,
  { centre, ofOrganisations }: People,
): Configuration => {
  const people = new Map(
    [...centre, ...[...ofOrganisations.values()].flat()].map((person) => [person.id, person]),
  )
  return {
    clientBasedCORS: () => false,
    extraTokenClaims: (_context, token) => {
      const principal = principals.get(
        (token.kind === 'AccessToken' ? token.accountId : token.clientId) ?? '',
      )
      return principal && claimsOf(principal)
    },
    findAccount: (_context, sub) => {
      const person = people.get(sub)
      return person && { accountId: sub, claims: () => ({ sub, ...idClaimsOf(person) }) }
    },
    loadExistingGrant: grantAtOnce,
    renderError: (context, out) => {
      context.type = 'text/plain'
      context.body = `${out.error}: ${out.error_description ?? 'sign-in failed'}\n`
    },
  }
}

/** Everything that is added to a person's ID token. */
const idClaims = ['name', 'role', 'organisation', 'restricted']

/**
 * The OAuth 2.0 and OpenID Connect provider of one machine. It gives machines tokens by client credentials, and signs
 * people in by code for the pages; who they are is asked below `choosePath`.
 */
export const createProvider = (
  issuer: string,
  { principals, people, serviceUrl, keys, artifacts }: Parts,
): Provider =>
  new Provider(issuer, {
    adapter: artifacts.adapterFor,
    clients: [...principals.map(clientOf), pagesOf(serviceUrl)],
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookieSecret] },
    routes: { authorization: '/auth', token: '/token', jwks: '/jwks', end_session: '/logout' },
    scopes: ['openid'],
    claims: { openid: ['sub', ...idClaims] },
    conformIdTokenClaims: false,
    interactions: { url: (_context, { uid }) => `${new URL(issuer).pathname}${choosePath}/${uid}` },
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_post', 'client_secret_basic', 'none'],
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
      rpInitiatedLogout: { enabled: true, logoutSource: signOutAtOnce },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      resourceIndicators,
    },
    ...helpersFor(new Map(principals.map((principal) => [principal.id, principal])), people),
  })
