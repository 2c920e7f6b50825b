import type { Organisation } from '../shared/domain/organisation.ts'
import type { Principal } from '../shared/domain/principal.ts'

/** Who registers and moves the sample's referrals: the history names them as it names those who sign in locally. */
export const ukfiuOfficer: Principal = { id: 'ukfiu', name: 'UKFIU officer', role: 'ukfiu' }

/** Who answers for an organisation, restricted referrals too. */
export const unitOfficer = ({ code, name }: Organisation): Principal => ({
  id: `force-${code}`,
  name: `${name} professional standards`,
  role: 'force',
  organisation: code,
  maySeeRestricted: true,
})
