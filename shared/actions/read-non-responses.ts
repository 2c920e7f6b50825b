import { addDays, daysBetween, localDate, londonDate, type Instant, type LocalDate } from '../domain/dates.ts'
import { dueOn } from '../domain/referral/owed.ts'
import { isOpen, type OpenReferral } from '../domain/referral/referral.ts'
import type { ContactRole, Owable, Rung } from '../domain/response-policy.ts'
import { rulesOf, type ReferenceData } from '../domain/rules.ts'
import { isClimbed } from '../domain/reminders/ladder.ts'
import type { ContactsStore } from '../store/contacts-store.ts'
import type { StoredReferral } from '../store/referral-item.ts'
import type { ReferralStore } from '../store/referral-store.ts'
import type { Clock } from './ports.ts'
import { ukfiu } from './reminders/contacts-up.ts'

export type NonResponseDependencies = {
  readonly referrals: Pick<ReferralStore, 'allOpenStored' | 'allOfOrganisation'>
  readonly contacts: Pick<ContactsStore, 'of'>
  readonly reference: ReferenceData
  readonly clock: Clock
}

/** A referral whose date has passed: what is owed, since when, and what was sent about it. */
export type NonResponse = {
  readonly id: string
  readonly referredOn: LocalDate
  readonly urgent: boolean
  readonly owed: Owable
  readonly dueOn: LocalDate
  readonly daysOverdue: number
  readonly reminders: readonly { readonly on: LocalDate; readonly rungs: readonly Rung[] }[]
  /** The whole ladder is behind it: it stays here, named and aged, until it is answered. */
  readonly governance: boolean
}

export type OrganisationNonResponses = {
  readonly code: string
  readonly name: string
  readonly oldestDays: number
  readonly overdue: readonly NonResponse[]
}

export type NonResponses = {
  readonly asAt: LocalDate
  /** The worst age first. */
  readonly organisations: readonly OrganisationNonResponses[]
  /** Organisations that owe something and sent nothing for twelve months. */
  readonly silent: readonly {
    readonly code: string
    readonly name: string
    readonly lastHeardOn: LocalDate | null
  }[]
  readonly contactsToMend: readonly {
    readonly organisation: string
    readonly role: ContactRole
    readonly email: string
    readonly failingSince: LocalDate
  }[]
}

const twelveMonths = 365
/** Before the first day that a referral can have. */
const beginning = localDate('2000-01-01')

const remindersOf = ({ history }: StoredReferral): NonResponse['reminders'] =>
  history.flatMap((event) =>
    event.type === 'reminded' && event.sent.length > 0
      ? [{ on: event.on, rungs: event.sent.map(({ rung }) => rung) }]
      : [],
  )

const overdueOn = (
  stored: StoredReferral & { readonly referral: OpenReferral },
  today: LocalDate,
  reference: ReferenceData,
): NonResponse[] => {
  const { referral } = stored
  const { id, registration } = referral
  const { what, deadline } = dueOn(referral, today)
  if (today <= deadline.dueOn) return []
  const rules = rulesOf(reference, registration.organisation)
  return [
    {
      id,
      referredOn: registration.referredOn,
      urgent: registration.urgent,
      owed: what,
      dueOn: deadline.dueOn,
      daysOverdue: daysBetween(deadline.dueOn, today),
      reminders: remindersOf(stored),
      governance: isClimbed(referral, rules),
    },
  ]
}

const isOpenStored = (
  stored: StoredReferral,
): stored is StoredReferral & { readonly referral: OpenReferral } => isOpen(stored.referral)

const unitsOf = ({ organisations }: ReferenceData): readonly string[] => [
  ...new Set([...organisations.values()].map(({ respondedToBy }) => respondedToBy)),
]

const alphabetically = (one: string, other: string): number => (one < other ? -1 : 1)

/** The worst age first; of the same age in an order that stays the same from one reading to the next. */
const byAge = (one: OrganisationNonResponses, other: OrganisationNonResponses): number =>
  other.oldestDays - one.oldestDays ||
  other.overdue.length - one.overdue.length ||
  alphabetically(one.name, other.name)

const oldestFirst = (one: NonResponse, other: NonResponse): number =>
  other.daysOverdue - one.daysOverdue || alphabetically(one.id, other.id)

const overdueByOrganisation = (
  open: readonly StoredReferral[],
  today: LocalDate,
  reference: ReferenceData,
): OrganisationNonResponses[] => {
  const groups = Map.groupBy(open.filter(isOpenStored), ({ referral }) => referral.registration.organisation)
  return [...groups]
    .map(([code, theirs]) => {
      const overdue = theirs.flatMap((stored) => overdueOn(stored, today, reference)).toSorted(oldestFirst)
      const name = reference.organisations.get(code)?.name ?? code
      return { code, name, oldestDays: overdue[0]?.daysOverdue ?? 0, overdue }
    })
    .filter(({ overdue }) => overdue.length > 0)
    .toSorted(byAge)
}

const lastHeard = (all: readonly StoredReferral[]): LocalDate | null => {
  const heard = all.flatMap(({ history }) =>
    history.filter(({ by }) => by.role === 'force').map(({ at }) => at),
  )
  const last: Instant | undefined = heard.toSorted().at(-1)
  return last ? londonDate(last) : null
}

/** Only an organisation with something outstanding for so long can have been silent: the others aren't read. */
const silentAmong = async (
  { referrals }: NonResponseDependencies,
  candidates: readonly OrganisationNonResponses[],
  today: LocalDate,
): Promise<NonResponses['silent']> => {
  const since = addDays(today, -twelveMonths)
  const old = candidates.filter(({ overdue }) => overdue.some(({ referredOn }) => referredOn <= since))
  const heard = await Promise.all(
    old.map(async ({ code, name }) => {
      const all = await referrals.allOfOrganisation(code, beginning, today)
      return { code, name, lastHeardOn: lastHeard(all) }
    }),
  )
  return heard.filter(({ lastHeardOn }) => lastHeardOn === null || lastHeardOn < since)
}

const contactsToMend = async (
  { contacts }: NonResponseDependencies,
  units: readonly string[],
): Promise<NonResponses['contactsToMend']> => {
  const all = await Promise.all(
    [...units, ukfiu].map(async (organisation) => {
      const holders = await contacts.of(organisation)
      return holders.flatMap(({ role, email, failingSince }) =>
        failingSince === undefined ? [] : [{ organisation, role, email, failingSince }],
      )
    }),
  )
  return all.flat()
}

/** The whole country's silence: every overdue referral by organisation, who is silent, and whom mail does not reach. */
export const readNonResponses =
  (dependencies: NonResponseDependencies) => async (): Promise<NonResponses> => {
    const { referrals, reference, clock } = dependencies
    const asAt = londonDate(clock.now())
    const units = unitsOf(reference)
    const open = (await Promise.all(units.map((unit) => referrals.allOpenStored(unit)))).flat()
    const organisations = overdueByOrganisation(open, asAt, reference)
    const [silent, toMend] = await Promise.all([
      silentAmong(dependencies, organisations, asAt),
      contactsToMend(dependencies, units),
    ])
    return { asAt, organisations, silent, contactsToMend: toMend }
  }
