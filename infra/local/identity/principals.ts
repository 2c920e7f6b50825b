import type { Principal } from '../../../shared/domain/principal.ts'

export type NamedOrganisation = { readonly code: string; readonly name: string }

const centre: readonly Principal[] = [
  { id: 'ukfiu', name: 'UKFIU officer', role: 'ukfiu' },
  { id: 'sta-author', name: 'STA author', role: 'sta_author' },
  { id: 'sta-approver', name: 'STA approver', role: 'sta_approver' },
  { id: 'auditor', name: 'Auditor', role: 'auditor' },
]

/**
 * A force signs in here as its own system would: as a machine that stands for the whole professional standards
 * department and keeps its own walls inside, so it may see restricted referrals. A person of a force is another
 * matter, and joins this list with a right of their own.
 */
const departmentOf = ({ code, name }: NamedOrganisation): Principal => ({
  id: `force-${code}`,
  name: `${name} professional standards`,
  role: 'force',
  organisation: code,
  maySeeRestricted: true,
})

/** A person of a force, to try its walls with: one who may not see what the UKFIU has restricted. */
const investigatorOf = ({ code, name }: NamedOrganisation): Principal => ({
  id: `officer-${code}`,
  name: `${name} investigator`,
  role: 'force',
  organisation: code,
  maySeeRestricted: false,
})

/** Somebody who can sign in, and has not been given anything to do. */
const stranger: Person = { id: 'nobody', name: 'Someone without access' }

type Person = { readonly id: string; readonly name: string }
export type PeopleByOrganisation = ReadonlyMap<string, readonly Principal[]>

/** Everyone who can sign in to the pages on one machine: the principals of the tokens, and people beside them. */
export type People = {
  readonly centre: readonly (Person | Principal)[]
  /** By the organisation's name. */
  readonly ofOrganisations: PeopleByOrganisation
}
export const peopleOf = (organisations: readonly NamedOrganisation[]): People => ({
  centre: [...centre, stranger],
  ofOrganisations: new Map(
    organisations.map((each) => [each.name, [departmentOf(each), investigatorOf(each)]]),
  ),
})

/** What the walk through the service signs in with on one machine; deployed, the user pool makes up both. */
export const canaryClient = { id: 'canary', secret: 'local' }

const canary: Principal = {
  id: canaryClient.id,
  name: 'The service’s own check (system)',
  isCanary: true,
  role: 'force',
  organisation: 'nca',
  maySeeRestricted: false,
}

/** Everyone who can get a token on one machine; a principal's id is its client id and its token's subject. */
export const principalsOf = (organisations: readonly NamedOrganisation[]): readonly Principal[] => [
  ...centre,
  ...organisations.map(departmentOf),
  canary,
]

const maySeeRestricted = (principal: Principal): boolean =>
  principal.role === 'force' ? principal.maySeeRestricted : principal.role === 'ukfiu'

/** The claims that a principal's access token adds to OAuth's own, as strings, the way the user pool gives them. */
export const claimsOf = (principal: Principal): Record<string, string> => ({
  name: principal.name,
  role: principal.role,
  ...(principal.role === 'force' && { organisation: principal.organisation }),
  restricted: String(maySeeRestricted(principal)),
  ...(principal.isCanary && { canary: 'true' }),
})

/** The claims of a person's ID token: the same. */
export const idClaimsOf = (person: Person | Principal): Record<string, string> =>
  'role' in person ? claimsOf(person) : { name: person.name }
