import type { Contact } from '../shared/contracts/items.ts'
import type { Organisation } from '../shared/domain/organisation.ts'
import { organisationRoles, type ContactRole } from '../shared/domain/response-policy.ts'

/** What stands before the @ for each role. */
const mailboxes: Readonly<Record<ContactRole, string>> = {
  unit_mailbox: 'psd',
  head_of_unit: 'head-of-psd',
  deputy_chief_officer: 'deputy-chief',
  chief_officers_office: 'chiefs-office',
  ukfiu_manager: 'manager',
}

/** `.example` addresses can't exist, so nothing leaks; nobody ever vouched for one. */
const placeholder = (role: ContactRole, host: string): Contact => ({
  role,
  email: `${mailboxes[role]}@${host}.example`,
  lastVerifiedOn: null,
})

/**
 * Where e-mail goes until the real contacts are named: a placeholder in every role of every unit that answers for an
 * organisation, by the unit's code, and the UKFIU's own manager.
 */
export const placeholderContacts = (
  organisations: Iterable<Organisation>,
): ReadonlyMap<string, readonly Contact[]> => {
  const units = new Set([...organisations].map(({ respondedToBy }) => respondedToBy))
  return new Map([
    ...[...units].map((unit): [string, Contact[]] => [
      unit,
      organisationRoles.map((role) => placeholder(role, `${unit}.police`)),
    ]),
    ['ukfiu', [placeholder('ukfiu_manager', 'ukfiu')]],
  ])
}
