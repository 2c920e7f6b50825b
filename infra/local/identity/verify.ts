import { createLocalJWKSet, errors, jwtVerify, type JWTPayload } from 'jose'
import { type IdentityKeys, publicKeyOf, signingAlgorithm } from './keys.ts'
import { audience } from './provider.ts'

export type Verification =
  | { readonly ok: true; readonly claims: Record<string, string> }
  | { readonly ok: false; readonly reason: 'missing' | 'expired' | 'invalid' }

export type Verify = (
  authorizationHeader: string | undefined,
  requiredScopes: readonly string[],
) => Promise<Verification>

const refused = (reason: 'missing' | 'expired' | 'invalid'): Verification => ({ ok: false, reason })

const textOf = (claim: unknown): string =>
  typeof claim === 'object' && claim !== null && !Array.isArray(claim) ? JSON.stringify(claim) : String(claim)

/** API Gateway hands a function every claim as a string, whatever it was in the token. */
const asStrings = (payload: JWTPayload): Record<string, string> =>
  Object.fromEntries(Object.entries(payload).map(([name, claim]) => [name, textOf(claim)]))

const hasScopes = (payload: JWTPayload, required: readonly string[]): boolean => {
  const held = typeof payload['scope'] === 'string' ? payload['scope'].split(' ') : []
  return required.every((scope) => held.includes(scope))
}

const refusalOf = (error: unknown): Verification => {
  if (error instanceof errors.JWTExpired) return refused('expired')
  if (error instanceof errors.JOSEError) return refused('invalid')
  throw error
}

/**
 * Makes the check that stands where the user pool authorizer stands when deployed. It takes the request's
 * Authorization header, by real time whatever the service's clock says, and answers the claims as strings.
 * A token without the required scopes is refused as `invalid`, because API Gateway answers 401 for it too.
 */
export const verifierOf = (issuer: string, keys: IdentityKeys): Verify => {
  const keySet = createLocalJWKSet({ keys: [publicKeyOf(keys)] })
  const demands = { issuer, audience, algorithms: [signingAlgorithm], requiredClaims: ['exp', 'sub'] }
  return async (authorizationHeader, requiredScopes) => {
    if (!authorizationHeader) return refused('missing')
    const token = /^Bearer +(\S+)$/i.exec(authorizationHeader)?.[1]
    if (token === undefined) return refused('invalid')
    try {
      const { payload } = await jwtVerify(token, keySet, demands)
      return hasScopes(payload, requiredScopes)
        ? { ok: true, claims: asStrings(payload) }
        : refused('invalid')
    } catch (error) {
      return refusalOf(error)
    }
  }
}
