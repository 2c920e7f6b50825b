import {
  actions,
  codesOf,
  corruptionCategories,
  criminalOutcomes,
  departures,
  disciplinaryActions,
  evidenceLevels,
  barredListEntries,
  findingLevels,
  intelligenceValues,
  linkDeclarations,
  otherConcerns,
  proceedingTypes,
  subjectConfirmations,
} from '../../../../../shared/domain/codes.ts'
import type { Outcome } from '../../../../../shared/domain/referral/returns.ts'
import { date, list, text, type Fields } from '../../../form/fields.ts'

/** The fields of an outcome as the form's errors speak of them. */
export const fields = {
  subjectConfirmed: text('The answer', 'Choose who the person is'),
  evidenceOfCorruption: text('The evidence', 'Choose what evidence of corruption you found'),
  corruptionCategories: list('The categories', 'Choose at least one category of corruption'),
  otherConcerns: list('The other concerns', 'Choose the other concerns'),
  actions: list('What you did', 'Choose what you did, or “No action”'),
  leftBeforeConclusion: text('The answer', 'Choose whether they left before the conclusion'),
  criminalOutcome: text('The criminal outcome', 'Choose the criminal outcome, or “None”'),
  proceedingType: text('The proceedings', 'Choose the proceedings, or “None”'),
  findingLevel: text('The finding', 'Choose what was found'),
  disciplinaryAction: text('The disciplinary action', 'Choose the disciplinary action, or “None”'),
  barredList: text('The answer', 'Choose whether the person was put on the barred list'),
  intelligenceValue: text('The answer', 'Choose what the intelligence was worth'),
  linkAlreadyDeclared: text('The answer', 'Choose whether the link had been declared'),
  concludedOn: date('The date it was concluded', 'Enter the date it was concluded'),
  rationale: text('Your reasons', 'Enter your reasons'),
  learning: text('The learning', 'Enter the learning'),
} as const satisfies Fields & Readonly<Record<keyof Outcome, unknown>>

type Question = {
  readonly legend: string
  readonly hint?: string
  /** The codes and labels to choose from; text has none. */
  readonly choices?: Readonly<Record<string, string>>
}

/** What each question says. */
export const wording: Readonly<Record<keyof Outcome, Question>> = {
  subjectConfirmed: { legend: 'Who is the person?', choices: subjectConfirmations },
  evidenceOfCorruption: {
    legend: 'Did you find evidence of corruption?',
    hint: 'Evidence that the report itself gave counts too.',
    choices: evidenceLevels,
  },
  corruptionCategories: {
    legend: 'Which categories of corruption?',
    hint: 'Choose all that apply.',
    choices: corruptionCategories,
  },
  otherConcerns: {
    legend: 'Were there other concerns?',
    hint: 'Choose all that apply, or none.',
    choices: otherConcerns,
  },
  actions: { legend: 'What did you do?', hint: 'Choose all that apply.', choices: actions },
  leftBeforeConclusion: { legend: 'Did they leave before it was concluded?', choices: departures },
  criminalOutcome: { legend: 'What was the criminal outcome?', choices: criminalOutcomes },
  proceedingType: { legend: 'What proceedings were there?', choices: proceedingTypes },
  findingLevel: { legend: 'What was found?', choices: findingLevels },
  disciplinaryAction: { legend: 'What disciplinary action was taken?', choices: disciplinaryActions },
  barredList: { legend: 'Was the person put on the barred list?', choices: barredListEntries },
  intelligenceValue: { legend: 'What was the intelligence worth to you?', choices: intelligenceValues },
  linkAlreadyDeclared: {
    legend: 'Had the business interest or association been declared to you?',
    choices: linkDeclarations,
  },
  concludedOn: { legend: 'When was it concluded?', hint: 'For example, 27 3 2026.' },
  rationale: {
    legend: 'Your reasons',
    hint: '20 characters or more. No names, addresses, numbers or dates of birth of people.',
  },
  learning: {
    legend: 'What others could learn from it (optional)',
    hint: 'The UKFIU sees it, and no other force is told whose it is.',
  },
}

/** What stands under a choice. */
export const choiceHints: Readonly<Record<string, string>> = {
  vulnerability: 'A vulnerability to corruption. Money worries are asked for separately.',
  unable_to_determine: 'You looked, and could not tell.',
  not_our_personnel: 'The UKFIU is shown it as one to redirect.',
  vetting_regulations: 'The Police (Vetting) Regulations 2025.',
  no_value: 'It told you nothing that you could use.',
}

/** Whether a code is one that stands alone among checkboxes. */
export const standsAlone = (code: string): boolean => code === 'no_action'

export const allCodes = (name: keyof Outcome): readonly string[] => codesOf(wording[name].choices ?? {})
