import pMap from 'p-map'
import type { CorruptionCategory } from '../domain/codes.ts'
import { londonDate, type LocalDate } from '../domain/dates.ts'
import type { Referral } from '../domain/referral/referral.ts'
import { firstDayOf, lastDayOf, reportingYearOf, type ReportingYear } from '../domain/reporting-year.ts'
import type { ReferenceData } from '../domain/rules.ts'
import type { ReferralStore } from '../store/referral-store.ts'
import type { Clock } from './ports.ts'

export type LearningDependencies = {
  readonly referrals: Pick<ReferralStore, 'allOfOrganisation'>
  readonly reference: ReferenceData
  readonly clock: Clock
}

/** What a force said others could learn from an outcome, as its latest version has it. */
export type LearningPoint = {
  readonly id: string
  readonly organisation: string
  readonly referredOn: LocalDate
  readonly givenOn: LocalDate
  readonly categories: readonly CorruptionCategory[]
  readonly learning: string
}

export type LearningAsked = {
  readonly year?: ReportingYear | undefined
  readonly category?: CorruptionCategory | undefined
}

const learningIn = (referral: Referral): LearningPoint[] => {
  if (referral.status !== 'outcome_received') return []
  const { outcome, at } = referral.given
  // Never given, or erased.
  if (typeof outcome.learning !== 'string') return []
  const { organisation, referredOn } = referral.registration
  return [
    {
      id: referral.id,
      organisation,
      referredOn,
      givenOn: londonDate(at),
      categories: outcome.corruptionCategories,
      learning: outcome.learning,
    },
  ]
}

/**
 * The learning points of the referrals made in a reporting year, this one when none is named, of one corruption
 * category or of all: the latest given first.
 */
export const listLearning =
  ({ referrals, reference, clock }: LearningDependencies) =>
  async ({ year, category }: LearningAsked): Promise<readonly LearningPoint[]> => {
    const asked = year ?? reportingYearOf(londonDate(clock.now()))
    const ofOrganisation = async (code: string) => {
      const stored = await referrals.allOfOrganisation(code, firstDayOf(asked), lastDayOf(asked))
      return stored.flatMap(({ referral }) => learningIn(referral))
    }
    const found = await pMap(reference.organisations.keys(), ofOrganisation, { concurrency: 4 })
    return found
      .flat()
      .filter(({ categories }) => category === undefined || categories.includes(category))
      .toSorted((one, other) => (one.givenOn + one.id < other.givenOn + other.id ? 1 : -1))
  }
