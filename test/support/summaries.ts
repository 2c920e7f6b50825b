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
import type { Answered, CodeCount, InternalSummary, KindCount } from '../../shared/domain/figures/summary.ts'
import { cutOffOf, reportingYearOf } from '../../shared/domain/reporting-year.ts'
import { wilson } from '../../shared/domain/figures/statistics.ts'
import { organisationsOf } from './summary-organisations.ts'

/** A total shared out by weights, to the last one, so that the shares sum to it. */
const shared = (total: number, weights: readonly number[]): readonly number[] => {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let before = 0
  let given = 0
  return weights.map((weight) => {
    before += weight
    const share = Math.round((total * before) / all) - given
    given += share
    return share
  })
}

const months = '04 05 06 07 08 09 10 11 12 01 02 03'.split(' ')
const monthWeights = [8, 7, 9, 11, 6, 9, 12, 10, 5, 9, 8, 6]

const coded = <Code extends string>(
  list: Readonly<Record<Code, string>>,
  counts: readonly number[],
): CodeCount[] => codesOf(list).map((code, index) => ({ code, label: list[code], count: counts[index] ?? 0 }))

const kinds = <Code extends string>(
  list: Readonly<Record<Code, string>>,
  referrals: readonly number[],
  actual: readonly number[],
  potential: readonly number[],
): KindCount[] =>
  codesOf(list).map((code, index) => ({
    code,
    label: list[code],
    referrals: referrals[index] ?? 0,
    actual: actual[index] ?? 0,
    potential: potential[index] ?? 0,
  }))

const byMonth = (of: Answered, start: number): InternalSummary['responseByMonth'] => {
  const onTime = shared(of.returnedOnTime, monthWeights)
  const late = shared(of.returnedLate, monthWeights)
  const outstanding = shared(of.outstanding, monthWeights)
  return months.map((month, index) => {
    const parts = [
      onTime[index] ?? 0,
      late[index] ?? 0,
      outstanding[index] ?? 0,
      index === 11 ? of.notYetDue : 0,
    ]
    const [returnedOnTime = 0, returnedLate = 0, outstandingThen = 0, notYetDue = 0] = parts
    return {
      month: `${index < 9 ? start : start + 1}-${month}`,
      referralsMade: parts.reduce((sum, part) => sum + part, 0),
      returnedOnTime,
      returnedLate,
      outstanding: outstandingThen,
      notYetDue,
    }
  })
}

const ages = {
  up_to_30: '1 to 30 days',
  up_to_90: '31 to 90 days',
  up_to_180: '91 to 180 days',
  up_to_365: '181 to 365 days',
  over_365: 'More than 365 days',
} as const

/** A year of a realistic size, made up by hand: everything that must add up does. Starts on 1 April of `start`. */
export const internalSummary = (start = 2025, change: Partial<InternalSummary> = {}): InternalSummary => {
  const reportingYear = reportingYearOf(localDate(`${start}-04-01`))
  const organisations = organisationsOf(start)
  const sum = (of: (organisation: Answered) => number) =>
    organisations.reduce((total, organisation) => total + of(organisation), 0)
  const answered: Answered = {
    referralsMade: sum(({ referralsMade }) => referralsMade),
    returnedOnTime: sum(({ returnedOnTime }) => returnedOnTime),
    returnedLate: sum(({ returnedLate }) => returnedLate),
    outstanding: sum(({ outstanding }) => outstanding),
    notYetDue: sum(({ notYetDue }) => notYetDue),
  }
  const returned = answered.returnedOnTime + answered.returnedLate
  const [actual, potential, none, unable] = [14, 37, Math.round(returned * 0.5), 21]
  const outcomes = actual + potential + none + unable
  return {
    reportingYear,
    asAt: cutOffOf(reportingYear),
    version: 'internal',
    countingUnit: 'referral',
    response: {
      ...answered,
      responseRate: wilson(returned, returned + answered.outstanding),
      withdrawn: 9,
      redirected: 17,
    },
    responseByMonth: byMonth(answered, start),
    outstandingByAge: coded(ages, shared(answered.outstanding, [3, 5, 7, 4, 0])),
    evidenceOfCorruption: {
      actual,
      potential,
      none,
      unable_to_determine: unable,
      no_outcome_yet: answered.referralsMade - outcomes,
    },
    corruptionCategories: codesOf(corruptionCategories).map((code, index) => ({
      code,
      label: corruptionCategories[code],
      actual: [0, 4, 0, 1, 1, 5, 2, 1, 3, 0, 1, 0][index] ?? 0,
      potential: [1, 7, 0, 2, 3, 9, 6, 2, 11, 8, 2, 1][index] ?? 0,
    })),
    otherConcerns: coded(otherConcerns, [48, 11, 36, 19, 27, 12, 5]),
    actions: coded(actions, [92, 16, 31, 44, 38, 27, 12, 8, 6, 71]),
    disciplinaryActions: coded(disciplinaryActions, [outcomes - 22, 9, 5, 1, 6, 1]),
    criminalOutcomes: coded(criminalOutcomes, [outcomes - 30, 11, 4, 3, 0, 2, 10]),
    intelligenceValue: coded(intelligenceValues, shared(outcomes, [9, 6, 5, 4])),
    subjectTypes: kinds(
      subjectTypes,
      shared(answered.referralsMade, [50, 2, 28, 5, 1, 6, 3, 5]),
      [8, 0, 4, 0, 0, 1, 1, 0],
      [19, 1, 11, 2, 0, 2, 1, 1],
    ),
    linkTypes: kinds(
      linkTypes,
      shared(answered.referralsMade, [54, 21, 12, 5, 8]),
      [9, 1, 0, 2, 2],
      [21, 5, 3, 4, 4],
    ),
    timeliness: {
      workingDaysToFirstReturn: { count: returned, median: 29, p90: 58 },
      workingDaysToOutcome: { count: outcomes, median: 47, p90: 112 },
    },
    themes: [
      { code: 'disclosure_of_information', label: 'Disclosure of information', organisations: 7 },
      { code: 'theft_and_fraud', label: 'Theft and fraud', organisations: 9 },
      { code: 'misusing_force_systems', label: 'Misusing force systems', organisations: 6 },
      { code: 'inappropriate_association', label: 'Inappropriate association', organisations: 10 },
      { code: 'vulnerability', label: 'Vulnerability', organisations: 5 },
    ],
    organisations,
    dataQuality: {
      organisationsWithReferrals: organisations.length,
      organisationsInScope: 52,
      cutOff: cutOffOf(reportingYear),
      returnedAfterCutOff: 6,
      referralsWithoutRecordedRisk: 73,
      codeListVersions: ['2025-04', '2026-04'],
      withHmrcInformation: 12,
    },
    ...change,
  }
}
