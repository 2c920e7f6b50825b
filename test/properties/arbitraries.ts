import * as fc from 'fast-check'
import {
  actions,
  codesOf,
  corruptionCategories,
  criminalOutcomes,
  intelligenceValues,
  linkTypes,
  otherConcerns,
  riskLevels,
  subjectTypes,
} from '../../shared/domain/codes.ts'
import { londonDate } from '../../shared/domain/dates.ts'
import type { History } from '../../shared/domain/referral/events.ts'
import type { Referral } from '../../shared/domain/referral/referral.ts'
import type { Outcome } from '../../shared/domain/referral/returns.ts'
import {
  acknowledging,
  anOutcome,
  aRegistration,
  extending,
  given,
  givingOutcome,
  inLondon,
  redirecting,
  registering,
  reportingProgress,
  withdrawing,
  type Changing,
} from '../support/referrals.ts'
import { daysOn, type Sent } from '../support/reference.ts'

const oneOf = <Code extends string>(list: Readonly<Record<Code, string>>) => fc.constantFrom(...codesOf(list))
const someOf = <Code extends string>(list: Readonly<Record<Code, string>>, minLength = 0) =>
  fc.subarray([...codesOf(list)], { minLength, maxLength: 4 })

/** Organisations that differ in division, in what regulations reach them and in who answers. */
const organisations = [
  'kent',
  'essex',
  'dyfed-powys',
  'police-scotland',
  'psni',
  'nca',
  'border-force',
  'btp',
]

/** A day of two and a half years, so that a few fall on each side of two reporting-year ends. */
export const someDay = fc.nat(900).map((days) => daysOn('2024-02-01', days))

const timeOfDay = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)

const registrationFields = fc.record({
  organisation: fc.constantFrom(...organisations),
  referredOn: someDay,
  subjectType: oneOf(subjectTypes),
  linkType: oneOf(linkTypes),
  urgent: fc.boolean(),
  risk: fc.option(fc.record({ severity: oneOf(riskLevels) }, { requiredKeys: [] }), { nil: undefined }),
})

const evidence = fc.oneof(
  fc.constantFrom('none', 'unable_to_determine').map((evidenceOfCorruption) => ({
    evidenceOfCorruption,
    corruptionCategories: [],
  })),
  fc.record({
    evidenceOfCorruption: fc.constantFrom('actual', 'potential'),
    corruptionCategories: someOf(corruptionCategories, 1),
  }),
)

const proceedings = fc.constantFrom(
  { proceedingType: 'none' },
  {
    proceedingType: 'local_staff_process',
    findingLevel: 'misconduct',
    disciplinaryAction: 'written_warning',
  },
  { proceedingType: 'local_staff_process', disciplinaryAction: 'dismissal_without_notice' },
)

/** An answer that any organisation may give about anybody. */
const outcomeFields = fc
  .record({
    evidence,
    proceedings,
    otherConcerns: someOf(otherConcerns),
    actions: someOf(actions, 1).map((named) => (named.includes('no_action') ? ['no_action'] : named)),
    criminalOutcome: oneOf(criminalOutcomes),
    intelligenceValue: oneOf(intelligenceValues),
  })
  .map(({ evidence: found, proceedings: held, ...fields }) => ({ ...fields, ...found, ...held }))

/** What may be done next, each time; what can't be done in the state then reached is left out. */
const step = fc.record({
  kind: fc.constantFrom('acknowledge', 'progress', 'progress', 'outcome', 'outcome', 'extend', 'close'),
  gap: fc.oneof(fc.nat(3), fc.nat(25), fc.nat(70)),
  time: timeOfDay,
  days: fc.integer({ min: 1, max: 92 }),
  by: fc.integer({ min: 1, max: 20 }),
  withdrawn: fc.boolean(),
  outcome: outcomeFields,
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const script = fc.record({
  registration: registrationFields,
  registeredLater: fc.oneof(fc.constant(0), fc.nat(30)),
  time: timeOfDay,
  steps: fc.array(step, { maxLength: 6 }),
})
type Script = typeof script extends fc.Arbitrary<infer Value> ? Value : never

type Story = {
  readonly changes: readonly Changing[]
  readonly sent: Sent
  readonly day: string
  readonly acknowledged: boolean
  readonly extensions: number
}

const isAnswered = ({ returns }: Sent) => returns.some(({ outcome }) => outcome !== undefined)

const returned = (story: Story, change: Changing, outcome?: Outcome): Story => {
  const here = { on: story.day, ...(outcome && { outcome }) }
  const sent = { ...story.sent, returns: [...story.sent.returns, here] }
  return { ...story, sent, acknowledged: true, changes: [...story.changes, change] }
}

const closing = (story: Story, when: string, withdrawn: boolean): Story => {
  const closed = { as: withdrawn ? 'withdrawn' : 'redirected', on: story.day } as const
  const change = withdrawn ? withdrawing(when) : redirecting(when, 'surrey')
  return { ...story, sent: { ...story.sent, closed }, changes: [...story.changes, change] }
}

/** Every rationale differs, so that no answer is only the one before sent again. */
const answering = (story: Story, when: string, fields: Step['outcome']): Story => {
  const { sent, changes } = story
  const rationale = `Answer number ${sent.returns.length} to this referral.`
  const outcome = anOutcome({ ...fields, concludedOn: sent.registration.referredOn, rationale })
  return returned(
    story,
    givingOutcome(when, outcome, isAnswered(sent) ? changes.length + 1 : undefined),
    outcome,
  )
}

const reporting = (story: Story, when: string, days: number): Story => {
  const rationale = `Report number ${story.sent.returns.length} on this referral.`
  return returned(story, reportingProgress(when, daysOn(story.day, days), { rationale }))
}

/** What follows, by a model of its own of what can follow what; a step that can't is left out. */
const onwards = (before: Story, { kind, gap, time, days, by, withdrawn, outcome }: Step): Story => {
  const story = { ...before, day: daysOn(before.day, gap) }
  const when = `${story.day} ${time}`
  const isOpen = !story.sent.closed && !isAnswered(story.sent)
  if (story.sent.closed) return before
  if (kind === 'close') return closing(story, when, withdrawn)
  if (kind === 'outcome') return answering(story, when, outcome)
  if (kind === 'progress' && isOpen) return reporting(story, when, days)
  if (kind === 'acknowledge' && isOpen && !story.acknowledged) {
    return { ...story, acknowledged: true, changes: [...story.changes, acknowledging(when)] }
  }
  if (kind === 'extend' && isOpen && story.extensions < 2) {
    return {
      ...story,
      extensions: story.extensions + 1,
      changes: [...story.changes, extending(when, by, `Put off for reason number ${story.extensions}.`)],
    }
  }
  return before
}

/** A referral with its history, and the same as whoever sent it all would tell it. */
export type Case = { readonly referral: Referral; readonly history: History; readonly sent: Sent }

const caseOf = ({ registration, registeredLater, time, steps }: Script, place: number): Case => {
  const id = `R-0000-${String(place).padStart(4, '0')}`
  const day = daysOn(registration.referredOn, registeredLater)
  const sent: Sent = { id, registeredOn: day, registration: aRegistration(registration), returns: [] }
  const begun: Story = { changes: [], sent, day, acknowledged: false, extensions: 0 }
  const story = steps.reduce(onwards, begun)
  const registered = registering(registration, { id, at: inLondon(day, time) })
  return { ...given(registered, ...story.changes), sent: story.sent }
}

/** Referrals to which anything happened that can; every step of theirs must be accepted. */
export const someCases = (maxLength: number) =>
  fc.array(script, { minLength: 1, maxLength }).map((scripts) => scripts.map(caseOf))

/** The last London day on which anything happened. */
export const lastDayOf = (cases: readonly Case[]): string =>
  cases
    .map(({ referral }) => londonDate(referral.changedAt))
    .reduce((one, other) => (one > other ? one : other))
