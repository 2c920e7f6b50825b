import type {
  AnnualSummary,
  CategoryCount,
  CodeCount,
  KindCount,
  Withheld,
} from '../../../domain/figures/summary.ts'
import type { TableId } from '../table.ts'
import { responseRateSentence } from '../words/response-rate.ts'
import { count, row, text, type Draft } from './draft.ts'

const severalCodes = 'A referral can have more than one, so the rows are not to be added up.'

export const evidenceTable = (summary: AnnualSummary): Draft => {
  const evidence = summary.evidenceOfCorruption
  return {
    id: 'evidence',
    caption: 'Evidence of corruption',
    columns: [text('evidence', 'Evidence of corruption'), count('referrals', 'Referrals')],
    rows: [
      row('actual', 'Actual corruption', evidence.actual),
      row('potential', 'Potential corruption', evidence.potential),
      row('none', 'No evidence of corruption', evidence.none),
      row('unable_to_determine', 'Unable to determine', evidence.unable_to_determine),
      row('no_outcome_yet', 'No outcome yet', evidence.no_outcome_yet),
      row('referralsMade', 'All referrals made', summary.response.referralsMade),
    ],
    notes: [responseRateSentence(summary), 'No outcome yet is never counted as no evidence.'],
  }
}

const evidenceColumns = [count('actual', 'Actual'), count('potential', 'Potential')]

const byCategory = ({ code, label, actual, potential }: CategoryCount<Withheld>) =>
  row(code, label, actual, potential)

export const categoriesTable = (summary: AnnualSummary): Draft => ({
  id: 'categories',
  caption: 'Corruption categories, by evidence',
  columns: [text('category', 'Category'), ...evidenceColumns],
  rows: summary.corruptionCategories.map(byCategory),
  notes: [responseRateSentence(summary), severalCodes],
})

const codesTable = (
  id: TableId,
  caption: string,
  heading: string,
  codes: readonly CodeCount<Withheld>[],
  notes: readonly string[],
): Draft => ({
  id,
  caption,
  columns: [text('code', heading), count('referrals', 'Referrals')],
  rows: codes.map(({ code, label, count: referrals }) => row(code, label, referrals)),
  notes,
})

/** What outcomes say besides corruption, each a table of codes with the referrals carrying them. */
export const answersTables = (summary: AnnualSummary): readonly Draft[] => {
  const one = [responseRateSentence(summary)]
  const several = [...one, severalCodes]
  return [
    codesTable('concerns', 'Other concerns', 'Concern', summary.otherConcerns, several),
    codesTable('actions', 'Actions taken', 'Action', summary.actions, several),
    codesTable('discipline', 'Disciplinary action', 'Disciplinary action', summary.disciplinaryActions, one),
    codesTable('criminal', 'Criminal outcomes', 'Criminal outcome', summary.criminalOutcomes, one),
    codesTable('intelligence', 'Intelligence value', 'Value', summary.intelligenceValue, one),
  ]
}

const kindsTable = (
  id: TableId,
  caption: string,
  heading: string,
  summary: AnnualSummary,
  kinds: readonly KindCount<Withheld>[],
): Draft => ({
  id,
  caption,
  columns: [text('code', heading), count('referrals', 'Referrals'), ...evidenceColumns],
  rows: kinds.map(({ code, label, referrals, actual, potential }) =>
    row(code, label, referrals, actual, potential),
  ),
  notes: [
    responseRateSentence(summary),
    'Actual and potential count referrals with that evidence of corruption.',
  ],
})

export const subjectsTable = (summary: AnnualSummary): Draft =>
  kindsTable('subjects', 'Type of subject, as registered', 'Type of subject', summary, summary.subjectTypes)

export const linksTable = (summary: AnnualSummary): Draft =>
  kindsTable('links', 'Link to policing, as registered', 'Link', summary, summary.linkTypes)

export const themesTable = (summary: AnnualSummary): Draft => ({
  id: 'themes',
  caption: 'Categories with evidence in three or more organisations',
  columns: [text('category', 'Category'), count('organisations', 'Organisations')],
  rows: summary.themes.map(({ code, label, organisations }) => row(code, label, organisations)),
  notes: [responseRateSentence(summary), 'Evidence is actual or potential.'],
})
