import { identityErrors } from '../free-text.ts'
import type { FieldError } from '../refusal.ts'
import { oneOf, when, type OutcomeContext, type OutcomeRule } from './outcome-rule.ts'
import { proceedingsRules } from './proceedings-rules.ts'
import type { Outcome } from './returns.ts'

/** Every rule between the fields of an outcome: the API, the form and the documentation read this one table. */
export const outcomeRules: readonly OutcomeRule[] = [
  {
    name: 'no identities in free text',
    statement:
      'Free text carries no e-mail address, telephone number, National Insurance number, sort code with account number, postcode or date of birth.',
    broken: ({ rationale, learning }) => identityErrors({ rationale, learning }),
  },
  {
    name: 'no action stands alone',
    statement: '`no_action` is given alone.',
    broken: ({ actions }) =>
      when(
        actions.includes('no_action') && actions.length > 1,
        'actions',
        'no_action must stand alone: leave it out, or leave out the others.',
      ),
  },
  {
    name: 'categories go with evidence',
    statement: 'One or more corruption categories exactly when the evidence is `actual` or `potential`.',
    broken: ({ evidenceOfCorruption: evidence, corruptionCategories }) => {
      const needed = evidence === 'actual' || evidence === 'potential'
      const detail = needed
        ? `Evidence is ${evidence}: name at least one category.`
        : `Evidence is ${evidence}: leave the list empty.`
      return when(needed !== corruptionCategories.length > 0, 'corruptionCategories', detail)
    },
  },
  ...proceedingsRules,
  {
    name: 'not our personnel',
    statement: '`not_our_personnel` goes with evidence `none` or `unable_to_determine` and no proceedings.',
    broken: ({ subjectConfirmed, evidenceOfCorruption, proceedingType }) =>
      subjectConfirmed === 'not_our_personnel'
        ? [
            ...oneOf(
              'evidenceOfCorruption',
              evidenceOfCorruption,
              ['none', 'unable_to_determine'],
              'Of someone who is not your personnel',
            ),
            ...oneOf('proceedingType', proceedingType, ['none'], 'Of someone who is not your personnel'),
          ]
        : [],
  },
  {
    name: 'date of conclusion',
    statement: '`concludedOn` is from the day of referral to today.',
    broken: ({ concludedOn }, { registration, today }) =>
      when(
        concludedOn < registration.referredOn || concludedOn > today,
        'concludedOn',
        `Must be from ${registration.referredOn}, the day of referral, to today (${today}).`,
      ),
  },
]

/** Every field of an outcome that breaks a rule, in the order of the rules; empty when it may be given. */
export const brokenOutcomeRules = (outcome: Outcome, context: OutcomeContext): readonly FieldError[] =>
  outcomeRules.flatMap((rule) => rule.broken(outcome, context))
