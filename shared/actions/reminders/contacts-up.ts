import type { Contact } from '../../contracts/items.ts'
import { contactRoles, type ContactRole } from '../../domain/response-policy.ts'
import type { ContactsStore } from '../../store/contacts-store.ts'

/** Who holds the UKFIU's own roles. */
export const ukfiu = 'ukfiu'

/** The contacts of a unit from the desk upwards; last comes the UKFIU's manager, who answers for every unit. */
export const contactsUp = async (
  contacts: Pick<ContactsStore, 'of'>,
  unit: string,
): Promise<readonly Contact[]> => {
  const [own, theUkfius] = await Promise.all([contacts.of(unit), contacts.of(ukfiu)])
  return [...own, ...theUkfius.filter(({ role }) => role === 'ukfiu_manager')]
}

/** Where a contact is kept. */
export const keptBy = (unit: string, { role }: Contact): string => (role === 'ukfiu_manager' ? ukfiu : unit)

/** The holder of a role, or of the next one up who can be reached; undefined when nobody can. */
export const reachable = (contacts: readonly Contact[], role: ContactRole): Contact | undefined => {
  const from = contactRoles.indexOf(role)
  return contacts.find(
    (contact) => contactRoles.indexOf(contact.role) >= from && contact.failingSince === undefined,
  )
}
