import { inWords, londonDate } from '../domain/dates.ts'
import { summarise } from '../domain/figures/summarise.ts'
import type { AnnualSummary, Unanswered } from '../domain/figures/summary.ts'
import { invalidField, type Refusal } from '../domain/refusal.ts'
import { isOpen, type Referral } from '../domain/referral/referral.ts'
import { cutOffOf, firstDayOf, reportingYearOf, type ReportingYear } from '../domain/reporting-year.ts'
import { ok, refused, type Result } from '../domain/result.ts'
import type { ReferenceData } from '../domain/rules.ts'
import type { FiguresStore } from '../store/figures-store.ts'
import type { ReferralStore } from '../store/referral-store.ts'
import type { Clock } from './ports.ts'

export type AssessmentDependencies = {
  readonly figures: Pick<FiguresStore, 'yearCounters'>
  readonly referrals: Pick<ReferralStore, 'allOpen'>
  readonly reference: ReferenceData
  readonly clock: Clock
}

const unansweredOf = (referrals: readonly Referral[], year: ReportingYear): Map<string, Unanswered[]> => {
  const waiting = referrals.filter(
    (referral) => isOpen(referral) && reportingYearOf(referral.registration.referredOn) === year,
  )
  const grouped = Map.groupBy(waiting, ({ registration }) => registration.organisation)
  return new Map(
    [...grouped].map(([organisation, theirs]) => [
      organisation,
      theirs.map(({ id, originalFirstReturnDueOn }) => ({ id, firstReturnDueOn: originalFirstReturnDueOn })),
    ]),
  )
}

/**
 * The summary of a reporting year as at today in London, from the counters; the identity of what is outstanding comes
 * from the work lists. The two follow a change within about a second of each other. Refuses a year not yet begun.
 */
export const readAssessment =
  ({ figures, referrals, reference, clock }: AssessmentDependencies) =>
  async (year: ReportingYear): Promise<Result<AnnualSummary, Refusal>> => {
    const asAt = londonDate(clock.now())
    if (firstDayOf(year) > asAt) {
      return refused(
        invalidField('/year', `Must have begun: ${year} begins on ${inWords(firstDayOf(year))}.`),
      )
    }
    const organisations = [...reference.organisations.values()]
    const units = [...new Set(organisations.map(({ respondedToBy }) => respondedToBy))]
    const [counters, open] = await Promise.all([
      figures.yearCounters(year),
      Promise.all(units.map((unit) => referrals.allOpen(unit))),
    ])
    const unanswered = unansweredOf(open.flat(), year)
    return ok(summarise({ year, asAt, cutOff: cutOffOf(year), organisations, counters, unanswered }))
  }
