import { daysOn } from '../../support/reference.ts'
import { answererFor, ukfiu, type Person } from './people.ts'
import { dayOf, written } from './reckoning.ts'
import { fitText, unfitText, type Asked, type ChangeAsked } from './requests.ts'
import { outcomeKinds, type AgainWish, type ChangeWish, type RegisterWish, type Which } from './wishes.ts'
import {
  isClosed,
  type Acknowledgement,
  type Card,
  type Outcome,
  type Registration,
  type Report,
  type World,
} from './world.ts'

/** A reference that no referral ever has in these runs: chance would have to hit one in a million million. */
const notThere = 'R-0000-0000'

const textOf = (unfit: boolean): string => (unfit ? unfitText : fitText)

const forces = new Set<ChangeWish['route']>(['acknowledge', 'reportProgress', 'giveOutcome'])

/** Whoever a change falls to. */
const fitting = (route: ChangeWish['route'], card: Card | undefined): Person =>
  forces.has(route) ? answererFor(card?.registration.organisation ?? 'kent') : ukfiu

const acknowledgement = (
  says: Extract<ChangeWish, { route: 'acknowledge' }>['says'],
  card: Card | undefined,
  today: string,
): Acknowledgement => {
  const { personnelConfirmed, localReference, unfit, expectedIn, again } = says
  if (again && card?.acknowledgement) return card.acknowledgement
  return {
    personnelConfirmed,
    ...(localReference !== undefined && { localReference }),
    ...(unfit && { localReference: unfitText }),
    ...(expectedIn !== undefined && { expectedBy: daysOn(today, expectedIn) }),
  }
}

const report = (
  { nextIn, withheld, unfit, again }: Extract<ChangeWish, { route: 'reportProgress' }>['says'],
  card: Card | undefined,
  today: string,
): Report => {
  if (again && card?.report) return card.report
  const nextUpdateOn = daysOn(today, nextIn)
  if (withheld && !unfit) return { detailWithheld: true, nextUpdateOn }
  return { detailWithheld: false, stage: 'assessing', nextUpdateOn, rationale: textOf(unfit) }
}

type AnswerSays = Extract<ChangeWish, { route: 'giveOutcome' }>['says']

const concludedOn = (concluded: AnswerSays['concluded'], card: Card | undefined, today: string): string => {
  const referredOn = card?.registration.referredOn ?? today
  if (concluded === 'today') return today
  if (concluded === 'tomorrow') return daysOn(today, 1)
  return concluded === 'referral' ? referredOn : daysOn(referredOn, -1)
}

/** What an answer says unless a kind of outcome says something else; the barred list as the organisation has it. */
const outcome = (says: AnswerSays, card: Card | undefined, today: string): Outcome => {
  const { kind, intelligenceValue, concluded, learning, unfit, again } = says
  if (again && card?.outcome) return { ...card.outcome, actions: card.outcome.actions.toReversed() }
  return {
    subjectConfirmed: 'current_personnel',
    evidenceOfCorruption: 'none',
    corruptionCategories: [],
    otherConcerns: [],
    actions: ['intelligence_report', 'management_action'],
    criminalOutcome: 'none',
    proceedingType: 'none',
    findingLevel: 'not_applicable',
    disciplinaryAction: 'none',
    leftBeforeConclusion: 'no',
    barredList: 'not_applicable',
    intelligenceValue,
    linkAlreadyDeclared: 'not_applicable',
    concludedOn: concludedOn(concluded, card, today),
    rationale: textOf(unfit),
    ...(learning !== undefined && { learning }),
    ...outcomeKinds[kind],
  }
}

const ifMatch = (version: AnswerSays['version'], card: Card | undefined): string | undefined => {
  const current = card?.history.length ?? 1
  if (version === 'any') return 'any'
  const named = { none: undefined, current, stale: Math.max(1, current - 1), ahead: current + 1 }[version]
  return named === undefined ? undefined : `"${named}"`
}

/** The card that a wish is about, if there is one. */
export const cardFor = ({ cards }: World, { place, amongAll }: Which): Card | undefined => {
  const lively = cards.filter((card) => !isClosed(card))
  const choice = amongAll || lively.length === 0 ? cards : lively
  return place < 0 ? undefined : choice[place % Math.max(1, choice.length)]
}

/** The request that a wish comes to, as things stand. */
export const changeWished = (world: World, wish: ChangeWish, which = wish.which): ChangeAsked => {
  const card = cardFor(world, which)
  const today = dayOf(written(world.now))
  const by = wish.who === 'fitting' ? fitting(wish.route, card) : wish.who
  const asked = { by, id: card?.id ?? notThere }
  switch (wish.route) {
    case 'acknowledge':
      return { ...asked, route: wish.route, body: acknowledgement(wish.says, card, today) }
    case 'reportProgress':
      return { ...asked, route: wish.route, body: report(wish.says, card, today) }
    case 'giveOutcome': {
      const body = outcome(wish.says, card, today)
      return { ...asked, route: wish.route, body, ifMatch: ifMatch(wish.says.version, card) }
    }
    case 'redirect': {
      const { unfit, ...says } = wish.says
      return { ...asked, route: wish.route, body: { ...says, rationale: textOf(unfit) } }
    }
    case 'withdraw': {
      const { unfit, ...says } = wish.says
      return { ...asked, route: wish.route, body: { ...says, rationale: textOf(unfit) } }
    }
    case 'extend': {
      const { unfit, ...says } = wish.says
      return { ...asked, route: wish.route, body: { ...says, rationale: textOf(unfit) } }
    }
  }
}

const sars = ['SAR-7001/A', 'SAR-7002/B', 'SAR-7003/C', 'SAR-7004/D']

/** The registration that a wish comes to. */
export const registrationWished = (world: World, { who, says }: RegisterWish): Asked => {
  const { sar, untidy, daysAgo, risk, conditions, ...rest } = says
  const sarReference = sars[sar] ?? ''
  const body: Registration = {
    ...rest,
    sarReference: untidy ? ` ${sarReference.toLowerCase()} ` : sarReference,
    referredOn: daysOn(dayOf(written(world.now)), -daysAgo),
    identificationBasis: 'other',
    apparentConcern: 'unclear',
    glossaryCodes: ['XXS99XX', 'XXD9XX'],
    marking: 'OFFICIAL-SENSITIVE',
    ...(risk && { risk }),
    ...(conditions === undefined
      ? { handling: 'P' }
      : { handling: 'C', handlingConditions: textOf(conditions === 'unfit') }),
  }
  return { route: 'registerReferral', by: who === 'fitting' ? ukfiu : who, body }
}

/** The registration of a card once more; nothing when there is none. */
export const againWished = (world: World, { which, differs }: AgainWish): readonly Asked[] => {
  const card = cardFor(world, which)
  if (!card) return []
  const { registration } = card
  const other = {
    'in nothing': { glossaryCodes: registration.glossaryCodes.toReversed() },
    'in concern': { apparentConcern: 'victim_of_fraud' },
    'in urgency': { urgent: !registration.urgent },
  }[differs]
  return [{ route: 'registerReferral', by: ukfiu, body: { ...registration, ...other } }]
}
