import { inWords } from '../../../../../shared/domain/dates.ts'
import type { Answers } from '../../../../../shared/domain/referral/outcome-questions.ts'
import type { Outcome } from '../../../../../shared/domain/referral/returns.ts'
import { wording } from './questions.ts'

const keys: Readonly<Record<keyof Outcome, string>> = {
  subjectConfirmed: 'The person',
  evidenceOfCorruption: 'Evidence of corruption',
  corruptionCategories: 'Categories of corruption',
  otherConcerns: 'Other concerns',
  actions: 'What you did',
  leftBeforeConclusion: 'Left before the conclusion',
  criminalOutcome: 'Criminal outcome',
  proceedingType: 'Proceedings',
  findingLevel: 'Finding',
  disciplinaryAction: 'Disciplinary action',
  barredList: 'Barred list',
  intelligenceValue: 'Worth of the intelligence',
  linkAlreadyDeclared: 'Link already declared',
  concludedOn: 'Concluded on',
  rationale: 'Your reasons',
  learning: 'Learning',
}

const inList = (name: keyof Outcome, codes: readonly string[]): string =>
  codes.length === 0 ? 'None' : codes.map((code) => wording[name].choices?.[code] ?? code).join(', ')

/** One answer as the check shows it. */
export const rowOf = (name: keyof Outcome, answers: Answers) => {
  const value = answers[name]
  const key = keys[name]
  if (value === undefined) return { key, value: 'Nothing entered' }
  if (typeof value !== 'string') return { key, value: inList(name, value) }
  if (name === 'concludedOn' && answers.concludedOn) return { key, value: inWords(answers.concludedOn) }
  return { key, value: wording[name].choices?.[value] ?? value }
}
