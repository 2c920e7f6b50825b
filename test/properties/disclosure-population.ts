import {
  actions,
  codesOf,
  corruptionCategories,
  criminalOutcomes,
  disciplinaryActions,
  intelligenceValues,
  linkTypes,
  otherConcerns,
  subjectTypes,
} from '../../shared/domain/codes.ts'
import { localDate } from '../../shared/domain/dates.ts'
import { monthsOf, reportingYearOf } from '../../shared/domain/reporting-year.ts'

/*
 * Years made up referral by referral, so that their tables agree with one another as those of a real year do.
 */

export type Outcome = {
  readonly evidence: string
  readonly categories: readonly string[]
  readonly concerns: readonly string[]
  readonly actions: readonly string[]
  readonly discipline: string
  readonly criminal: string
  readonly value: string
}

export type MadeUp = {
  readonly closed: 'no' | 'withdrawn' | 'redirected'
  readonly month: string
  readonly organisation: number
  readonly subject: string
  readonly link: string
  readonly answer: 'onTime' | 'late' | 'outstanding' | 'notYetDue'
  readonly age: string
  readonly outcome: Outcome | null
  readonly riskRecorded: boolean
  readonly afterCutOff: boolean
}

/** Draws that a seed decides. */
type Draws = { readonly share: () => number; readonly below: (limit: number) => number }

const drawsFrom = (seed: number): Draws => {
  let state = seed >>> 0
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return { share, below: (limit) => Math.floor(share() * limit) }
}

/** The year's own habits: how lopsided its tables are and how many answer. */
type Habits = {
  readonly lopsided: number
  readonly answering: number
  readonly concluding: number
  readonly corrupt: number
  readonly organisations: number
}

export const ages = ['up_to_30', 'up_to_90', 'up_to_180', 'up_to_365', 'over_365']
export const year = reportingYearOf(localDate('2025-06-01'))
export const months = monthsOf(year)

/** Earlier ones are likelier, the more so the more lopsided. */
const oneOf = <Kind>(list: readonly Kind[], draws: Draws, lopsided: number): Kind => {
  const found = list[Math.floor(draws.share() ** lopsided * list.length)]
  if (found === undefined) throw new Error('Nothing to choose from')
  return found
}

const someOf = <Kind>(
  list: readonly Kind[],
  draws: Draws,
  least: number,
  lopsided: number,
): readonly Kind[] => [
  ...new Set(Array.from({ length: least + draws.below(3) }, () => oneOf(list, draws, lopsided))),
]

const outcomeOf = (draws: Draws, { lopsided, corrupt }: Habits): Outcome => {
  const isCorrupt = draws.share() < corrupt
  const levels = isCorrupt ? (['potential', 'actual'] as const) : (['none', 'unable_to_determine'] as const)
  const taken = codesOf(actions).filter((action) => action !== 'no_action')
  return {
    evidence: oneOf(levels, draws, lopsided),
    categories: isCorrupt ? someOf(codesOf(corruptionCategories), draws, 1, lopsided) : [],
    concerns: someOf(codesOf(otherConcerns), draws, 0, lopsided),
    actions: draws.share() < 0.3 ? ['no_action'] : someOf(taken, draws, 1, lopsided),
    discipline: oneOf(codesOf(disciplinaryActions), draws, lopsided * 2),
    criminal: oneOf(codesOf(criminalOutcomes), draws, lopsided * 2),
    value: oneOf(codesOf(intelligenceValues), draws, lopsided),
  }
}

const referralOf = (draws: Draws, habits: Habits): MadeUp => {
  const { lopsided, answering, concluding } = habits
  const isAnswered = draws.share() < answering
  const month = draws.below(12)
  const answer = isAnswered
    ? oneOf(['onTime', 'late'] as const, draws, lopsided)
    : month > 9 && draws.share() < 0.7
      ? 'notYetDue'
      : 'outstanding'
  return {
    closed: draws.share() < 0.04 ? oneOf(['withdrawn', 'redirected'] as const, draws, 1) : 'no',
    month: months[month] ?? '',
    organisation: Math.floor(draws.share() ** lopsided * habits.organisations),
    subject: oneOf(codesOf(subjectTypes), draws, lopsided),
    link: oneOf(codesOf(linkTypes), draws, lopsided),
    answer,
    age: oneOf(ages, draws, 1),
    outcome: isAnswered && draws.share() < concluding ? outcomeOf(draws, habits) : null,
    riskRecorded: draws.share() < 0.8,
    afterCutOff: !isAnswered && draws.share() < 0.1,
  }
}

const habitsFrom = (draws: Draws): Habits => ({
  lopsided: 1 + draws.share() * 3,
  answering: 0.2 + draws.share() * 0.75,
  concluding: 0.2 + draws.share() * 0.75,
  corrupt: draws.share() * 0.6,
  organisations: 1 + draws.below(45),
})

/** A year of any size up to about 700 referrals, small ones as often as large ones. */
export const populationFrom = (seed: number): readonly MadeUp[] => {
  const draws = drawsFrom(seed)
  const habits = habitsFrom(draws)
  const size = Math.max(1, Math.round(Math.exp(draws.share() * Math.log(700))))
  return Array.from({ length: size }, () => referralOf(draws, habits))
}

/** The same year some time later: some answered, changed their answer or were withdrawn, and some were added. */
export const laterFrom = (seed: number, before: readonly MadeUp[]): readonly MadeUp[] => {
  const draws = drawsFrom(seed ^ 0x5eed)
  const habits = habitsFrom(draws)
  const changing = draws.share() ** 3 * 0.2
  const added = draws.share() < 0.5 ? 0 : draws.below(1 + Math.ceil(before.length * changing))
  const touched = before.map((referral): MadeUp => {
    if (draws.share() >= Math.max(changing, 1 / before.length)) return referral
    if (draws.share() < 0.1) return { ...referral, closed: 'withdrawn' }
    if (referral.outcome) return { ...referral, outcome: outcomeOf(draws, habits) }
    return { ...referral, answer: 'late', outcome: draws.share() < 0.7 ? outcomeOf(draws, habits) : null }
  })
  return [...touched, ...Array.from({ length: added }, () => referralOf(draws, habits))]
}

/** What `seeds` loads as a sample is of this size and shape. */
export const sampleSized = (seed: number): readonly MadeUp[] => {
  const draws = drawsFrom(seed)
  const habits = { lopsided: 1.8, answering: 0.7, concluding: 0.75, corrupt: 0.25, organisations: 45 }
  return Array.from({ length: 600 }, () => referralOf(draws, habits))
}
