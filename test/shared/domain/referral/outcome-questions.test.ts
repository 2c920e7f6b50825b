import { array, assert, constantFrom, nat, property, subarray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codesOf, otherConcerns, subjectTypes, type SubjectType } from '../../../../shared/domain/codes.ts'
import { localDate } from '../../../../shared/domain/dates.ts'
import {
  possibleCodes,
  questions,
  settled,
  unanswered,
  type Answers,
} from '../../../../shared/domain/referral/outcome-questions.ts'
import type { OutcomeContext } from '../../../../shared/domain/referral/outcome-rule.ts'
import { brokenOutcomeRules } from '../../../../shared/domain/referral/outcome-rules.ts'
import type { Outcome } from '../../../../shared/domain/referral/returns.ts'
import { referenceData } from '../../../../shared/runtime/reference-data.ts'

const organisations = [...referenceData.organisations.values()]

const contextFor = (subjectType: SubjectType, organisation = 'kent'): OutcomeContext => {
  const found = referenceData.organisations.get(organisation)
  if (!found) throw new Error(organisation)
  const registration = { subjectType, linkType: 'direct' as const, referredOn: localDate('2026-01-05') }
  return { registration, organisation: found, today: localDate('2026-06-03') }
}

describe('proceedings', () => {
  test('of police staff are a local process or none', () => {
    expect(possibleCodes('proceedingType', {}, contextFor('police_staff'))).toEqual([
      'none',
      'local_staff_process',
    ])
  })

  test('are not asked about of somebody who is not the force’s', () => {
    const answers: Answers = { subjectConfirmed: 'not_our_personnel', actions: ['passed_to_another_body'] }
    const context = contextFor('police_officer')
    expect(questions.proceedingType.isAsked(answers, context)).toBe(false)
    expect(settled(answers, context)).toMatchObject({
      proceedingType: 'none',
      findingLevel: 'not_applicable',
    })
  })
})

test('gross misconduct at a hearing leaves no written warning to give', () => {
  const answers: Answers = { proceedingType: 'misconduct_hearing', findingLevel: 'gross_misconduct' }
  expect(possibleCodes('disciplinaryAction', answers, contextFor('police_officer'))).toEqual([
    'final_written_warning',
    'reduction_in_rank',
    'dismissal_without_notice',
  ])
})

test('without action there is nothing to ask of what came of it', () => {
  const answers: Answers = {
    subjectConfirmed: 'current_personnel',
    evidenceOfCorruption: 'none',
    actions: ['no_action'],
  }
  expect(settled(answers, contextFor('police_officer'))).toMatchObject({
    criminalOutcome: 'none',
    proceedingType: 'none',
    disciplinaryAction: 'none',
    leftBeforeConclusion: 'no',
    barredList: 'not_applicable',
  })
})

describe('a correction', () => {
  const context = contextFor('police_officer')
  const standing: Outcome = { ...unanswered(context), barredList: 'no', actions: ['no_action'] }

  test('leaves alone what it does not ask for', () => {
    expect(settled(standing, context, standing)).toMatchObject({ barredList: 'no' })
  })

  test('does not keep what its own answers have made pointless', () => {
    const dismissed: Outcome = {
      ...standing,
      actions: ['misconduct_investigation'],
      proceedingType: 'misconduct_hearing',
      findingLevel: 'gross_misconduct',
      disciplinaryAction: 'dismissal_without_notice',
      barredList: 'yes',
    }
    const corrected = settled({ ...dismissed, proceedingType: 'none' }, context, dismissed)
    expect(corrected).toMatchObject({ findingLevel: 'not_applicable', disciplinaryAction: 'none' })
    expect(corrected.barredList).toBe('not_applicable')
  })
})

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
      const context = { ...contextFor(subjectType), organisation }
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
  assert(answering, { numRuns: 300 })
})
