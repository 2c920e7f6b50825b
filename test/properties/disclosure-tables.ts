import {
  actions,
  corruptionCategories,
  criminalOutcomes,
  disciplinaryActions,
  intelligenceValues,
  linkTypes,
  otherConcerns,
  subjectTypes,
} from '../../shared/domain/codes.ts'
import { localDate } from '../../shared/domain/dates.ts'
import { wilson } from '../../shared/domain/figures/statistics.ts'
import type { InternalSummary, PublishedSummary } from '../../shared/domain/figures/summary.ts'
import { ages, months, year, type MadeUp, type Outcome } from './disclosure-population.ts'

const rows = <Kept>(list: Readonly<Record<string, string>>, counts: (code: string) => Kept) =>
  Object.entries(list).map(([code, label]) => ({ code, label, ...counts(code) }))

const answered = (referrals: readonly MadeUp[]) => {
  const count = (answer: MadeUp['answer']) =>
    referrals.filter((referral) => referral.answer === answer).length
  return {
    referralsMade: referrals.length,
    returnedOnTime: count('onTime'),
    returnedLate: count('late'),
    outstanding: count('outstanding'),
    notYetDue: count('notYetDue'),
  }
}

const spreadOver = (count: number) => ({ count, median: count > 0 ? 20 : null, p90: count > 0 ? 40 : null })

/** The year's figures, as an internal summary that only what is published is taken from. */
export const figuresOf = (population: readonly MadeUp[]): InternalSummary => {
  const made = population.filter(({ closed }) => closed === 'no')
  const outcomes = made.flatMap(({ outcome }) => outcome ?? [])
  const whole = answered(made)
  const returned = whole.returnedOnTime + whole.returnedLate
  const at = (level: string, among = made) => among.filter(({ outcome }) => outcome?.evidence === level)
  const naming = (category: string, among = made) =>
    among.filter(({ outcome }) => outcome?.categories.includes(category) === true)
  const kind = (list: Readonly<Record<string, string>>, of: (referral: MadeUp) => string) =>
    rows(list, (code) => {
      const such = made.filter((referral) => of(referral) === code)
      return {
        referrals: such.length,
        actual: at('actual', such).length,
        potential: at('potential', such).length,
      }
    })
  const tally = (list: Readonly<Record<string, string>>, said: (outcome: Outcome) => readonly string[]) =>
    rows(list, (code) => ({ count: outcomes.filter((outcome) => said(outcome).includes(code)).length }))
  return {
    reportingYear: year,
    asAt: localDate('2026-04-30'),
    version: 'internal',
    countingUnit: 'referral',
    response: {
      ...whole,
      responseRate: wilson(returned, returned + whole.outstanding),
      withdrawn: population.filter(({ closed }) => closed === 'withdrawn').length,
      redirected: population.filter(({ closed }) => closed === 'redirected').length,
    },
    responseByMonth: months.map((month) => ({
      month,
      ...answered(made.filter((referral) => referral.month === month)),
    })),
    outstandingByAge: ages.map((code) => ({
      code,
      label: code,
      count: made.filter(({ answer, age }) => answer === 'outstanding' && age === code).length,
    })),
    evidenceOfCorruption: {
      actual: at('actual').length,
      potential: at('potential').length,
      none: at('none').length,
      unable_to_determine: at('unable_to_determine').length,
      no_outcome_yet: made.length - outcomes.length,
    },
    corruptionCategories: rows(corruptionCategories, (code) => ({
      actual: naming(code, at('actual')).length,
      potential: naming(code, at('potential')).length,
    })),
    otherConcerns: tally(otherConcerns, ({ concerns }) => concerns),
    actions: tally(actions, (outcome) => outcome.actions),
    disciplinaryActions: tally(disciplinaryActions, ({ discipline }) => [discipline]),
    criminalOutcomes: tally(criminalOutcomes, ({ criminal }) => [criminal]),
    intelligenceValue: tally(intelligenceValues, ({ value }) => [value]),
    subjectTypes: kind(subjectTypes, ({ subject }) => subject),
    linkTypes: kind(linkTypes, ({ link }) => link),
    timeliness: {
      workingDaysToFirstReturn: spreadOver(returned),
      workingDaysToOutcome: spreadOver(outcomes.length),
    },
    organisations: [],
    themes: rows(corruptionCategories, (code) => ({
      organisations: new Set(naming(code).map(({ organisation }) => organisation)).size,
    })).filter(({ organisations }) => organisations >= 3),
    dataQuality: {
      organisationsWithReferrals: new Set(made.map(({ organisation }) => organisation)).size,
      organisationsInScope: 52,
      cutOff: localDate('2026-04-30'),
      returnedAfterCutOff: made.filter(({ afterCutOff }) => afterCutOff).length,
      referralsWithoutRecordedRisk: made.filter(({ riskRecorded }) => !riskRecorded).length,
      codeListVersions: [],
      withHmrcInformation: 0,
    },
  }
}

/** A published version with everything shown. */
export const laidOpen = (figures: InternalSummary): PublishedSummary => ({
  ...figures,
  version: 'published',
  dataQuality: { ...figures.dataQuality, withheldCounts: 0, counts: 0 },
})
