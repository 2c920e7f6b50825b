import { type Access, accessNamed, type Office, office, together } from '../../shared/contracts/access.ts'
import { claimsOf } from '../../shared/contracts/claims.ts'
import { type PersonsRequest, signedInBy, type TokenRequest } from '../../shared/contracts/token-request.ts'
import type { ReferenceData } from '../../shared/domain/rules.ts'

export type Known = {
  readonly organisations: ReferenceData['organisations']
  /** The offices that each provider may name people to; a provider named as an organisation may name its people. */
  readonly offices: Readonly<Record<string, readonly Office[]>>
}

/** Where the scopes of machine clients say what the client is. */
const scopePrefix = 'sar-outcomes/'

/** Providers send several values as `[a, b]`, some of them as JSON. */
const valuesOf = (sent: string): readonly string[] =>
  sent
    .replace(/^\[(.*)\]$/s, '$1')
    .split(',')
    .map((value) => value.trim().replace(/^"(.*)"$/s, '$1'))

/** A provider never says of which organisation somebody is: it is the organisation, and nobody else's. */
const accessBy = (provider: string, value: string, { organisations, offices }: Known): Access | undefined => {
  if (value === 'force' || value === 'force.restricted')
    return organisations.has(provider)
      ? { role: 'force', organisation: provider, maySeeRestricted: value === 'force.restricted' }
      : undefined
  const asOffice = office.safeParse(value)
  const may = Object.hasOwn(offices, provider) ? (offices[provider] ?? []) : []
  return asOffice.success && may.includes(asOffice.data) ? { role: asOffice.data } : undefined
}

const given = (accesses: readonly (Access | undefined)[], { organisations }: Known): Access | undefined => {
  const access = together(accesses.filter((each) => each !== undefined))
  return access?.role === 'force' && !organisations.has(access.organisation) ? undefined : access
}

const accessOfPerson = (request: PersonsRequest, known: Known): Access | undefined => {
  const by = signedInBy(request)
  if (!by) return undefined
  if (by.kind === 'pool') return given(request.groupConfiguration.map(accessNamed), known)
  const values = valuesOf(request.userAttributes['custom:roles'] ?? '')
  return given(
    values.map((value) => accessBy(by.name, value, known)),
    known,
  )
}

const accessOfMachine = (scopes: readonly string[], known: Known): Access | undefined =>
  given(
    scopes
      .filter((scope) => scope.startsWith(scopePrefix))
      .map((scope) => accessNamed(scope.slice(scopePrefix.length))),
    known,
  )

const systemOf = (access: Access, { organisations }: Known): string =>
  `${access.role === 'force' ? (organisations.get(access.organisation)?.name ?? '') : access.role} (system)`

/** The scope of the systems that walk through the service, which the user pool gives to no other. */
const canaryScope = `${scopePrefix}canary`

const nameOfCanary = 'The service’s own check (system)'

const claimsOfMachine = (scopes: readonly string[], known: Known) => {
  const access = accessOfMachine(scopes, known)
  if (!access) return undefined
  return scopes.includes(canaryScope)
    ? { ...claimsOf(nameOfCanary, access), canary: 'true' }
    : claimsOf(systemOf(access, known), access)
}

/** The claims for whoever asks for a token; undefined for somebody who has been given nothing to do here, or has no name. */
export const claimsFor = (
  asked: TokenRequest,
  known: Known,
): Readonly<Record<string, string>> | undefined => {
  if (asked.triggerSource === 'TokenGeneration_ClientCredentials')
    return claimsOfMachine(asked.request.scopes, known)
  const access = accessOfPerson(asked.request, known)
  const name = asked.request.userAttributes['name']?.trim()
  return access && name ? claimsOf(name, access) : undefined
}
