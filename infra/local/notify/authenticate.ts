import { errors, jwtVerify } from 'jose'
import { type Answer, authError } from './answer.ts'

/** The service that an API key belongs to, and the secret it signs with: both are in the key itself. */
export type ServiceKey = { readonly serviceId: string; readonly secret: string }

/** Keys are written `name-<service id>-<secret>`. */
export const apiKeyOf = ({ serviceId, secret }: ServiceKey): string => `local-${serviceId}-${secret}`

const allowedDrift = 30

const refusalOf = (error: unknown): Answer => {
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return authError(403, 'Invalid token: algorithm used is not HS256')
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return authError(403, 'Invalid token: API key not found')
  }
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'iss') {
    return authError(403, 'Invalid token: service not found')
  }
  if (error instanceof errors.JOSEError) return authError(403, 'Invalid token')
  throw error
}

/**
 * Answers with Notify's refusal of a request's Authorization header, or undefined when it is good. The time that the
 * token was signed at is held against `now`, the clock that the callers' own libraries read.
 */
export const refuseToken = async (
  header: string | undefined,
  { serviceId, secret }: ServiceKey,
  now: Date,
): Promise<Answer | undefined> => {
  if (!header) return authError(401, 'Unauthorized: authentication token must be provided')
  const token = /^Bearer (.*)$/i.exec(header)?.[1]
  if (token === undefined) return authError(401, 'Unauthorized: authentication bearer scheme must be used')
  try {
    const demands = { algorithms: ['HS256'], issuer: serviceId, requiredClaims: ['iat'], currentDate: now }
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), demands)
    const drift = Math.abs(now.getTime() / 1000 - (payload.iat ?? 0))
    if (drift <= allowedDrift) return undefined
    return authError(403, 'Error: Your system clock must be accurate to within 30 seconds')
  } catch (error) {
    return refusalOf(error)
  }
}
