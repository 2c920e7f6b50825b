import { describe, expect, test } from 'vitest'
import type { SubjectType } from '../../../../shared/domain/codes.ts'
import { localDate } from '../../../../shared/domain/dates.ts'
import {
  outcomeFields,
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

describe('what is asked', () => {
  type Field = keyof typeof questions
  const officer = contextFor('police_officer')
  const hearing = { proceedingType: 'misconduct_hearing' } as const
  const asked: readonly (readonly [Field, boolean, string, Answers])[] = [
    ['subjectConfirmed', true, 'always', {}],
    ['learning', true, 'always', {}],
    ['corruptionCategories', true, 'where there is corruption', { evidenceOfCorruption: 'actual' }],
    ['corruptionCategories', true, 'where there may be', { evidenceOfCorruption: 'potential' }],
    ['corruptionCategories', false, 'where there is none', { evidenceOfCorruption: 'none' }],
    ['corruptionCategories', false, 'before anybody said', {}],
    ['otherConcerns', true, 'of the force’s own', { subjectConfirmed: 'former_personnel' }],
    ['otherConcerns', false, 'of somebody else’s', { subjectConfirmed: 'not_our_personnel' }],
    ['leftBeforeConclusion', true, 'of who has left', { subjectConfirmed: 'former_personnel' }],
    ['leftBeforeConclusion', false, 'of who is still there', { subjectConfirmed: 'current_personnel' }],
    ['criminalOutcome', true, 'before anybody said what was done', {}],
    ['criminalOutcome', true, 'after something was done', { actions: ['management_action'] }],
    ['criminalOutcome', true, 'after two things were', { actions: ['no_action', 'management_action'] }],
    ['criminalOutcome', false, 'after nothing was', { actions: ['no_action'] }],
    ['proceedingType', true, 'after something was done', { actions: ['management_action'] }],
    ['proceedingType', false, 'after nothing was', { actions: ['no_action'] }],
    ['findingLevel', true, 'of proceedings', hearing],
    ['findingLevel', false, 'without proceedings', { proceedingType: 'none' }],
    ['findingLevel', false, 'before anybody said whether there were any', {}],
    ['disciplinaryAction', true, 'of a finding', { ...hearing, findingLevel: 'misconduct' }],
    ['disciplinaryAction', false, 'where nothing was found', { ...hearing, findingLevel: 'neither' }],
    ['disciplinaryAction', false, 'without proceedings', { proceedingType: 'none' }],
    ['disciplinaryAction', false, 'before anybody said whether there were any', {}],
    [
      'barredList',
      true,
      'of who was dismissed',
      { ...hearing, findingLevel: 'gross_misconduct', disciplinaryAction: 'dismissal_without_notice' },
    ],
    [
      'barredList',
      false,
      'of who was warned',
      { ...hearing, findingLevel: 'misconduct', disciplinaryAction: 'written_warning' },
    ],
    ['linkAlreadyDeclared', true, 'of an interest', { otherConcerns: ['undeclared_business_interest'] }],
    ['linkAlreadyDeclared', true, 'of an association', { otherConcerns: ['undeclared_association'] }],
    [
      'linkAlreadyDeclared',
      true,
      'of an association that corrupts',
      { corruptionCategories: ['inappropriate_association'] },
    ],
    [
      'linkAlreadyDeclared',
      false,
      'where nothing is about a link',
      { otherConcerns: [], corruptionCategories: [] },
    ],
    ['linkAlreadyDeclared', false, 'before anybody said', {}],
  ]

  test.each(asked)('%s: %s, %s', (field, isAsked, _, answers) => {
    expect(questions[field].isAsked(answers, officer)).toBe(isAsked)
  })

  test('linkAlreadyDeclared: true, of a link through the family', () => {
    const indirect = {
      ...officer,
      registration: { ...officer.registration, linkType: 'family_member' as const },
    }
    expect(questions.linkAlreadyDeclared.isAsked({}, indirect)).toBe(true)
  })

  test('in this order', () => {
    expect(outcomeFields.slice(0, 6)).toEqual([
      'subjectConfirmed',
      'evidenceOfCorruption',
      'corruptionCategories',
      'otherConcerns',
      'actions',
      'leftBeforeConclusion',
    ])
  })

  test('and what is not is certain: three answers make the whole of an outcome in which nothing was done', () => {
    const answers: Answers = {
      subjectConfirmed: 'not_our_personnel',
      evidenceOfCorruption: 'none',
      actions: ['no_action'],
    }
    expect(settled(answers, officer)).toEqual({
      ...answers,
      corruptionCategories: [],
      otherConcerns: [],
      leftBeforeConclusion: 'no',
      criminalOutcome: 'none',
      proceedingType: 'none',
      findingLevel: 'not_applicable',
      disciplinaryAction: 'none',
      barredList: 'not_applicable',
      linkAlreadyDeclared: 'not_applicable',
    })
  })
})

test('an outcome of which nothing is known breaks no rule but that of its reasons', () => {
  const context = contextFor('police_officer')
  expect(brokenOutcomeRules(unanswered(context), context)).toEqual([])
  expect(unanswered(context)).toMatchObject({ concludedOn: '2026-06-03', rationale: '' })
})
