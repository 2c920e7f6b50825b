import type { Organisation } from '../domain/organisation.ts'
import type { Principal } from '../domain/principal.ts'
import type { Referral } from '../domain/referral/referral.ts'

/**
 * Who may see a referral: the UKFIU every one; a force its own and those it answers for, and restricted ones only by
 * those it allows to; nobody else any. To whom may not see it, it does not exist.
 */
export const maySee = (principal: Principal, { registration, answeringUnit }: Referral): boolean => {
  if (principal.role === 'ukfiu') return true
  if (principal.role !== 'force') return false
  if (registration.restricted && !principal.maySeeRestricted) return false
  return [registration.organisation, answeringUnit].includes(principal.organisation)
}

/** The organisation whose unit answers what a force officer's own organisation owes. */
export const unitOf = (organisation: Organisation | undefined): string | undefined =>
  organisation?.respondedToBy
