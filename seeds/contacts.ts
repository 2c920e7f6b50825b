import type { Contact } from '../shared/contracts/items.ts'
import { codesOf } from '../shared/domain/codes.ts'
import type { Organisation } from '../shared/domain/organisation.ts'
import type { ContactRole } from '../shared/domain/response-policy.ts'

/** What stands before the @ for each role. */
const mailboxes: Readonly<Record<ContactRole, string>> = {
  unit_mailbox: 'psd',
  head_of_unit: 'head-of-psd',
  deputy_chief_officer: 'deputy-chief-officer',
  chief_officers_office: 'chief-officers-office',
}

/** Where a unit's e-mail goes until its real contacts are named: `.example` addresses can't exist, so nothing leaks. Never verified. */
const placeholders = (unit: string): readonly Contact[] =>
  codesOf(mailboxes).map((role) => ({
    role,
    email: `${mailboxes[role]}@${unit}.police.example`,
    lastVerifiedOn: null,
  }))

/** A placeholder in every role of every unit that answers for an organisation, by the unit's code. */
export const placeholderContacts = (
  organisations: Iterable<Organisation>,
): ReadonlyMap<string, readonly Contact[]> => {
  const units = new Set([...organisations].map(({ respondedToBy }) => respondedToBy))
  return new Map([...units].map((unit) => [unit, placeholders(unit)]))
}
