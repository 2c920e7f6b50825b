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

/** Who may act for an organisation: the UKFIU for every one, a force for itself and those it answers for. */
export const standsFor = (principal: Principal, organisation: Organisation | undefined): boolean => {
  if (!organisation) return false
  if (principal.role === 'ukfiu') return true
  return (
    principal.role === 'force' &&
    [organisation.code, organisation.respondedToBy].includes(principal.organisation)
  )
}
