import type {
  Acknowledged,
  History,
  OutcomeGiven,
  Recorded,
  ReferralEvent,
  Registered,
  Reminded,
} from './events.ts'
import { isOpen, type Referral } from './referral.ts'

const begin = (event: Recorded<Registered>): Referral => ({
  status: 'awaiting_acknowledgement',
  id: event.id,
  version: event.version,
  registration: event.registration,
  answeringUnit: event.answeringUnit,
  registeredAt: event.at,
  changedAt: event.at,
  originalFirstReturnDueOn: event.firstReturnDue.dueOn,
  acknowledgementDue: event.acknowledgementDue,
  firstReturnDue: event.firstReturnDue,
  firstReturnTakesOverOn: event.firstReturnTakesOverOn,
})

const common = (referral: Referral, event: Recorded<ReferralEvent>) => ({
  id: referral.id,
  version: event.version,
  registration: referral.registration,
  answeringUnit: referral.answeringUnit,
  registeredAt: referral.registeredAt,
  changedAt: event.at,
  originalFirstReturnDueOn: referral.originalFirstReturnDueOn,
})

const outOfPlace = (referral: Referral, event: Recorded<ReferralEvent>): never => {
  throw new Error(`${referral.id} version ${event.version}: ${event.type} cannot follow ${referral.status}`)
}

const acknowledge = (referral: Referral, event: Recorded<Acknowledged>): Referral =>
  referral.status === 'awaiting_acknowledgement'
    ? {
        ...common(referral, event),
        status: 'awaiting_first_return',
        acknowledgement: event.acknowledgement,
        firstReturnDue: referral.firstReturnDue,
      }
    : outOfPlace(referral, event)

const giveOutcome = (referral: Referral, event: Recorded<OutcomeGiven>): Referral => {
  const before = referral.status === 'outcome_received' ? referral : undefined
  return {
    ...common(referral, event),
    status: 'outcome_received',
    ...('acknowledgement' in referral && { acknowledgement: referral.acknowledgement }),
    firstReturn: before?.firstReturn ?? event.received,
    firstOutcome: before?.firstOutcome ?? event.received,
    given: { outcome: event.outcome, version: event.version, at: event.at, codeLists: event.codeLists },
  }
}

const remind = (referral: Referral, event: Recorded<Reminded>): Referral =>
  isOpen(referral)
    ? {
        ...referral,
        version: event.version,
        changedAt: event.at,
        lastReminder: { owed: event.owed, rung: event.rung },
      }
    : outOfPlace(referral, event)

/** The referral after one more event: the only thing that changes a referral. Throws on an event that cannot be. */
export const evolve = (referral: Referral, event: Recorded<Exclude<ReferralEvent, Registered>>): Referral => {
  switch (event.type) {
    case 'acknowledged':
      return acknowledge(referral, event)
    case 'outcome_given':
      return giveOutcome(referral, event)
    case 'reminded':
      return remind(referral, event)
  }
}

/** The referral that a history, or its beginning up to some moment, leads to. */
export const fold = ([registered, ...later]: History): Referral => later.reduce(evolve, begin(registered))
