import {
  barredListEntries,
  codesOf,
  disciplinaryActions,
  evidenceLevels,
  findingLevels,
  proceedingTypes,
} from '../codes.ts'
import type { OutcomeContext } from './outcome-rule.ts'
import { brokenOutcomeRules } from './outcome-rules.ts'
import type { Outcome } from './returns.ts'

/** An outcome in the making: what has been answered so far. */
export type Answers = Partial<Outcome>

type Coded = 'evidenceOfCorruption' | 'proceedingType' | 'findingLevel' | 'disciplinaryAction' | 'barredList'

/** The fields that rules tie to one another, in the order they are asked. */
const tied: readonly Coded[] = [
  'evidenceOfCorruption',
  'proceedingType',
  'findingLevel',
  'disciplinaryAction',
  'barredList',
]

const codes = {
  evidenceOfCorruption: codesOf(evidenceLevels),
  proceedingType: codesOf(proceedingTypes),
  findingLevel: codesOf(findingLevels),
  disciplinaryAction: codesOf(disciplinaryActions),
  barredList: codesOf(barredListEntries),
} as const

/** An outcome of which nothing is known: each field has what breaks no rule by itself. Never to be sent. */
export const unanswered = ({ today }: OutcomeContext): Outcome => ({
  subjectConfirmed: 'current_personnel',
  evidenceOfCorruption: 'none',
  corruptionCategories: [],
  otherConcerns: [],
  actions: ['management_action'],
  criminalOutcome: 'none',
  proceedingType: 'none',
  findingLevel: 'not_applicable',
  disciplinaryAction: 'none',
  leftBeforeConclusion: 'no',
  barredList: 'not_applicable',
  intelligenceValue: 'no_value',
  linkAlreadyDeclared: 'not_applicable',
  concludedOn: today,
  rationale: '',
})

const pointers = new Set(tied.map((field) => `/${field}`))

const isPossible = (outcome: Outcome, context: OutcomeContext): boolean =>
  brokenOutcomeRules(outcome, context).every(({ pointer }) => !pointers.has(pointer))

/** Whether the fields that come later can be answered in a way that keeps every rule. */
const canBeCompleted = (outcome: Outcome, later: readonly Coded[], context: OutcomeContext): boolean => {
  const [next, ...rest] = later
  if (next === undefined) return isPossible(outcome, context)
  return codes[next].some((code) => canBeCompleted({ ...outcome, [next]: code }, rest, context))
}

/**
 * The codes of a field that can still be given after what was answered before it, by the rules of outcomes: those from
 * which the rest can be answered without breaking one.
 */
export const possibleCodes = <Field extends Coded>(
  field: Field,
  answers: Answers,
  context: OutcomeContext,
): readonly (typeof codes)[Field][number][] => {
  const place = tied.indexOf(field)
  const known = Object.entries(answers).filter(([name]) => !tied.slice(place).some((each) => each === name))
  const outcome = { ...unanswered(context), ...Object.fromEntries(known) }
  const list: readonly (typeof codes)[Field][number][] = codes[field]
  return list.filter((code) => canBeCompleted({ ...outcome, [field]: code }, tied.slice(place + 1), context))
}

const isOneOf = (value: unknown, ...values: readonly unknown[]): boolean => values.includes(value)

const nothingDone = ({ actions = [] }: Answers): boolean => actions.length === 1 && actions[0] === 'no_action'

const concernsALink = ({ otherConcerns = [], corruptionCategories = [] }: Answers): boolean =>
  otherConcerns.some((concern) =>
    isOneOf(concern, 'undeclared_business_interest', 'undeclared_association'),
  ) || corruptionCategories.includes('inappropriate_association')

type Question = {
  /** Whether earlier answers leave anything to ask. */
  readonly isAsked: (answers: Answers, context: OutcomeContext) => boolean
  /** What the earlier answers make certain when it is not asked. */
  readonly otherwise: Answers
}

const always: Question = { isAsked: () => true, otherwise: {} }

/** When each field of an outcome is asked for, and what it is without asking. */
export const questions: Readonly<Record<keyof Outcome, Question>> = {
  subjectConfirmed: always,
  evidenceOfCorruption: always,
  corruptionCategories: {
    isAsked: ({ evidenceOfCorruption }) => isOneOf(evidenceOfCorruption, 'actual', 'potential'),
    otherwise: { corruptionCategories: [] },
  },
  otherConcerns: {
    isAsked: ({ subjectConfirmed }) => subjectConfirmed !== 'not_our_personnel',
    otherwise: { otherConcerns: [] },
  },
  actions: always,
  leftBeforeConclusion: {
    // Whoever is current personnel has not left; of others only former personnel were here to leave.
    isAsked: ({ subjectConfirmed }) => subjectConfirmed === 'former_personnel',
    otherwise: { leftBeforeConclusion: 'no' },
  },
  criminalOutcome: { isAsked: (answers) => !nothingDone(answers), otherwise: { criminalOutcome: 'none' } },
  proceedingType: {
    isAsked: (answers, context) =>
      !nothingDone(answers) && possibleCodes('proceedingType', answers, context).length > 1,
    otherwise: { proceedingType: 'none' },
  },
  findingLevel: {
    isAsked: ({ proceedingType }) => proceedingType !== undefined && proceedingType !== 'none',
    otherwise: { findingLevel: 'not_applicable' },
  },
  disciplinaryAction: {
    isAsked: (answers, context) =>
      isOneOf(answers.proceedingType, undefined, 'none')
        ? false
        : possibleCodes('disciplinaryAction', answers, context).length > 1,
    otherwise: { disciplinaryAction: 'none' },
  },
  barredList: {
    isAsked: (answers, context) => possibleCodes('barredList', answers, context).includes('yes'),
    otherwise: { barredList: 'not_applicable' },
  },
  intelligenceValue: always,
  linkAlreadyDeclared: {
    isAsked: (answers, { registration }) => registration.linkType !== 'direct' || concernsALink(answers),
    otherwise: { linkAlreadyDeclared: 'not_applicable' },
  },
  concludedOn: always,
  rationale: always,
  learning: always,
}

const isField = (name: string): name is keyof Outcome => Object.hasOwn(questions, name)

/** Every field of an outcome, in the order they are asked. */
export const outcomeFields: readonly (keyof Outcome)[] = Object.keys(questions).filter(isField)

/**
 * What a field holds without being asked. What stands already, and would not have been asked for either, is left as it is
 * while no rule is against it: an answer that came by the API is not changed by a form that doesn't show it.
 */
const notAsked = (
  field: keyof Outcome,
  known: Answers,
  context: OutcomeContext,
  standing: Outcome | undefined,
): Answers => {
  const { isAsked, otherwise } = questions[field]
  if (!standing || isAsked(standing, context)) return otherwise
  const kept = { [field]: standing[field] }
  return isPossible({ ...unanswered(context), ...known, ...kept }, context) ? kept : otherwise
}

/**
 * An outcome as far as it is answered, with what the answers make certain: an answer to a question that later changes
 * have made pointless is left out. `standing` is the outcome that is being corrected.
 */
export const settled = (answers: Answers, context: OutcomeContext, standing?: Outcome): Answers =>
  outcomeFields.reduce<Answers>((known, field) => {
    const asked = questions[field].isAsked(known, context)
    return Object.assign(known, asked ? given(answers, field) : notAsked(field, known, context, standing))
  }, {})

const given = (answers: Answers, field: keyof Outcome): Answers =>
  answers[field] === undefined ? {} : { [field]: answers[field] }
