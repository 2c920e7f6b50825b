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
import { isLocalDate, type LocalDate } from '../dates.ts'
import type { Organisation } from '../organisation.ts'
import { monthsOf, type ReportingYear } from '../reporting-year.ts'
import { countOf, countsUnder, sumOf, sumUnder, type CounterName, type Counters } from './counters.ts'
import { monthCounts, organisationFigures, outstandingByAge, responseCounts } from './response.ts'
import { spreadOf, type Histogram } from './statistics.ts'
import type { CategoryCount, CodeCount, InternalSummary, KindCount, Unanswered } from './summary.ts'
import { byOrganisation, withHmrcInformation, type Tally } from './tally.ts'

/** What a year's summary is made from: the counters, and the referrals without a return by organisation. */
export type YearFigures = {
  readonly year: ReportingYear
  readonly asAt: LocalDate
  readonly cutOff: LocalDate
  readonly organisations: readonly Organisation[]
  readonly tallies: readonly Tally[]
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

const evidence = (counters: Counters): InternalSummary['evidenceOfCorruption'] => ({
  actual: countOf(counters, 'evidence:actual'),
  potential: countOf(counters, 'evidence:potential'),
  none: countOf(counters, 'evidence:none'),
  unable_to_determine: countOf(counters, 'evidence:unable_to_determine'),
  no_outcome_yet: countOf(counters, 'evidence:no_outcome_yet'),
})

const showsEvidence = (category: CorruptionCategory) => (counters: Counters) =>
  countOf(counters, `category:${category}:actual`) + countOf(counters, `category:${category}:potential`) > 0

/** Categories with evidence in three or more organisations. */
const themes = (organisations: readonly Counters[]): InternalSummary['themes'] =>
  codesOf(corruptionCategories)
    .map((code) => ({
      code,
      label: corruptionCategories[code],
      organisations: organisations.filter(showsEvidence(code)).length,
    }))
    .filter((theme) => theme.organisations >= 3)

const organisationTable = (
  figures: YearFigures,
  counters: ReadonlyMap<string, Counters>,
): InternalSummary['organisations'] =>
  figures.organisations
    .filter(({ code }) => sumUnder(counters.get(code) ?? {}, 'referralsMade:') > 0)
    .map((organisation) =>
      organisationFigures(
        organisation,
        counters.get(organisation.code) ?? {},
        figures.unanswered.get(organisation.code) ?? [],
        figures.asAt,
      ),
    )

/** First returns after the cut-off, which are left to the next edition. */
const returnedAfter = (counters: Counters, cutOff: LocalDate): number =>
  countsUnder(counters, 'returnedAfterYear:').reduce(
    (sum, [day, count]) => (isLocalDate(day) && day > cutOff ? sum + count : sum),
    0,
  )

const dataQuality = (
  { cutOff, tallies, organisations }: YearFigures,
  organisationsWithReferrals: number,
  all: Counters,
): InternalSummary['dataQuality'] => ({
  organisationsWithReferrals,
  organisationsInScope: organisations.length,
  cutOff,
  returnedAfterCutOff: returnedAfter(all, cutOff),
  referralsWithoutRecordedRisk: countOf(all, 'riskNotRecorded'),
  codeListVersions: countsUnder(all, 'codeLists:')
    .map(([version]) => version)
    .toSorted(),
  withHmrcInformation: withHmrcInformation(tallies),
})

const codedAnswers = (all: Counters) => ({
  corruptionCategories: categoryCounts(all),
  otherConcerns: counted(otherConcerns, all, (code) => `concern:${code}`),
  actions: counted(actions, all, (code) => `action:${code}`),
  disciplinaryActions: counted(disciplinaryActions, all, (code) => `discipline:${code}`),
  criminalOutcomes: counted(criminalOutcomes, all, (code) => `criminal:${code}`),
  intelligenceValue: counted(intelligenceValues, all, (code) => `intelligence:${code}`),
  subjectTypes: subjectTypeCounts(all),
  linkTypes: linkTypeCounts(all),
})

/** The summary of a reporting year as at the end of a London day, in the contract's shape. Every code is shown. */
export const summarise = (figures: YearFigures): InternalSummary => {
  const { year, asAt } = figures
  const counters = byOrganisation(figures.tallies)
  const all = sumOf(counters.values())
  const organisations = organisationTable(figures, counters)
  return {
    reportingYear: year,
    asAt,
    version: 'internal',
    countingUnit: 'referral',
    response: {
      ...responseCounts(all, asAt),
      withdrawn: countOf(all, 'withdrawn'),
      redirected: countOf(all, 'redirected'),
    },
    responseByMonth: monthsOf(year).map((month) => ({ month, ...monthCounts(all, asAt, month) })),
    outstandingByAge: outstandingByAge(all, asAt),
    evidenceOfCorruption: evidence(all),
    ...codedAnswers(all),
    timeliness: {
      workingDaysToFirstReturn: spreadOf(histogram(all, 'firstReturnDays:')),
      workingDaysToOutcome: spreadOf(histogram(all, 'outcomeDays:')),
    },
    organisations,
    themes: themes([...counters.values()]),
    dataQuality: dataQuality(figures, organisations.length, all),
  }
}
