import type { Contact, ShownContact } from '../contracts/items.ts'
import type { ContactsBody } from '../contracts/requests.ts'
import { londonDate, type Instant } from '../domain/dates.ts'
import type { Principal } from '../domain/principal.ts'
import type { FieldError, Refusal } from '../domain/refusal.ts'
import { organisationRoles, type ContactRole } from '../domain/response-policy.ts'
import { ok, refused, type Result } from '../domain/result.ts'
import type { ReferenceData } from '../domain/rules.ts'
import type { ContactsStore } from '../store/contacts-store.ts'
import type { Clock, ReminderQueue } from './ports.ts'
import { ukfiu } from './reminders/contacts-up.ts'
import { standsFor } from './visibility.ts'

export type ContactsDependencies = {
  readonly contacts: Pick<ContactsStore, 'of' | 'put'>
  readonly queue: ReminderQueue
  readonly reference: ReferenceData
  readonly clock: Clock
}

const shown = (contacts: readonly Contact[]): readonly ShownContact[] =>
  contacts.map(({ verifiedAt: _, ...contact }) => contact)

const mayKeep = ({ organisations }: ReferenceData, principal: Principal, code: string): boolean =>
  code === ukfiu ? principal.role === 'ukfiu' : standsFor(principal, organisations.get(code))

/** Who holds which role at an organisation, for the UKFIU and the organisation itself. */
export const readContacts =
  ({
    contacts,
    reference,
  }: Pick<ContactsDependencies, 'reference'> & { contacts: Pick<ContactsStore, 'of'> }) =>
  async (principal: Principal, code: string): Promise<Result<readonly ShownContact[], Refusal>> =>
    mayKeep(reference, principal, code) ? ok(shown(await contacts.of(code))) : refused({ kind: 'not_found' })

/** Each body names its own roles, and the one that reminders begin with. */
const rolesOf = (code: string): readonly [ContactRole, readonly ContactRole[]] =>
  code === ukfiu ? ['ukfiu_manager', ['ukfiu_manager']] : ['unit_mailbox', organisationRoles]

const roleErrors = (code: string, { contacts }: ContactsBody): readonly FieldError[] => {
  const [needed, known] = rolesOf(code)
  const wrong = contacts.flatMap(({ role }, place) =>
    known.includes(role)
      ? []
      : [{ pointer: `/contacts/${place}/role`, detail: `Must be ${known.join(' or ')}.` }],
  )
  const missing = contacts.every(({ role }) => role !== needed)
  return missing
    ? [...wrong, { pointer: '/contacts', detail: `Name a ${needed}: reminders go there.` }]
    : wrong
}

/** Holders as they are named now. Someone new to a role is to be briefed; so is someone who still waits to be. */
const holdersFrom = (before: readonly Contact[], named: ContactsBody, at: Instant): readonly Contact[] =>
  named.contacts.map((holder) => {
    const same = before.find(({ role, email }) => role === holder.role && email === holder.email)
    const briefingDueSince = same ? same.briefingDueSince : at
    const verified = { lastVerifiedOn: londonDate(at), verifiedAt: at }
    return { ...holder, ...verified, ...(briefingDueSince && { briefingDueSince }) }
  })

const askForBriefings = async ({ queue }: ContactsDependencies, code: string, holders: readonly Contact[]) =>
  queue.send(
    holders.flatMap(({ role, briefingDueSince }) =>
      briefingDueSince === undefined || code === ukfiu
        ? []
        : [{ kind: 'briefing' as const, organisation: code, role, changedAt: briefingDueSince }],
    ),
  )

/**
 * Names the holders of an organisation's roles, all at once; whoever names them vouches for each address today. A new
 * holder is sent a briefing of everything the organisation owes, once. Refuses roles that the body does not name.
 */
export const nameContacts =
  (dependencies: ContactsDependencies) =>
  async (
    principal: Principal,
    code: string,
    named: ContactsBody,
  ): Promise<Result<readonly ShownContact[], Refusal>> => {
    const { contacts, reference, clock } = dependencies
    if (!mayKeep(reference, principal, code)) return refused({ kind: 'not_found' })
    const errors = roleErrors(code, named)
    if (errors.length > 0) return refused({ kind: 'invalid_fields', errors })
    const holders = holdersFrom(await contacts.of(code), named, clock.now())
    await contacts.put(code, holders)
    await askForBriefings(dependencies, code, holders)
    return ok(shown(holders))
  }
