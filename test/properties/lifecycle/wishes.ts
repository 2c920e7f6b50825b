import * as fc from 'fast-check'
import { organisations, people } from './people.ts'

/*
 * What is generated: wishes, which say who wants what of which card in terms that hold for any state, such as "the
 * third card" or "in five days". They are plain data, so that a counterexample shrinks and prints well.
 */

/** True once in so many times. */
const chance = (times: number) =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) })
const rarely = chance(20)
const sometimes = chance(4)

/** By place among the cards there are, mostly among those that are not closed; or something that is not there. */
const which = fc.record({
  place: fc.oneof({ weight: 24, arbitrary: fc.nat(11) }, { weight: 1, arbitrary: fc.constant(-1) }),
  amongAll: chance(4),
})
export type Which = typeof which extends fc.Arbitrary<infer Value> ? Value : never

/** Mostly whoever it falls to; otherwise anybody. */
const who = fc.oneof(
  { weight: 6, arbitrary: fc.constant('fitting' as const) },
  { weight: 1, arbitrary: fc.constantFrom(...people) },
)

const anybody = fc.constantFrom(...people)

const somewhere = fc.oneof(
  { weight: 24, arbitrary: fc.constantFrom(...organisations) },
  { weight: 1, arbitrary: fc.constant('atlantis') },
)

const registering = fc.record({
  sar: fc.nat(3),
  untidy: fc.boolean(),
  organisation: somewhere,
  daysAgo: fc.oneof(
    { weight: 10, arbitrary: fc.nat(3) },
    { weight: 10, arbitrary: fc.nat(80) },
    { weight: 1, arbitrary: fc.constantFrom(-1, 1500) },
  ),
  subjectType: fc.constantFrom('police_officer', 'police_staff', 'unknown'),
  linkType: fc.constantFrom('direct', 'family_member'),
  risk: fc.constantFrom(undefined, {}, { severity: 'high' }, { suspicion: 'low', reliability: 'medium' }),
  conditions: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(undefined, 'fit') },
    { weight: 1, arbitrary: fc.constant('unfit') },
  ),
  urgent: sometimes,
  restricted: sometimes,
  containsHmrcInformation: fc.boolean(),
})

const acknowledging = fc.record({
  personnelConfirmed: fc.constantFrom('yes', 'no', 'checking'),
  localReference: fc.constantFrom(undefined, 'PSD/26/118'),
  unfit: rarely,
  expectedIn: fc.constantFrom(undefined, undefined, -1, 0, 30),
  again: sometimes,
})

const reporting = fc.record({
  nextIn: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 20 }) },
    { weight: 1, arbitrary: fc.constantFrom(0, 91, 92, 93) },
  ),
  withheld: fc.boolean(),
  unfit: rarely,
  again: sometimes,
})

/** Outcomes that most organisations may give, and some that break a rule between their fields. */
export const outcomeKinds = {
  nothingFound: {},
  undecided: { evidenceOfCorruption: 'unable_to_determine' },
  potential: {
    evidenceOfCorruption: 'potential',
    corruptionCategories: ['vulnerability', 'theft_and_fraud'],
    otherConcerns: ['debt', 'gambling'],
    actions: ['vetting_review', 'welfare_support'],
  },
  actual: {
    evidenceOfCorruption: 'actual',
    corruptionCategories: ['misusing_force_systems'],
    criminalOutcome: 'charged',
    proceedingType: 'local_staff_process',
    findingLevel: 'misconduct',
    disciplinaryAction: 'written_warning',
  },
  dismissed: {
    evidenceOfCorruption: 'actual',
    corruptionCategories: ['abuse_of_authority'],
    proceedingType: 'misconduct_hearing',
    findingLevel: 'gross_misconduct',
    disciplinaryAction: 'dismissal_without_notice',
    barredList: 'yes',
  },
  notOurs: { subjectConfirmed: 'not_our_personnel', actions: ['no_action'] },
  corruptWithoutCategory: { evidenceOfCorruption: 'potential' },
  categoryWithoutCorruption: { corruptionCategories: ['infiltration'] },
  noActionBesideAnother: { actions: ['no_action', 'management_action'] },
  notOursButCorrupt: {
    subjectConfirmed: 'not_our_personnel',
    evidenceOfCorruption: 'actual',
    corruptionCategories: ['other'],
  },
  warnedWithoutProceedings: { disciplinaryAction: 'written_warning' },
  warnedAfterGrossMisconduct: {
    proceedingType: 'misconduct_hearing',
    findingLevel: 'gross_misconduct',
    disciplinaryAction: 'written_warning',
  },
  barredWithoutDismissal: { barredList: 'yes' },
} as const
const kinds: readonly (keyof typeof outcomeKinds)[] = [
  'nothingFound',
  'undecided',
  'potential',
  'actual',
  'dismissed',
  'notOurs',
  'corruptWithoutCategory',
  'categoryWithoutCorruption',
  'noActionBesideAnother',
  'notOursButCorrupt',
  'warnedWithoutProceedings',
  'warnedAfterGrossMisconduct',
  'barredWithoutDismissal',
]

const answering = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...kinds.slice(0, 6)) },
    { weight: 1, arbitrary: fc.constantFrom(...kinds.slice(6)) },
  ),
  intelligenceValue: fc.constantFrom('new_information', 'already_known', 'no_value'),
  concluded: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('referral', 'today') },
    { weight: 1, arbitrary: fc.constantFrom('day before referral', 'tomorrow') },
  ),
  learning: fc.constantFrom(undefined, 'Somebody should have asked sooner.'),
  unfit: rarely,
  version: fc.oneof(
    { weight: 1, arbitrary: fc.constant('none') },
    { weight: 6, arbitrary: fc.constant('current') },
    { weight: 1, arbitrary: fc.constantFrom('stale', 'ahead', 'any') },
  ),
  again: sometimes,
})

const moving = { unfit: rarely, reason: fc.constant('other') }
const redirecting = fc.record({ ...moving, organisation: somewhere })
const extending = fc.record({ ...moving, workingDays: fc.integer({ min: 1, max: 20 }) })
const withdrawing = fc.record(moving)

const wish = <Name extends string, Value>(route: Name, arbitrary: fc.Arbitrary<Value>) =>
  fc.record({ route: fc.constant(route), which, who, says: arbitrary })

/** A wish to change a referral. */
export const changeWish = fc.oneof(
  { weight: 6, arbitrary: wish('acknowledge', acknowledging) },
  { weight: 6, arbitrary: wish('reportProgress', reporting) },
  { weight: 6, arbitrary: wish('giveOutcome', answering) },
  { weight: 2, arbitrary: wish('redirect', redirecting) },
  { weight: 1, arbitrary: wish('withdraw', withdrawing) },
  { weight: 4, arbitrary: wish('extend', extending) },
)
export type ChangeWish = typeof changeWish extends fc.Arbitrary<infer Value> ? Value : never

/** A wish to register a referral. */
export const registerWish = fc.record({
  route: fc.constant('registerReferral' as const),
  who: fc.oneof({ weight: 9, arbitrary: fc.constant('fitting' as const) }, { weight: 1, arbitrary: anybody }),
  says: registering,
})
export type RegisterWish = typeof registerWish extends fc.Arbitrary<infer Value> ? Value : never

/** A wish to register one that is there, the same or with something else in it. */
export const againWish = fc.record({
  route: fc.constant('registerAgain' as const),
  which,
  differs: fc.constantFrom('in nothing', 'in concern', 'in urgency'),
})
export type AgainWish = typeof againWish extends fc.Arbitrary<infer Value> ? Value : never

/** Two wishes about one card at the same moment. */
export const atOnceWish = fc.record({ which, one: changeWish, other: changeWish })

export const lookWish = fc.record({ which, by: anybody })

const within = fc.option(fc.integer({ min: -90, max: 5 }), { nil: undefined, freq: 2 })

export const listWish = fc.record({
  by: fc.oneof(fc.constantFrom(...people.filter(({ role }) => role === 'force')), anybody),
  organisation: fc.option(somewhere, { nil: undefined, freq: 2 }),
  status: fc.option(
    fc.constantFrom(
      'awaiting_acknowledgement',
      'awaiting_first_return',
      'awaiting_update',
      'outcome_received',
      'redirected',
      'withdrawn',
    ),
    { nil: undefined, freq: 2 },
  ),
  overdue: fc.option(fc.constantFrom('due_soon', 'overdue', 'very_overdue'), { nil: undefined, freq: 2 }),
  from: within,
  to: within,
  limit: fc.constantFrom(1, 2, 3, 25, 100),
})

export const statementWish = fc.record({ by: anybody, organisation: somewhere })

/** The clock goes on, by days for the most part; now and then it is another machine's, a little behind. */
export const clockWish = fc.oneof(
  { weight: 3, arbitrary: fc.record({ days: fc.nat(12), minutes: fc.nat(1439) }) },
  { weight: 2, arbitrary: fc.record({ days: fc.nat(45), minutes: fc.nat(1439) }) },
  { weight: 1, arbitrary: fc.record({ days: fc.constant(0), minutes: fc.integer({ min: -180, max: -1 }) }) },
)

/** When it all begins: any minute of two and a half years, with a few clock changes and year ends in them. */
export const someBeginning = fc.record({ days: fc.nat(900), minutes: fc.nat(1439) })
