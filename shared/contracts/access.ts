import * as z from 'zod'
import { type Role, roles } from '../domain/principal.ts'

export type Office = Exclude<Role, 'force'>

/** What somebody or some system may be here. */
export type Access =
  | { readonly role: Office }
  | { readonly role: 'force'; readonly organisation: string; readonly maySeeRestricted: boolean }

export const office = z.enum(roles).exclude(['force'])

const ofForce = /^force\.([a-z]+(?:-[a-z]+)*)(\.restricted)?$/

/**
 * What a name of the form `ukfiu`, `force.kent` or `force.kent.restricted` gives: groups of the user pool and scopes of
 * machine clients are so named. Anything else, in whatever case or with whatever around it, gives nothing: undefined.
 */
export const accessNamed = (name: string): Access | undefined => {
  const asOffice = office.safeParse(name)
  if (asOffice.success) return { role: asOffice.data }
  const [, organisation, restricted] = ofForce.exec(name) ?? []
  return organisation === undefined
    ? undefined
    : { role: 'force', organisation, maySeeRestricted: restricted !== undefined }
}

const isSame = (one: Access, other: Access): boolean =>
  one.role === 'force'
    ? other.role === 'force' && one.organisation === other.organisation
    : one.role === other.role

/**
 * What several names give together: one role, of one organisation, with the wider of their rights. Two roles or two
 * organisations contradict each other, and give nothing.
 */
export const together = (accesses: readonly Access[]): Access | undefined => {
  const [first, ...others] = accesses
  if (!first || !others.every((other) => isSame(first, other))) return undefined
  if (first.role !== 'force') return first
  const widest = accesses.some((each) => each.role === 'force' && each.maySeeRestricted)
  return { ...first, maySeeRestricted: widest }
}
