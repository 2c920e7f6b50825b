import { expect } from 'vitest'
import type { Person } from './people.ts'
import { dayOf, inWords, isInBand, isShownTo, owedOn, yearOf } from './reckoning.ts'
import type { Filters } from './requests.ts'
import { isOpen, type Card, type Cards, type Happened } from './world.ts'

/** A receipt as the service must give it. */
export const receiptOf = ({ id, history }: Card, version: number) => ({
  reference: `${id}-${version}`,
  at: history[version - 1]?.at,
  referral: id,
  version,
})

/** What is owed, and a word on how its date comes about that names at least the date. */
const owedSeen = (card: Card, day: string) => {
  const owed = owedOn(card, day)
  if (!owed) return null
  return {
    ...owed,
    overdue: day > owed.dueOn,
    explanation: expect.stringContaining(inWords(owed.dueOn)),
  }
}

/** Other organisations that hold the same SAR. */
const alsoWith = (cards: Cards, { registration: { sarReference, organisation } }: Card): readonly string[] =>
  cards
    .map(({ registration }) => registration)
    .filter((other) => other.sarReference === sarReference && other.organisation !== organisation)
    .map((other) => other.organisation)
    .toSorted()

/** Where a referral was redirected to and from. */
const links = (cards: Cards, { from, to }: Card) => {
  const [origin, next] = [from, to].map((place) => (place === undefined ? undefined : cards[place]))
  return {
    ...(origin && { redirectedFrom: origin.id }),
    ...(next && { redirectedTo: { id: next.id, organisation: next.registration.organisation } }),
  }
}

/** Two years after the last change, which closed it; 29 February has its anniversary on the 28th. */
const reviewDueOn = ({ history }: Card): string => {
  const [year = '', month, day] = dayOf(history.at(-1)?.at ?? '').split('-')
  return [Number(year) + 2, month, month === '02' && day === '29' ? '28' : day].join('-')
}

/** A referral exactly as a person must see it on a day: no field more, none less. */
export const seenBy = (person: Person, cards: Cards, card: Card, day: string) => {
  const { sarReference, ...registration } = card.registration
  const isSilent = card.status === 'awaiting_acknowledgement' || card.status === 'awaiting_first_return'
  return {
    id: card.id,
    version: card.history.length,
    ...registration,
    status: card.status,
    owed: owedSeen(card, day),
    firstReturnDueOn: isSilent ? card.firstReturnDue : card.firstReturnDueAtFirst,
    registeredAt: card.registeredAt,
    acknowledgement:
      (card.status !== 'redirected' && card.status !== 'withdrawn' && card.acknowledgement) || null,
    outcome: card.status === 'outcome_received' ? card.outcome : null,
    retention: isOpen(card) ? null : { state: 'kept', reviewDueOn: reviewDueOn(card) },
    ...(person.role === 'ukfiu' && {
      sarReference,
      alsoWith: alsoWith(cards, card),
      ...links(cards, card),
    }),
  }
}

const actorOf = ({ id, name, role, organisation }: Person) => ({
  id,
  name,
  role,
  ...(organisation !== undefined && { organisation }),
})

/** What a person must be told of an event; a force neither the SAR nor where else it is or was. */
const toldOf = (person: Person, cards: Cards, card: Card, { type, told }: Happened) => {
  const isUkfiu = person.role === 'ukfiu'
  const { sarReference: _, ...withoutSar } = card.registration
  const { redirectedFrom, redirectedTo } = links(cards, card)
  if (type === 'registered') {
    return {
      ...told,
      id: card.id,
      registration: isUkfiu ? card.registration : withoutSar,
      ...(isUkfiu && redirectedFrom !== undefined && { redirectedFrom }),
    }
  }
  if (type === 'redirected' && isUkfiu) return { ...told, to: redirectedTo?.id }
  if (type === 'redirected') return { redirection: { reason: expect.any(String) } }
  return told
}

/** A referral's history as a person must be told it. How dates come about may be told as well. */
export const historySeenBy = (person: Person, cards: Cards, card: Card) =>
  card.history.map((happened, place) => ({
    type: happened.type,
    version: place + 1,
    at: happened.at,
    by: actorOf(happened.by),
    receipt: receiptOf(card, place + 1),
    ...toldOf(person, cards, card, happened),
  }))

/** Where an open referral stands in a list: by what it owed when it last changed. */
const placeOf = (card: Card): string => `${owedOn(card, dayOf(card.changedAt))?.dueOn}#${card.id}`

const byPlace = (one: Card, other: Card): number => (placeOf(one) < placeOf(other) ? -1 : 1)

const referred = ({ id, registration }: Card): string => `${registration.referredOn}#${id}`

/** Exactly the referrals that a list must hold, in its order: open ones, then answered and closed ones. */
export const listedFor = (person: Person, cards: Cards, filters: Filters, day: string): readonly Card[] => {
  const { organisation, status, overdue, referredFrom, referredTo } = filters
  const wanted = cards.filter(
    (card) =>
      isShownTo(person, card) &&
      (organisation === undefined || card.registration.organisation === organisation) &&
      (status === undefined || card.status === status) &&
      (overdue === undefined || isInBand(card, overdue, day)) &&
      (referredFrom === undefined || card.registration.referredOn >= referredFrom) &&
      (referredTo === undefined || card.registration.referredOn <= referredTo),
  )
  const open = wanted.filter(isOpen).toSorted(byPlace)
  const others = wanted.filter((card) => !isOpen(card))
  return [...open, ...others.toSorted((one, other) => (referred(one) < referred(other) ? 1 : -1))]
}

/** The lines of an organisation's statement of a year. */
export const statementFor = (person: Person, cards: Cards, code: string, year: string, day: string) =>
  cards
    .filter((card) => isShownTo(person, card) && card.registration.organisation === code)
    .filter(({ registration }) => yearOf(registration.referredOn) === year)
    .toSorted((one, other) => (referred(one) < referred(other) ? -1 : 1))
    .map((card) => ({
      id: card.id,
      referredOn: card.registration.referredOn,
      status: card.status,
      owed: owedSeen(card, day),
      firstReturnDueOn: card.firstReturnDueAtFirst,
      sent: card.history.flatMap(({ type, by }, place) =>
        by.role === 'force' ? [{ what: type, receipt: receiptOf(card, place + 1) }] : [],
      ),
    }))

/** Everything overdue on a day, by reference. */
export const overdueSeen = (cards: Cards, day: string) =>
  cards
    .flatMap((card) => {
      const owed = owedOn(card, day)
      const { organisation } = card.registration
      return owed && day > owed.dueOn
        ? [{ id: card.id, owed: owed.what, dueOn: owed.dueOn, organisation }]
        : []
    })
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
