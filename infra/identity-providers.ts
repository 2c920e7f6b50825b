import * as z from 'zod'
import seeds from '../seeds/organisations.json' with { type: 'json' }
import { accessNamed, office } from '../shared/contracts/access.ts'

const codes = new Set(seeds.organisations.map(({ code }) => code))

const https = z.url({ protocol: /^https$/ })

const common = {
  /** The code of the organisation whose people it signs in, or a name of its own where it may only name to offices. */
  name: z.string().regex(/^[a-z][a-z0-9-]{1,31}$/),
  /** The attribute or claim with which it says what somebody may be here. */
  rolesFrom: z.string().min(1).default('roles'),
  nameFrom: z.string().min(1).default('name'),
  emailFrom: z.string().min(1).default('email'),
  /** The offices of the centre that it may name people to. */
  offices: z.array(office).default([]),
}

const oidc = z.strictObject({
  ...common,
  protocol: z.literal('oidc'),
  issuer: https,
  clientId: z.string().min(1),
  /** The secret of Secrets Manager that holds the client secret: it is never in a template. */
  clientSecretName: z.string().regex(/^[\w/+=.@-]+$/),
})

const saml = z.strictObject({ ...common, protocol: z.literal('saml'), metadataUrl: https })

const isUseful = ({ name, offices }: { readonly name: string; readonly offices: readonly string[] }) =>
  offices.length > 0 || codes.has(name)

const provider = z
  .discriminatedUnion('protocol', [oidc, saml])
  .refine(isUseful, 'Must be named after an organisation of seeds/organisations.json, or be given offices.')
export type IdentityProvider = z.infer<typeof provider>

/** The providers of identities that a deployment trusts, and with what. */
export const identityProviders = z
  .array(provider)
  .refine(
    (given) => new Set(given.map(({ name }) => name)).size === given.length,
    'Give each provider a name of its own.',
  )

const isAccess = (name: string): boolean => {
  const access = accessNamed(name)
  return access?.role === 'force' ? codes.has(access.organisation) : access !== undefined
}

/** What each machine client of a deployment is: `force.kent`, `force.kent.restricted`, `ukfiu`. */
export const machineClients = z.array(
  z.string().refine(isAccess, 'Must be an office, or force.<organisation> with or without .restricted.'),
)
