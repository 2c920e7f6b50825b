import {
  outcomeFields,
  questions,
  type Answers,
} from '../../../../../shared/domain/referral/outcome-questions.ts'
import type { OutcomeContext } from '../../../../../shared/domain/referral/outcome-rule.ts'
import type { Outcome } from '../../../../../shared/domain/referral/returns.ts'

type Field = keyof Outcome
export type Step = { readonly name: string; readonly title: string; readonly fields: readonly Field[] }

/** The pages of the sequence, each with what it may ask; one that has nothing to ask is passed over. */
export const steps: readonly Step[] = [
  { name: 'findings', title: 'What you found', fields: ['subjectConfirmed', 'evidenceOfCorruption'] },
  { name: 'categories', title: 'Categories of corruption', fields: ['corruptionCategories'] },
  {
    name: 'actions',
    title: 'What you did',
    fields: ['actions', 'otherConcerns', 'leftBeforeConclusion'],
  },
  { name: 'proceedings', title: 'What came of it', fields: ['criminalOutcome', 'proceedingType'] },
  { name: 'finding', title: 'The finding', fields: ['findingLevel'] },
  { name: 'sanction', title: 'The disciplinary action', fields: ['disciplinaryAction'] },
  { name: 'barred-list', title: 'The barred list', fields: ['barredList'] },
  {
    name: 'reasons',
    title: 'Reasons',
    fields: ['intelligenceValue', 'linkAlreadyDeclared', 'concludedOn', 'rationale', 'learning'],
  },
]

/** The step that asks for a field. */
export const stepOf = (field: string): Step | undefined =>
  steps.find(({ fields }) => fields.some((each) => each === field))

/** What a step asks after the answers so far. */
export const askedIn = (step: Step, answers: Answers, context: OutcomeContext): readonly Field[] =>
  step.fields.filter((field) => questions[field].isAsked(answers, context))

const isOpen = (field: Field, answers: Answers): boolean =>
  field !== 'learning' && answers[field] === undefined

/** The step to go on with after one: the next with something unanswered, then any; undefined when nothing is left. */
export const stepAfter = (
  after: Step | undefined,
  answers: Answers,
  context: OutcomeContext,
): Step | undefined => {
  const unfinished = steps.filter((step) =>
    askedIn(step, answers, context).some((field) => isOpen(field, answers)),
  )
  const place = after ? steps.indexOf(after) : -1
  return unfinished.find((step) => steps.indexOf(step) > place) ?? unfinished[0]
}

/** Whether everything that is asked has been answered. */
export const isComplete = (answers: Answers): answers is Outcome =>
  outcomeFields.every((field) => !isOpen(field, answers))
