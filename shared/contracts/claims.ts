import * as z from 'zod'
import { roles, type Principal } from '../domain/principal.ts'

const person = { sub: z.string().min(1), name: z.string().min(1) }
const office = z.enum(roles).exclude(['force'])

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
 * The caller that a verified token's claims speak of, as API Gateway passes them on: every value a string. Claims that
 * don't name a role, or an organisation where the role needs one, are nobody's: undefined.
 */
export const principalOf = (verified: unknown): Principal | undefined => {
  const parsed = claims.safeParse(verified)
  if (!parsed.success) return undefined
  const { sub: id, name } = parsed.data
  if (parsed.data.role !== 'force') return { id, name, role: parsed.data.role }
  const { role, organisation, restricted } = parsed.data
  return { id, name, role, organisation, maySeeRestricted: restricted === 'true' }
}

/** Whom a token is about, when it names no role that the service knows. */
export const subjectOf = (verified: unknown): string => {
  const parsed = z.object({ sub: z.string() }).safeParse(verified)
  return parsed.success ? parsed.data.sub : 'unknown'
}
