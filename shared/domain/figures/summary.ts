import type { LocalDate } from '../dates.ts'
import type { ReportingYear } from '../reporting-year.ts'
import type { Rate, Spread } from './statistics.ts'

/** Stands in the published version where a count is withheld, so that nobody can be told from it. */
export const withheld = 'c'
export type Withheld = typeof withheld

/** A count of the internal version, `Count<never>`, or of the published one, where it may be withheld. */
export type Count<Hidden extends Withheld = Withheld> = number | Hidden

export type CodeCount<Hidden extends Withheld = never> = {
  readonly code: string
  readonly label: string
  readonly count: Count<Hidden>
}
export type CategoryCount<Hidden extends Withheld = never> = {
  readonly code: string
  readonly label: string
  readonly actual: Count<Hidden>
  readonly potential: Count<Hidden>
}
export type KindCount<Hidden extends Withheld = never> = CategoryCount<Hidden> & {
  readonly referrals: Count<Hidden>
}

/** How referrals were answered: the last four sum to `referralsMade`. */
export type Answered<Hidden extends Withheld = never> = {
  readonly referralsMade: Count<Hidden>
  readonly returnedOnTime: Count<Hidden>
  readonly returnedLate: Count<Hidden>
  readonly outstanding: Count<Hidden>
  readonly notYetDue: Count<Hidden>
}

/** With the returned out of the returned and outstanding; null over nothing. */
export type ResponseCounts<Hidden extends Withheld = never> = Answered<Hidden> & {
  readonly responseRate: Rate | Hidden | null
}

/** The referrals of one calendar month, such as `2025-04`. */
export type MonthCounts<Hidden extends Withheld = never> = Answered<Hidden> & { readonly month: string }

/** A referral without a first return, by the date on which that was first owed. */
export type Unanswered = { readonly id: string; readonly firstReturnDueOn: LocalDate }

export type OrganisationFigures = ResponseCounts & {
  readonly code: string
  readonly name: string
  readonly oldestOutstandingDays: number | null
  readonly outstandingReferrals: readonly { readonly id: string; readonly daysOverdue: number }[]
}

type PublicSpread<Hidden extends Withheld> = {
  readonly [Part in keyof Spread]: Spread[Part] | Hidden
}

type Figures<Hidden extends Withheld> = {
  readonly reportingYear: ReportingYear
  readonly asAt: LocalDate
  readonly countingUnit: 'referral'
  readonly response: ResponseCounts<Hidden> & {
    readonly withdrawn: Count<Hidden>
    readonly redirected: Count<Hidden>
  }
  /** The twelve months of the year in which the referrals were made, April first. */
  readonly responseByMonth: readonly MonthCounts<Hidden>[]
  /** Outstanding referrals by calendar days since their first return was first owed. */
  readonly outstandingByAge: readonly CodeCount<Hidden>[]
  readonly evidenceOfCorruption: {
    readonly actual: Count<Hidden>
    readonly potential: Count<Hidden>
    readonly none: Count<Hidden>
    readonly unable_to_determine: Count<Hidden>
    readonly no_outcome_yet: Count<Hidden>
  }
  readonly corruptionCategories: readonly CategoryCount<Hidden>[]
  readonly otherConcerns: readonly CodeCount<Hidden>[]
  readonly actions: readonly CodeCount<Hidden>[]
  readonly disciplinaryActions: readonly CodeCount<Hidden>[]
  readonly criminalOutcomes: readonly CodeCount<Hidden>[]
  readonly intelligenceValue: readonly CodeCount<Hidden>[]
  readonly subjectTypes: readonly KindCount<Hidden>[]
  readonly linkTypes: readonly KindCount<Hidden>[]
  readonly timeliness: {
    readonly workingDaysToFirstReturn: PublicSpread<Hidden>
    readonly workingDaysToOutcome: PublicSpread<Hidden>
  }
  /** Categories with evidence in three or more organisations. */
  readonly themes: readonly {
    readonly code: string
    readonly label: string
    readonly organisations: Count<Hidden>
  }[]
}

type Quality<Hidden extends Withheld> = {
  readonly organisationsWithReferrals: number
  readonly organisationsInScope: number
  readonly cutOff: LocalDate
  /** First returns received after the cut-off: recorded, and left to the next edition. */
  readonly returnedAfterCutOff: Count<Hidden>
  readonly referralsWithoutRecordedRisk: Count<Hidden>
  readonly codeListVersions: readonly string[]
}

/** The SAR summary of one reporting year for the UKFIU and the assessment's authors: OFFICIAL-SENSITIVE. */
export type InternalSummary = Figures<never> & {
  readonly version: 'internal'
  readonly organisations: readonly OrganisationFigures[]
  /** `withHmrcInformation`: referrals, of every status, that the published version leaves out. */
  readonly dataQuality: Quality<never> & { readonly withHmrcInformation: number }
}

/** The same for everybody: no organisation, no referral with HMRC information, nothing anybody could be told from. */
export type PublishedSummary = Figures<Withheld> & {
  readonly version: 'published'
  /** `withheldCounts`: how many counts of the whole summary are withheld. */
  readonly dataQuality: Quality<Withheld> & { readonly withheldCounts: number; readonly counts: number }
}

export type AnnualSummary = InternalSummary | PublishedSummary
