import type { Contact } from '../contracts/items.ts'
import type { ContactsBody } from '../contracts/requests.ts'
import { londonDate } from '../domain/dates.ts'
import type { Principal } from '../domain/principal.ts'
import type { Refusal } from '../domain/refusal.ts'
import { ok, refused, type Result } from '../domain/result.ts'
import type { ReferenceData } from '../domain/rules.ts'
import type { ContactsStore } from '../store/contacts-store.ts'
import type { Clock } from './ports.ts'
import { standsFor } from './visibility.ts'

export type ContactsDependencies = {
  readonly contacts: ContactsStore
  readonly reference: ReferenceData
  readonly clock: Clock
}

/** Who holds which role at an organisation, for the UKFIU and the organisation itself. */
export const readContacts =
  ({ contacts, reference }: Pick<ContactsDependencies, 'contacts' | 'reference'>) =>
  async (principal: Principal, code: string): Promise<Result<readonly Contact[], Refusal>> =>
    standsFor(principal, reference.organisations.get(code))
      ? ok(await contacts.of(code))
      : refused({ kind: 'not_found' })

/** Names the role holders of an organisation, all at once; whoever names them vouches for each address today. */
export const nameContacts =
  ({ contacts, reference, clock }: ContactsDependencies) =>
  async (
    principal: Principal,
    code: string,
    named: ContactsBody,
  ): Promise<Result<readonly Contact[], Refusal>> => {
    if (!standsFor(principal, reference.organisations.get(code))) return refused({ kind: 'not_found' })
    const lastVerifiedOn = londonDate(clock.now())
    const holders = named.contacts.map((holder) => ({ ...holder, lastVerifiedOn }))
    await contacts.put(code, holders)
    return ok(holders)
  }
