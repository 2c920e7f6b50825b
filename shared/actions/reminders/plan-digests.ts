import type { Contact } from '../../contracts/items.ts'
import type { OpenReferral } from '../../domain/referral/referral.ts'
import type { DueReminder } from '../../domain/reminders/ladder.ts'
import { contactRoles, type ContactRole } from '../../domain/response-policy.ts'
import { reachable } from './contacts-up.ts'

/** A referral that is to be reminded of, and what exactly. */
export type Due = {
  readonly referral: OpenReferral
  readonly reminder: DueReminder
  /** Who has yet to hear of it. */
  readonly roles: readonly ContactRole[]
}

/** What goes to whom: one e-mail for each address. */
export type Digest = {
  readonly contact: Contact
  readonly roles: readonly ContactRole[]
  readonly due: readonly Due[]
}

/**
 * The digests for some roles, from the desk upwards; roles that come to one address share one e-mail. Throws when there
 * is nobody to write to, which only a person can mend.
 */
export const planDigests = (
  due: readonly Due[],
  roles: readonly ContactRole[],
  contacts: readonly Contact[],
): Digest[] => {
  const digests = new Map<string, Digest>()
  for (const role of contactRoles.filter((each) => roles.includes(each))) {
    const contact = reachable(contacts, role)
    if (!contact)
      throw new Error(`There is no ${role}, nor anybody above, to write to: name one, then redrive`)
    const before = digests.get(contact.email)
    const theirs = due.filter((each) => each.roles.includes(role))
    const merged = [...new Set([...(before?.due ?? []), ...theirs])]
    digests.set(contact.email, {
      contact: before?.contact ?? contact,
      roles: [...(before?.roles ?? []), role],
      due: merged,
    })
  }
  return [...digests.values()]
}
