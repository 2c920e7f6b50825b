import { daysOn, workingDaysOn } from '../../support/reference.ts'
import { outcomeErrors } from './outcome-errors.ts'
import { isKnown, unitOf, type Person } from './people.ts'
import { dayOf, isShownTo, owedOn, workedFrom, workingDaysBefore } from './reckoning.ts'
import { unfitText, type Asked, type ChangeAsked, type RegistrationAsked } from './requests.ts'
import {
  isClosed,
  isOpen,
  versionOf,
  type Card,
  type Cards,
  type Happened,
  type Redirection,
  type Registration,
} from './world.ts'

/** What the service must answer, and how everything stands after it. */
export type Verdict = { readonly cards: Cards } & (
  | {
      readonly status: 200 | 201
      /** The place of the card that the answer shows. */
      readonly shows: number
      /** The version that the receipt is for, where there is one. */
      readonly receipt?: number
    }
  | { readonly status: 403 | 404 | 409 | 412 | 422 | 428; readonly fields?: readonly string[] }
)

type Refused = Omit<Extract<Verdict, { status: 403 | 404 | 409 | 412 | 422 | 428 }>, 'cards'>
/** A change of one card: what happened, and what it leaves different; or that the same was said before. */
type Ruling =
  | Refused
  | { readonly again: string }
  | {
      readonly type: string
      readonly told: Happened['told']
      readonly leaves: Partial<Card>
      readonly opens?: Registration
    }

const refuse = (status: Refused['status'], ...fields: readonly string[]): Refused => ({ status, fields })

/** A text that two values share when they say the same, in whatever order. */
const gist = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Array.isArray(value)
    ? value.map(gist)
    : Object.entries(value).map(([name, field]) => `${name}=${gist(field)}`)
  return `{${parts.toSorted().join()}}`
}

/** Whether two answers say the same, whatever the order they say it in. */
const isSame = (one: unknown, other: unknown): boolean => gist(one) === gist(other)

const isUnfit = (text: string | undefined): boolean => text === unfitText

const cardOf = (registration: Registration, at: string, by: Person, from?: number): Card => {
  const { organisation, referredOn, urgent } = registration
  const [acknowledgement, firstReturn] = urgent ? [2, 10] : [10, 40]
  const acknowledgementDue = workingDaysOn(organisation, referredOn, acknowledgement)
  const firstReturnDue = workingDaysOn(organisation, referredOn, firstReturn)
  const firstReturnTakesOver = workingDaysBefore(organisation, firstReturnDue, 5)
  const told = {
    answeringUnit: unitOf(organisation),
    acknowledgementDue: { dueOn: acknowledgementDue },
    firstReturnDue: { dueOn: firstReturnDue },
    firstReturnTakesOverOn: firstReturnTakesOver,
  }
  return {
    id: '',
    registration,
    status: 'awaiting_acknowledgement',
    registeredAt: at,
    changedAt: at,
    acknowledgementDue,
    firstReturnDue,
    firstReturnDueAtFirst: firstReturnDue,
    firstReturnTakesOver,
    timesExtended: 0,
    ...(from !== undefined && { from }),
    history: [{ type: 'registered', at, by, told }],
  }
}

const holderOf = (cards: Cards, { sarReference, organisation }: Registration): number =>
  cards.findIndex(
    ({ registration }) =>
      registration.sarReference === sarReference && registration.organisation === organisation,
  )

const register = (cards: Cards, { body, by }: RegistrationAsked, now: string): Verdict => {
  const said: Registration = { ...body, sarReference: body.sarReference.trim().toUpperCase() }
  if (!isKnown(said.organisation)) return { cards, ...refuse(422, '/organisation') }
  if (said.referredOn > dayOf(now) || said.referredOn < '2022-01-01')
    return { cards, ...refuse(422, '/referredOn') }
  if (isUnfit(said.handlingConditions)) return { cards, ...refuse(422, '/handlingConditions') }
  const there = holderOf(cards, said)
  if (there < 0) return { cards: [...cards, cardOf(said, now, by)], status: 201, shows: cards.length }
  return isSame(cards[there]?.registration, said)
    ? { cards, status: 200, shows: there }
    : { cards, status: 409 }
}

const returned = (card: Card, today: string) => ({
  firstReturnOn: card.firstReturnOn ?? today,
  received: {
    on: today,
    workingDays: workedFrom(card.registration.organisation, card.registration.referredOn, today),
  },
})

const giveOutcome = (
  card: Card,
  { body, ifMatch }: Extract<ChangeAsked, { route: 'giveOutcome' }>,
  today: string,
): Ruling => {
  if (isClosed(card)) return refuse(409)
  if (card.outcome && isSame(card.outcome, body)) return { again: 'outcome_given' }
  if (ifMatch === undefined && card.outcome) return refuse(428)
  if (ifMatch !== undefined && ifMatch !== `"${card.history.length}"`) return refuse(412)
  const errors = outcomeErrors(body, card, today)
  if (errors.length > 0) return refuse(422, ...errors)
  const { firstReturnOn, received } = returned(card, today)
  const firstOutcomeOn = card.firstOutcomeOn ?? today
  const leaves = { status: 'outcome_received', outcome: body, firstReturnOn, firstOutcomeOn } as const
  return { type: 'outcome_given', told: { outcome: body, received }, leaves }
}

const redirect = (cards: Cards, card: Card, body: Redirection, today: string): Ruling => {
  if (isClosed(card)) return refuse(409)
  const opens = { ...card.registration, organisation: body.organisation, referredOn: today }
  const isThere = holderOf(cards, opens) >= 0
  if (body.organisation === card.registration.organisation) return refuse(422, '/organisation')
  if (isUnfit(body.rationale)) return refuse(422, '/rationale')
  if (isThere) return refuse(422, '/organisation')
  const leaves = { status: 'redirected', to: cards.length } as const
  return { type: 'redirected', told: { redirection: body }, leaves, opens }
}

const rule = (cards: Cards, card: Card, asked: ChangeAsked, today: string): Ruling => {
  switch (asked.route) {
    case 'acknowledge': {
      const { body } = asked
      if (!isClosed(card) && card.acknowledgement && isSame(card.acknowledgement, body))
        return { again: 'acknowledged' }
      if (card.status !== 'awaiting_acknowledgement') return refuse(409)
      if (body.expectedBy !== undefined && body.expectedBy < today) return refuse(422, '/expectedBy')
      if (isUnfit(body.localReference)) return refuse(422, '/localReference')
      const leaves = { status: 'awaiting_first_return', acknowledgement: body } as const
      return { type: 'acknowledged', told: { acknowledgement: body }, leaves }
    }
    case 'reportProgress': {
      const { body } = asked
      const { nextUpdateOn } = body
      if (isOpen(card) && card.reportedOn === today && isSame(card.report, body))
        return { again: 'progress_reported' }
      if (!isOpen(card)) return refuse(409)
      if (nextUpdateOn <= today || nextUpdateOn > daysOn(today, 92)) return refuse(422, '/nextUpdateOn')
      if (isUnfit(body.rationale)) return refuse(422, '/rationale')
      const { firstReturnOn, received } = returned(card, today)
      const updateDue = { dueOn: nextUpdateOn, basis: { kind: 'given', on: today } }
      const leaves = { report: body, reportedOn: today, updateDue: nextUpdateOn, firstReturnOn }
      const told = { report: body, received, updateDue }
      return { type: 'progress_reported', told, leaves: { ...leaves, status: 'awaiting_update' } }
    }
    case 'giveOutcome':
      return giveOutcome(card, asked, today)
    case 'redirect':
      return redirect(cards, card, asked.body, today)
    case 'withdraw':
      if (isClosed(card)) return refuse(409)
      if (isUnfit(asked.body.rationale)) return refuse(422, '/rationale')
      return { type: 'withdrawn', told: { withdrawal: asked.body }, leaves: { status: 'withdrawn' } }
    case 'extend': {
      if (isOpen(card) && card.extendedOn === today && isSame(card.extension, asked.body))
        return { again: 'date_extended' }
      const owed = owedOn(card, today)
      if (!owed || card.timesExtended === 2) return refuse(409)
      if (isUnfit(asked.body.rationale)) return refuse(422, '/rationale')
      const dueOn = workingDaysOn(card.registration.organisation, owed.dueOn, asked.body.workingDays)
      const moved = {
        acknowledgement: { acknowledgementDue: dueOn },
        first_return: { firstReturnDue: dueOn },
        progress_update: { updateDue: dueOn },
      }[owed.what]
      const told = { extension: asked.body, owed: owed.what, due: { dueOn } }
      const again = { timesExtended: card.timesExtended + 1, extension: asked.body, extendedOn: today }
      return { type: 'date_extended', told, leaves: { ...moved, ...again } }
    }
  }
}

const change = (cards: Cards, asked: ChangeAsked, now: string): Verdict => {
  if (asked.route === 'redirect' && !isKnown(asked.body.organisation))
    return { cards, ...refuse(422, '/organisation') }
  if (asked.route === 'giveOutcome' && asked.ifMatch === 'any') return { cards, ...refuse(412) }
  const place = cards.findIndex((card) => card.id === asked.id && isShownTo(asked.by, card))
  const card = cards[place]
  if (!card) return { cards, ...refuse(404) }
  const at = now > card.changedAt ? now : card.changedAt
  const ruling = rule(cards, card, asked, dayOf(at))
  if ('status' in ruling) return { cards, ...ruling }
  if ('again' in ruling) return { cards, status: 200, shows: place, receipt: versionOf(card, ruling.again) }
  const { type, told, leaves, opens } = ruling
  const happened = { type, told, at, by: asked.by }
  const after: Card = { ...card, ...leaves, changedAt: at, history: [...card.history, happened] }
  const opened = opens ? [cardOf(opens, at, asked.by, place)] : []
  return {
    cards: [...cards.with(place, after), ...opened],
    status: 200,
    shows: place,
    receipt: after.history.length,
  }
}

const mayBeAskedBy: Readonly<Record<Asked['route'], Person['role']>> = {
  registerReferral: 'ukfiu',
  redirect: 'ukfiu',
  withdraw: 'ukfiu',
  extend: 'ukfiu',
  acknowledge: 'force',
  reportProgress: 'force',
  giveOutcome: 'force',
}

/** What becomes of a request, now, with things as they stand. */
export const judge = (cards: Cards, asked: Asked, now: string): Verdict => {
  if (mayBeAskedBy[asked.route] !== asked.by.role) return { cards, ...refuse(403) }
  return asked.route === 'registerReferral' ? register(cards, asked, now) : change(cards, asked, now)
}
