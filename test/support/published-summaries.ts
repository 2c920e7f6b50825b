import type {
  Answered,
  CodeCount,
  Count,
  InternalSummary,
  KindCount,
  PublishedSummary,
  Withheld,
} from '../../shared/domain/figures/summary.ts'
import { internalSummary } from './summaries.ts'

/** Only the first step of disclosure control, enough to see how a withheld count is shown. */
const hidden = (count: number): Count => (count >= 1 && count <= 4 ? 'c' : count)

const answered = (of: Answered): Answered<Withheld> => ({
  referralsMade: hidden(of.referralsMade),
  returnedOnTime: hidden(of.returnedOnTime),
  returnedLate: hidden(of.returnedLate),
  outstanding: hidden(of.outstanding),
  notYetDue: hidden(of.notYetDue),
})

const codes = (lines: readonly CodeCount[]): CodeCount<Withheld>[] =>
  lines.map((line) => ({ ...line, count: hidden(line.count) }))

const kinds = (lines: readonly KindCount[]): KindCount<Withheld>[] =>
  lines.map(({ code, label, referrals, actual, potential }) => ({
    code,
    label,
    referrals: hidden(referrals),
    actual: hidden(actual),
    potential: hidden(potential),
  }))

const published = ({ organisations: _, ...figures }: InternalSummary): PublishedSummary => {
  const { withHmrcInformation: __, ...quality } = figures.dataQuality
  const evidence = figures.evidenceOfCorruption
  return {
    ...figures,
    version: 'published',
    response: {
      ...answered(figures.response),
      responseRate: figures.response.responseRate,
      withdrawn: hidden(figures.response.withdrawn),
      redirected: hidden(figures.response.redirected),
    },
    responseByMonth: figures.responseByMonth.map((month) => ({ month: month.month, ...answered(month) })),
    outstandingByAge: codes(figures.outstandingByAge),
    evidenceOfCorruption: {
      actual: hidden(evidence.actual),
      potential: hidden(evidence.potential),
      none: hidden(evidence.none),
      unable_to_determine: hidden(evidence.unable_to_determine),
      no_outcome_yet: hidden(evidence.no_outcome_yet),
    },
    corruptionCategories: figures.corruptionCategories.map(({ code, label, actual, potential }) => ({
      code,
      label,
      actual: hidden(actual),
      potential: hidden(potential),
    })),
    otherConcerns: codes(figures.otherConcerns),
    actions: codes(figures.actions),
    disciplinaryActions: codes(figures.disciplinaryActions),
    criminalOutcomes: codes(figures.criminalOutcomes),
    intelligenceValue: codes(figures.intelligenceValue),
    subjectTypes: kinds(figures.subjectTypes),
    linkTypes: kinds(figures.linkTypes),
    dataQuality: { ...quality, withheldCounts: 74, counts: 176 },
  }
}

/** The year of `internalSummary` with every count of 1 to 4 withheld. */
export const publishedSummary = (start = 2025, change: Partial<PublishedSummary> = {}): PublishedSummary => ({
  ...published(internalSummary(start)),
  ...change,
})
