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
  type CorruptionCategory,
} from '../codes.ts'
import type { LocalDate } from '../dates.ts'
import type { Organisation } from '../organisation.ts'
import type { ReportingYear } from '../reporting-year.ts'
import { countOf, countsUnder, sumOf, type CounterName, type Counters } from './counters.ts'
import { organisationFigures, responseCounts } from './response.ts'
import { spreadOf, type Histogram } from './statistics.ts'
import type { AnnualSummary, CategoryCount, CodeCount, KindCount, Unanswered } from './summary.ts'

/** What a year's summary is made from: the counters and the referrals without a return, each by organisation. */
export type YearFigures = {
  readonly year: ReportingYear
  readonly asAt: LocalDate
  readonly cutOff: LocalDate
  readonly organisations: readonly Organisation[]
  readonly counters: ReadonlyMap<string, Counters>
  readonly unanswered: ReadonlyMap<string, readonly Unanswered[]>
}

const counted = <Code extends string>(
  list: Readonly<Record<Code, string>>,
  counters: Counters,
  name: (code: Code) => CounterName,
): CodeCount[] =>
  codesOf(list).map((code) => ({ code, label: list[code], count: countOf(counters, name(code)) }))

const categoryCounts = (counters: Counters): CategoryCount[] =>
  codesOf(corruptionCategories).map((code) => ({
    code,
    label: corruptionCategories[code],
    actual: countOf(counters, `category:${code}:actual`),
    potential: countOf(counters, `category:${code}:potential`),
  }))

const subjectTypeCounts = (counters: Counters): KindCount[] =>
  codesOf(subjectTypes).map((code) => ({
    code,
    label: subjectTypes[code],
    referrals: countOf(counters, `subject:${code}`),
    actual: countOf(counters, `subject:${code}:actual`),
    potential: countOf(counters, `subject:${code}:potential`),
  }))

const linkTypeCounts = (counters: Counters): KindCount[] =>
  codesOf(linkTypes).map((code) => ({
    code,
    label: linkTypes[code],
    referrals: countOf(counters, `link:${code}`),
    actual: countOf(counters, `link:${code}:actual`),
    potential: countOf(counters, `link:${code}:potential`),
  }))

const histogram = (counters: Counters, prefix: `${string}:`): Histogram =>
  countsUnder(counters, prefix).map(([value, count]) => [Number(value), count])

const evidence = (counters: Counters): AnnualSummary['evidenceOfCorruption'] => ({
  actual: countOf(counters, 'evidence:actual'),
  potential: countOf(counters, 'evidence:potential'),
  none: countOf(counters, 'evidence:none'),
  unable_to_determine: countOf(counters, 'evidence:unable_to_determine'),
  no_outcome_yet: countOf(counters, 'evidence:no_outcome_yet'),
})

const showsEvidence = (category: CorruptionCategory) => (counters: Counters) =>
  countOf(counters, `category:${category}:actual`) + countOf(counters, `category:${category}:potential`) > 0

/** Categories with evidence in three or more organisations. */
const themes = (byOrganisation: readonly Counters[]): AnnualSummary['themes'] =>
  codesOf(corruptionCategories)
    .map((code) => ({
      code,
      label: corruptionCategories[code],
      organisations: byOrganisation.filter(showsEvidence(code)).length,
    }))
    .filter(({ organisations }) => organisations >= 3)

const organisationTable = (figures: YearFigures): AnnualSummary['organisations'] =>
  figures.organisations
    .filter(({ code }) => countOf(figures.counters.get(code) ?? {}, 'referralsMade') > 0)
    .map((organisation) =>
      organisationFigures(
        organisation,
        figures.counters.get(organisation.code) ?? {},
        figures.unanswered.get(organisation.code) ?? [],
        figures.asAt,
      ),
    )

/** The summary of a reporting year as at the end of a London day, in the contract's shape. Every code is shown. */
export const summarise = (figures: YearFigures): AnnualSummary => {
  const byOrganisation = [...figures.counters.values()]
  const all = sumOf(byOrganisation)
  const organisations = organisationTable(figures)
  return {
    reportingYear: figures.year,
    asAt: figures.asAt,
    version: 'internal',
    countingUnit: 'referral',
    response: {
      ...responseCounts(all, figures.asAt),
      withdrawn: countOf(all, 'withdrawn'),
      redirected: countOf(all, 'redirected'),
    },
    evidenceOfCorruption: evidence(all),
    corruptionCategories: categoryCounts(all),
    otherConcerns: counted(otherConcerns, all, (code) => `concern:${code}`),
    actions: counted(actions, all, (code) => `action:${code}`),
    disciplinaryActions: counted(disciplinaryActions, all, (code) => `discipline:${code}`),
    criminalOutcomes: counted(criminalOutcomes, all, (code) => `criminal:${code}`),
    intelligenceValue: counted(intelligenceValues, all, (code) => `intelligence:${code}`),
    subjectTypes: subjectTypeCounts(all),
    linkTypes: linkTypeCounts(all),
    timeliness: {
      workingDaysToFirstReturn: spreadOf(histogram(all, 'firstReturnDays:')),
      workingDaysToOutcome: spreadOf(histogram(all, 'outcomeDays:')),
    },
    organisations,
    themes: themes(byOrganisation),
    dataQuality: {
      organisationsWithReferrals: organisations.length,
      organisationsInScope: figures.organisations.length,
      cutOff: figures.cutOff,
      referralsWithoutRecordedRisk: countOf(all, 'riskNotRecorded'),
      codeListVersions: countsUnder(all, 'codeLists:')
        .map(([version]) => version)
        .toSorted(),
    },
  }
}
