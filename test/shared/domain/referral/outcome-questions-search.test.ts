import { array, assert, constantFrom, nat, property, subarray } from 'fast-check'
import { expect, test } from 'vitest'
import { codesOf, otherConcerns, subjectTypes } from '../../../../shared/domain/codes.ts'
import { localDate } from '../../../../shared/domain/dates.ts'
import {
  possibleCodes,
  settled,
  unanswered,
  type Answers,
} from '../../../../shared/domain/referral/outcome-questions.ts'
import { brokenOutcomeRules } from '../../../../shared/domain/referral/outcome-rules.ts'
import type { Outcome } from '../../../../shared/domain/referral/returns.ts'
import { referenceData } from '../../../../shared/runtime/reference-data.ts'

const organisations = [...referenceData.organisations.values()]

const pick = <Value>(values: readonly Value[], place: number): Value => {
  const value = values[place % values.length]
  if (value === undefined) throw new Error('There is nothing to choose from')
  return value
}

test('whoever answers only what is asked, with what is offered, breaks no rule', () => {
  const answering = property(
    constantFrom(...codesOf(subjectTypes)),
    constantFrom(...organisations),
    constantFrom(...(['current_personnel', 'former_personnel', 'not_our_personnel'] as const)),
    constantFrom(...(['no', 'resigned', 'retired'] as const)),
    subarray([...codesOf(otherConcerns)]),
    array(nat(1000), { minLength: 5, maxLength: 5 }),
    (subjectType, organisation, subjectConfirmed, leftBeforeConclusion, concerns, places) => {
      const registration = { subjectType, linkType: 'direct' as const, referredOn: localDate('2026-01-05') }
      const context = { registration, organisation, today: localDate('2026-06-03') }
      let answers: Answers = {
        ...unanswered(context),
        subjectConfirmed,
        leftBeforeConclusion,
        otherConcerns: concerns,
        corruptionCategories: ['vulnerability'],
        actions: ['misconduct_investigation'],
        rationale: 'Twenty characters and more of reasons.',
      }
      const tied = [
        'evidenceOfCorruption',
        'proceedingType',
        'findingLevel',
        'disciplinaryAction',
        'barredList',
      ] as const
      for (const [index, field] of tied.entries()) {
        const code = pick(possibleCodes(field, answers, context), places[index] ?? 0)
        answers = Object.assign(answers, { [field]: code })
        answers = Object.assign(answers, settled(answers, context))
      }
      const outcome: Outcome = { ...unanswered(context), ...settled(answers, context) }
      expect(brokenOutcomeRules(outcome, context)).toEqual([])
    },
  )
  assert(answering, { numRuns: 100 })
})
