import { kentsId } from './ids.ts'

/** What Kent Police answered first, */
export const outcome = {
  subjectConfirmed: 'current_personnel',
  evidenceOfCorruption: 'potential',
  corruptionCategories: ['vulnerability'],
  otherConcerns: ['financial_vulnerability', 'debt'],
  actions: ['intelligence_report', 'misconduct_investigation', 'welfare_support'],
  criminalOutcome: 'none',
  proceedingType: 'none',
  findingLevel: 'not_applicable',
  disciplinaryAction: 'none',
  leftBeforeConclusion: 'no',
  barredList: 'no',
  intelligenceValue: 'new_information',
  linkAlreadyDeclared: 'not_applicable',
  concludedOn: '2026-07-09',
  rationale: 'Payments to an online gambling firm explain the debts. Welfare support is in place.',
}

/** and what it answered in the end. */
export const corrected = {
  ...outcome,
  proceedingType: 'misconduct_meeting',
  findingLevel: 'misconduct',
  disciplinaryAction: 'written_warning',
  rationale: 'The misconduct meeting has now been held: the debts had not been declared at vetting.',
  learning: 'Ask about gambling when vetting is renewed.',
}

/** What others could learn from it. */
export const kentsLearning = {
  id: kentsId,
  organisation: 'kent',
  referredOn: '2026-06-01',
  givenOn: '2026-07-10',
  categories: corrected.corruptionCategories,
  learning: corrected.learning,
}
