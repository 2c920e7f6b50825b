import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import {
  acknowledgementBody,
  extensionBody,
  outcomeBody,
  progressReportBody,
  redirectionBody,
  registrationBody,
  withdrawalBody,
} from '../../shared/contracts/requests.ts'
import { instantAt, localDate, type Instant } from '../../shared/domain/dates.ts'
import { actorOf, theService, type Principal } from '../../shared/domain/principal.ts'
import { acknowledge } from '../../shared/domain/referral/acknowledge.ts'
import type { Decision } from '../../shared/domain/referral/command.ts'
import type { History, Recorded, ReferralChange, Registered } from '../../shared/domain/referral/events.ts'
import { evolve, fold } from '../../shared/domain/referral/evolve.ts'
import { extend } from '../../shared/domain/referral/extend.ts'
import { giveOutcome } from '../../shared/domain/referral/give-outcome.ts'
import { owedOn, type Owed } from '../../shared/domain/referral/owed.ts'
import { recalculate } from '../../shared/domain/referral/recalculate.ts'
import { redirect } from '../../shared/domain/referral/redirect.ts'
import type { Referral } from '../../shared/domain/referral/referral.ts'
import { register } from '../../shared/domain/referral/register.ts'
import type { Registration } from '../../shared/domain/referral/registration.ts'
import { reportProgress } from '../../shared/domain/referral/report-progress.ts'
import type { Acknowledgement, Outcome } from '../../shared/domain/referral/returns.ts'
import { withdraw } from '../../shared/domain/referral/withdraw.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { reminderDueOn } from '../../shared/domain/reminders/ladder.ts'
import { recordReminder } from '../../shared/domain/reminders/remind.ts'
import { ok, type Result } from '../../shared/domain/result.ts'
import { rulesOf, type Rules } from '../../shared/domain/rules.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'

/** The moment it is so late on a day in London: at ten in the morning unless another time is named. */
export const inLondon = (day: string, time = '10:00'): Instant =>
  instantAt(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('Europe/London').epochMilliseconds)

export const ukfiuOfficer: Principal = { id: 'ukfiu', name: 'UKFIU officer', role: 'ukfiu' }

export const forceOfficer = (organisation: string, maySeeRestricted = true): Principal => ({
  id: `force-${organisation}`,
  name: `Officer of ${organisation}`,
  role: 'force',
  organisation,
  maySeeRestricted,
})

/** The rules that the service has for an organisation. */
export const rulesAt = (organisation: string): Rules => rulesOf(referenceData, organisation)

/** The same with a ladder of one rung, one working day after, however the policy file's may grow. */
export const rulesWithOneRung = (organisation: string): Rules => {
  const rules = rulesAt(organisation)
  const when = { kind: 'from_due_date', workingDays: 1 } as const
  return { ...rules, policy: { ...rules.policy, ladder: [{ rung: 'overdue', when, to: ['unit_mailbox'] }] } }
}

type Fields<Body> = Readonly<Partial<Record<keyof Body | 'handlingConditions', unknown>>>

/** What a client sends to register: plain and complete, except for the fields named. */
export const registrationRequest = (fields: Fields<Registration> = {}) => ({
  sarReference: 'SAR-2026/000417',
  organisation: 'kent',
  referredOn: '2026-04-07',
  subjectType: 'police_officer',
  linkType: 'direct',
  identificationBasis: 'employer_stated_in_sar',
  apparentConcern: 'possible_corruption',
  handling: 'P',
  ...fields,
})

export const aRegistration = (fields: Fields<Registration> = {}): Registration =>
  registrationBody.parse(registrationRequest(fields))

export const acknowledgementRequest = (fields: Fields<Acknowledgement> = {}) => ({
  personnelConfirmed: 'yes',
  ...fields,
})

const anAcknowledgement = (fields: Fields<Acknowledgement> = {}): Acknowledgement =>
  acknowledgementBody.parse(acknowledgementRequest(fields))

const because = 'A reason that the file explains in full.'

export const progressRequest = (nextUpdateOn: string) => ({
  stage: 'under_investigation',
  nextUpdateOn,
  rationale: 'Enquiries with the bank are still going on.',
  detailWithheld: false,
})

/** What a force sends when it found no corruption, except for the fields named. */
export const outcomeRequest = (fields: Fields<Outcome> = {}) => ({
  subjectConfirmed: 'current_personnel',
  evidenceOfCorruption: 'none',
  corruptionCategories: [],
  otherConcerns: [],
  actions: ['intelligence_report'],
  criminalOutcome: 'none',
  proceedingType: 'none',
  findingLevel: 'not_applicable',
  disciplinaryAction: 'none',
  leftBeforeConclusion: 'no',
  barredList: 'not_applicable',
  intelligenceValue: 'already_known',
  linkAlreadyDeclared: 'not_applicable',
  concludedOn: '2026-04-07',
  rationale: 'The accounts were explained and nothing points to corruption.',
  ...fields,
})

export const anOutcome = (fields: Fields<Outcome> = {}): Outcome => outcomeBody.parse(outcomeRequest(fields))

/** A command that begins a referral, and one that changes it; each still to be decided on. */
export type Registering = () => Result<Recorded<Registered>, Refusal>
export type Changing = (referral: Referral) => Decision<ReferralChange>

export type RegisteringOptions = {
  readonly id?: string
  /** When it is registered: the morning of `referredOn` unless another moment is named. */
  readonly at?: Instant
  readonly rules?: Rules
}

/** The UKFIU registers a referral. */
export const registering =
  (fields: Fields<Registration> = {}, options: RegisteringOptions = {}): Registering =>
  () => {
    const registration = aRegistration(fields)
    const now = options.at ?? inLondon(registration.referredOn)
    const rules = options.rules ?? rulesAt(registration.organisation)
    return register(options.id ?? 'R-7K3M-9QXD', registration, { now, by: actorOf(ukfiuOfficer), rules })
  }

const momentOf = (when: string): Instant => {
  const [day = '', time] = when.split(' ')
  return inLondon(day, time)
}

const byForce = ({ registration: { organisation } }: Referral, when: string) => ({
  now: momentOf(when),
  by: actorOf(forceOfficer(organisation)),
  rules: rulesAt(organisation),
})

export const byUkfiu = (referral: Referral, when: string) => ({
  ...byForce(referral, when),
  by: actorOf(ukfiuOfficer),
})

const byItself = (referral: Referral, when: string, rules = rulesAt(referral.registration.organisation)) => ({
  ...byForce(referral, when),
  by: theService,
  rules,
})

/** The force acknowledges, at a moment or on the morning of a day. */
export const acknowledging =
  (when: string, fields: Fields<Acknowledgement> = {}): Changing =>
  (referral) =>
    acknowledge(referral, anAcknowledgement(fields), byForce(referral, when))

/** The force says that its enquiry goes on, and when it will say more. */
export const reportingProgress =
  (when: string, nextUpdateOn: string, fields: Readonly<Record<string, unknown>> = {}): Changing =>
  (referral) => {
    const report = progressReportBody.parse({ ...progressRequest(nextUpdateOn), ...fields })
    return reportProgress(referral, report, byForce(referral, when))
  }

/** The force gives its outcome, or corrects it when it names the version that it changes. */
export const givingOutcome =
  (when: string, fields: Fields<Outcome> = {}, version?: number): Changing =>
  (referral) =>
    giveOutcome(referral, anOutcome(fields), version, byForce(referral, when))

/** The UKFIU puts off the date now owed. */
export const extending =
  (when: string, workingDays: number, rationale = because): Changing =>
  (referral) => {
    const extension = extensionBody.parse({ workingDays, reason: 'complexity', rationale })
    return extend(referral, extension, byUkfiu(referral, when))
  }

/** The UKFIU takes the referral back. */
export const withdrawing =
  (when: string, rationale = because): Changing =>
  (referral) => {
    const withdrawal = withdrawalBody.parse({ reason: 'registered_in_error', rationale })
    return withdraw(referral, withdrawal, byUkfiu(referral, when))
  }

export type Redirecting = { readonly newId?: string; readonly rationale?: string }

/** Both sides of a redirection: what closes here and what opens there. */
export const redirectionOf = (
  referral: Referral,
  when: string,
  to: string,
  { newId = 'R-0000-0002', rationale = because }: Redirecting = {},
) => {
  const redirection = redirectionBody.parse({ organisation: to, reason: 'moved_force', rationale })
  return redirect(referral, redirection, newId, rulesAt(to), byUkfiu(referral, when))
}

/** The UKFIU passes the SAR on to another organisation; only the side that closes. */
export const redirecting =
  (when: string, to: string, rationale = because): Changing =>
  (referral) => {
    const decision = redirectionOf(referral, when, to, { rationale })
    return decision.ok ? ok(decision.value.closed) : decision
  }

/** The dates are worked out again under rules that changed. */
export const recalculating =
  (when: string, rules: Rules): Changing =>
  (referral) =>
    ok(recalculate(referral, byItself(referral, when, rules)))

/** What is due on a day is sent, whatever it is. */
export const reminding =
  (day: string, rules?: Rules): Changing =>
  (referral) => {
    const context = byItself(referral, `${day} 08:00`, rules)
    const told = reminderDueOn(referral, localDate(day), context.rules)
    return ok(told && recordReminder(referral, localDate(day), told, context))
  }

type Situation = {
  readonly history: History
  readonly referral: Referral
  readonly when: (command: Changing) => Decision<ReferralChange>
  /** The same once more has happened to it. */
  readonly and: (...changes: readonly Changing[]) => Situation
  /** What is owed on a London day. */
  readonly owes: (day: string) => Owed | null
}

const accepted = <Value>(decision: Result<Value | undefined, Refusal>): Value => {
  if (!decision.ok) throw new Error(`The test's own history was refused: ${JSON.stringify(decision.problem)}`)
  if (decision.value === undefined) throw new Error("A step of the test's own history changed nothing")
  return decision.value
}

const situationOf = (history: History, referral = fold(history)): Situation => ({
  history,
  referral,
  when: (command) => command(referral),
  and: (...changes) => changes.reduce(onwards, situationOf(history, referral)),
  owes: (day) => owedOn(referral, localDate(day)),
})

const onwards = ({ history, referral }: Situation, change: Changing): Situation => {
  const event = accepted(change(referral))
  return situationOf([...history, event], evolve(referral, event))
}

/** A referral to which all this has happened, every step through the command that does it. */
export const given = (first: Registering, ...changes: readonly Changing[]): Situation =>
  situationOf([accepted(first())]).and(...changes)

/** Nothing has happened yet. */
export const givenNothing = { when: (command: Registering) => command() }

/** The referral as a decision leaves it. */
export const after = ({ referral, when }: Situation, command: Changing): Referral =>
  evolve(referral, accepted(when(command)))

/** Matches a decision that leads to an event with these fields. */
export const leadsTo = (event: Readonly<Record<string, unknown>>) => ({
  ok: true,
  value: expect.objectContaining(event),
})

/** A decision that there is nothing to change. */
export const changesNothing = { ok: true, value: undefined }

/** Matches a decision that refuses. */
export const isRefused = (problem: Readonly<Record<string, unknown>>) => ({
  ok: false,
  problem: expect.objectContaining(problem),
})

/** Matches a decision that refuses these fields and no others, each with words that match. */
export const isRefusedFor = (errors: Readonly<Record<string, RegExp>>) =>
  isRefused({
    kind: 'invalid_fields',
    errors: Object.entries(errors).map(([field, words]) => ({
      pointer: `/${field}`,
      detail: expect.stringMatching(words),
    })),
  })
