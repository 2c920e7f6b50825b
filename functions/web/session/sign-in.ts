import type { APIGatewayProxyEvent } from 'aws-lambda'
import * as client from 'openid-client'
import * as z from 'zod'
import type { Cookies } from './cookies.ts'
import type { Seal } from './seal.ts'

/** What has to be remembered between asking somebody to sign in and their coming back. */
const underWay = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
})

const cookieName = 'sign-in'
const secondsToSignIn = 15 * 60

export type SignInSettings = {
  readonly serviceUrl: string
  readonly issuer: string
  readonly clientId: string
}

/** A page of ours to go back to: an address elsewhere would make this service a way there. */
export const ownPath = (path: string | undefined): string =>
  path !== undefined && path.startsWith('/') && !path.startsWith('//') && !/[\s\\]/.test(path) ? path : '/'

/**
 * What the provider says about itself, asked anew for each sign-in: with the answer comes the time by its clock, which
 * is what the times in its tokens are by.
 */
const discover = async ({ issuer, clientId }: SignInSettings): Promise<client.Configuration> => {
  const isOnThisMachine = issuer.startsWith('http://127.0.0.1:')
  const execute = isOnThisMachine ? [client.allowInsecureRequests] : []
  let ahead = 0
  const found = await client.discovery(new URL(issuer), clientId, undefined, client.None(), {
    execute,
    [client.customFetch]: async (url, { body, ...options }) => {
      const response = await fetch(url, { ...options, ...(body !== undefined && { body }) })
      const theirs = Date.parse(response.headers.get('date') ?? '')
      ahead = Number.isNaN(theirs) ? 0 : Math.round((theirs - Date.now()) / 1000)
      return response
    },
  })
  const settings = { [client.clockSkew]: ahead }
  const configuration = new client.Configuration(found.serverMetadata(), clientId, settings, client.None())
  execute.forEach((prepare) => prepare(configuration))
  return configuration
}

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : JSON.stringify(claim))

/** Signing in and out by authorization code with PKCE. */
export const signInBy = (settings: SignInSettings, seal: Seal, cookies: Cookies) => {
  const { serviceUrl, clientId } = settings
  return {
    /** Where to send somebody to sign in, and the cookie that knows them again when they come back. */
    begin: async (returnTo: string) => {
      const configuration = await discover(settings)
      const [state, nonce, verifier] = [
        client.randomState(),
        client.randomNonce(),
        client.randomPKCECodeVerifier(),
      ]
      const to = client.buildAuthorizationUrl(configuration, {
        redirect_uri: `${serviceUrl}/sign-in/callback`,
        scope: 'openid',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      const sealed = await seal.close({ state, nonce, verifier, returnTo })
      return { to: to.href, cookie: cookies.set(cookieName, sealed, secondsToSignIn) }
    },
    /** The claims of somebody who comes back, or nothing when the sign-in wasn't begun here, or was refused. */
    finish: async (event: APIGatewayProxyEvent) => {
      const begun = await seal.open(underWay, cookies.read(event, cookieName))
      if (!begun) return undefined
      const { state: expectedState, nonce: expectedNonce, verifier: pkceCodeVerifier, returnTo } = begun
      const query = new URLSearchParams(
        Object.entries(event.queryStringParameters ?? {}).map(([name, value]): [string, string] => [
          name,
          value ?? '',
        ]),
      )
      try {
        const tokens = await client.authorizationCodeGrant(
          await discover(settings),
          new URL(`${serviceUrl}/sign-in/callback?${query.toString()}`),
          { expectedState, expectedNonce, pkceCodeVerifier, idTokenExpected: true },
        )
        const claims = Object.entries(tokens.claims() ?? {}).map(([name, value]) => [name, textOf(value)])
        return { claims: z.record(z.string(), z.string()).parse(Object.fromEntries(claims)), returnTo }
      } catch (error) {
        const isTheirs =
          error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError
        if (isTheirs) return undefined
        throw error
      }
    },
    forget: () => cookies.clear(cookieName),
    /** Where to send somebody to be signed out at the provider too; the user pool has a word of its own for the way back. */
    out: async () => {
      const back = `${serviceUrl}/signed-out`
      const to = { client_id: clientId, post_logout_redirect_uri: back, logout_uri: back }
      return client.buildEndSessionUrl(await discover(settings), to).href
    },
  }
}
export type SignIn = ReturnType<typeof signInBy>
