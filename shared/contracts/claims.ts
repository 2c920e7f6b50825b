import * as z from 'zod'
import type { Principal } from '../domain/principal.ts'
import { type Access, office } from './access.ts'

const person = {
  sub: z.string().min(1),
  name: z.string().min(1),
  canary: z.literal('true').optional(),
}

const claims = z.union([
  z.object({
    ...person,
    role: z.literal('force'),
    organisation: z.string().min(1),
    restricted: z.enum(['true', 'false']).default('false'),
  }),
  z.object({ ...person, role: office }),
])

/**
 * The caller that a verified token's claims speak of, an access token's as API Gateway passes them on or an ID token's:
 * every value a string. Claims that don't name a role, or an organisation where the role needs one, are nobody's:
 * undefined. Nothing but `functions/pre-token` puts these claims into a token: no attribute of a person has their names.
 */
export const principalOf = (verified: unknown): Principal | undefined => {
  const parsed = claims.safeParse(verified)
  if (!parsed.success) return undefined
  const { sub: id, name, canary } = parsed.data
  const who = { id, name, ...(canary === 'true' && { isCanary: true as const }) }
  if (parsed.data.role !== 'force') return { ...who, role: parsed.data.role }
  const { role, organisation, restricted } = parsed.data
  return { ...who, role, organisation, maySeeRestricted: restricted === 'true' }
}

/** The claims that the service adds to the tokens of somebody who may be something here, as `principalOf` reads them. */
export const claimsOf = (name: string, access: Access): Readonly<Record<string, string>> =>
  access.role === 'force'
    ? {
        name,
        role: access.role,
        organisation: access.organisation,
        restricted: String(access.maySeeRestricted),
      }
    : { name, role: access.role }

/** Whom a token is about, when it names no role that the service knows. */
export const subjectOf = (verified: unknown): string => {
  const parsed = z.object({ sub: z.string() }).safeParse(verified)
  return parsed.success ? parsed.data.sub : 'unknown'
}
