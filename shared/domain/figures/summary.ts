import type { LocalDate } from '../dates.ts'
import type { ReportingYear } from '../reporting-year.ts'
import type { Rate, Spread } from './statistics.ts'

export type CodeCount = { readonly code: string; readonly label: string; readonly count: number }
export type CategoryCount = {
  readonly code: string
  readonly label: string
  readonly actual: number
  readonly potential: number
}
export type KindCount = CategoryCount & { readonly referrals: number }

export type ResponseCounts = {
  readonly referralsMade: number
  readonly returnedOnTime: number
  readonly returnedLate: number
  readonly outstanding: number
  readonly notYetDue: number
  readonly responseRate: Rate | null
}

/** A referral without a first return, by the date on which that was first owed. */
export type Unanswered = { readonly id: string; readonly firstReturnDueOn: LocalDate }

export type OrganisationFigures = ResponseCounts & {
  readonly code: string
  readonly name: string
  readonly oldestOutstandingDays: number | null
  readonly outstandingReferrals: readonly { readonly id: string; readonly daysOverdue: number }[]
}

/** The SAR summary of one reporting year, as the annual threat assessment reports it. */
export type AnnualSummary = {
  readonly reportingYear: ReportingYear
  readonly asAt: LocalDate
  readonly version: 'internal'
  readonly countingUnit: 'referral'
  readonly response: ResponseCounts & { readonly withdrawn: number; readonly redirected: number }
  readonly evidenceOfCorruption: {
    readonly actual: number
    readonly potential: number
    readonly none: number
    readonly unable_to_determine: number
    readonly no_outcome_yet: number
  }
  readonly corruptionCategories: readonly CategoryCount[]
  readonly otherConcerns: readonly CodeCount[]
  readonly actions: readonly CodeCount[]
  readonly disciplinaryActions: readonly CodeCount[]
  readonly criminalOutcomes: readonly CodeCount[]
  readonly intelligenceValue: readonly CodeCount[]
  readonly subjectTypes: readonly KindCount[]
  readonly linkTypes: readonly KindCount[]
  readonly timeliness: { readonly workingDaysToFirstReturn: Spread; readonly workingDaysToOutcome: Spread }
  readonly organisations: readonly OrganisationFigures[]
  readonly themes: readonly {
    readonly code: string
    readonly label: string
    readonly organisations: number
  }[]
  readonly dataQuality: {
    readonly organisationsWithReferrals: number
    readonly organisationsInScope: number
    readonly cutOff: LocalDate
    readonly referralsWithoutRecordedRisk: number
    readonly codeListVersions: readonly string[]
  }
}
