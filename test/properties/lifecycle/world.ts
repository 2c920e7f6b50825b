import type { Person } from './people.ts'

/*
 * The service once more as anybody would keep it on cards: a card for each referral, with what is known of it. Nothing
 * here or in the files that reckon with it uses a line of the service's own rules.
 */

export type Status =
  | 'awaiting_acknowledgement'
  | 'awaiting_first_return'
  | 'awaiting_update'
  | 'outcome_received'
  | 'redirected'
  | 'withdrawn'

/** A registration as it is sent, every field given. */
export type Registration = {
  readonly sarReference: string
  readonly organisation: string
  readonly referredOn: string
  readonly subjectType: string
  readonly linkType: string
  readonly identificationBasis: string
  readonly apparentConcern: string
  readonly glossaryCodes: readonly string[]
  readonly risk?: Readonly<Record<string, string>>
  readonly handling: string
  readonly handlingConditions?: string
  readonly marking: string
  readonly urgent: boolean
  readonly restricted: boolean
  readonly containsHmrcInformation: boolean
}

export type Acknowledgement = {
  readonly personnelConfirmed: string
  readonly localReference?: string
  readonly expectedBy?: string
}

export type Report = {
  readonly detailWithheld: boolean
  readonly stage?: string
  readonly nextUpdateOn: string
  readonly rationale?: string
}

export type Outcome = {
  readonly subjectConfirmed: string
  readonly evidenceOfCorruption: string
  readonly corruptionCategories: readonly string[]
  readonly otherConcerns: readonly string[]
  readonly actions: readonly string[]
  readonly criminalOutcome: string
  readonly proceedingType: string
  readonly findingLevel: string
  readonly disciplinaryAction: string
  readonly leftBeforeConclusion: string
  readonly barredList: string
  readonly intelligenceValue: string
  readonly linkAlreadyDeclared: string
  readonly concludedOn: string
  readonly rationale: string
  readonly learning?: string
}

export type Move = { readonly reason: string; readonly rationale: string }
export type Redirection = Move & { readonly organisation: string }
export type Extension = Move & { readonly workingDays: number }

/** One thing that happened, with what its readers are told of it. */
export type Happened = {
  readonly type: string
  readonly at: string
  readonly by: Person
  readonly told: Readonly<Record<string, unknown>>
}

/** One referral. Days are London days, moments are UTC, both as text. */
export type Card = {
  /** Empty until the service has named it. */
  readonly id: string
  readonly registration: Registration
  readonly status: Status
  readonly registeredAt: string
  readonly changedAt: string
  readonly acknowledgementDue: string
  readonly firstReturnDue: string
  /** As first set: it never moves. */
  readonly firstReturnDueAtFirst: string
  /** From this day on, the first return is owed though nobody acknowledged. */
  readonly firstReturnTakesOver: string
  readonly updateDue?: string
  readonly acknowledgement?: Acknowledgement
  readonly report?: Report
  readonly reportedOn?: string
  readonly outcome?: Outcome
  readonly firstReturnOn?: string
  readonly firstOutcomeOn?: string
  readonly timesExtended: number
  readonly extension?: Extension
  readonly extendedOn?: string
  /** The card that it was redirected from, and to, by their places. */
  readonly from?: number
  readonly to?: number
  readonly history: readonly Happened[]
}

/** All that there is; a new state for everything that happens, so that the one before is still there. */
export type Cards = readonly Card[]

/** What fast-check runs the commands against. */
export type World = { cards: Cards; now: number }

export const isOpen = ({ status }: Card): boolean =>
  status === 'awaiting_acknowledgement' || status === 'awaiting_first_return' || status === 'awaiting_update'

export const isClosed = ({ status }: Card): boolean => status === 'redirected' || status === 'withdrawn'

/** Which version of the referral its last event of a type is. */
export const versionOf = ({ history }: Card, type: string): number =>
  history.findLastIndex((happened) => happened.type === type) + 1
