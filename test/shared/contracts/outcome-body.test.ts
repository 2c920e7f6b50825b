import { describe, expect, test } from 'vitest'
import { outcomeBody } from '../../../shared/contracts/requests.ts'
import { outcomeRequest } from '../../support/referrals.ts'
import { errorsOf, mistyped, neverACode, refusing } from './parsing.ts'

const errors = (fields: Readonly<Record<string, unknown>>) =>
  errorsOf(outcomeBody, { ...outcomeRequest(), ...fields })
const parsed = (fields: Readonly<Record<string, unknown>> = {}) =>
  outcomeBody.parse({ ...outcomeRequest(), ...fields })

const coded = {
  subjectConfirmed: 'current_personnel former_personnel not_our_personnel unable_to_determine',
  evidenceOfCorruption: 'actual potential none unable_to_determine',
  criminalOutcome: 'none under_way charged convicted acquitted caution no_further_action',
  proceedingType:
    'none misconduct_meeting misconduct_hearing accelerated_misconduct_hearing vetting_regulations local_staff_process',
  findingLevel: 'gross_misconduct misconduct neither not_applicable',
  disciplinaryAction:
    'none written_warning final_written_warning reduction_in_rank dismissal_without_notice would_have_been_dismissed',
  leftBeforeConclusion: 'no resigned retired',
  barredList: 'yes no not_applicable',
  intelligenceValue: 'new_information valuable_and_actionable already_known no_value',
  linkAlreadyDeclared: 'yes no not_applicable',
}

describe.each(Object.entries(coded))('%s', (field, list) => {
  const codes = list.split(' ')

  test.each(codes)('%s', (code) => {
    expect(parsed({ [field]: code })).toHaveProperty(field, code)
  })

  test.each(mistyped(codes))('not %j: the message names what is valid', (code) => {
    expect(errors({ [field]: code })).toEqual(refusing(`/${field}`, `Must be ${codes.join(' or ')}.`))
  })

  test.each(neverACode)('not %s', (_, value) => {
    expect(errors({ [field]: value })).toEqual(refusing(`/${field}`, /^Must be /))
  })

  test('is needed', () => {
    expect(errors({ [field]: undefined })).toEqual(refusing(`/${field}`, 'This field is needed.'))
  })
})

const lists = {
  corruptionCategories: [
    'infiltration disclosure_of_information perverting_the_course_of_justice sexual_misconduct',
    'controlled_drug_use_and_supply theft_and_fraud misusing_force_systems abuse_of_authority',
    'inappropriate_association vulnerability assisting_an_offender other',
  ],
  otherConcerns: [
    'financial_vulnerability victim_of_fraud debt gambling undeclared_business_interest undeclared_association other',
  ],
  actions: [
    'intelligence_report criminal_investigation misconduct_investigation vetting_review welfare_support',
    'management_action reflective_practice referred_to_iopc passed_to_another_body no_action',
  ],
}

describe.each(Object.entries(lists))('%s', (field, lines) => {
  const codes = lines.flatMap((line) => line.split(' '))

  test('may name every code there is', () => {
    expect(parsed({ [field]: codes })).toHaveProperty(field, codes)
  })

  test.each(mistyped(codes))('not %j', (code) => {
    expect(errors({ [field]: [codes[0], code] })).toEqual(
      refusing(`/${field}/1`, `Must be ${codes.join(' or ')}.`),
    )
  })

  test('names each code at most once', () => {
    expect(errors({ [field]: [codes[0], codes[1], codes[0]] })).toEqual(
      refusing(`/${field}`, 'Name each code once.'),
    )
  })

  test.each([['other'], [{}], [null], [1]])('is a list, not %j', (value) => {
    expect(errors({ [field]: value })).toEqual(refusing(`/${field}`, 'Must be a list.'))
  })
})

describe('lists left out', () => {
  test.each(['corruptionCategories', 'otherConcerns'])('%s: none', (field) => {
    expect(parsed({ [field]: undefined })).toHaveProperty(field, [])
  })

  test('actions: at least one, or no_action', () => {
    expect(errors({ actions: [] })).toEqual(refusing('/actions', 'Name at least one action, or no_action.'))
    expect(errors({ actions: undefined })).toEqual(refusing('/actions', 'This field is needed.'))
  })
})

describe.each([
  ['rationale', 20],
  ['learning', 1],
])('%s', (field, least) => {
  test.each([least, least + 1, 1999, 2000])('may have %i characters', (length) => {
    expect(errors({ [field]: 'x'.repeat(length) })).toEqual([])
  })

  test.each([0, least - 1, 2001, 20_000])('may not have %i', (length) => {
    expect(errors({ [field]: 'x'.repeat(length) })).toEqual(
      refusing(`/${field}`, `Must be ${least} to 2,000 characters.`),
    )
  })

  test.each([[null], [1], [['text']], [{}]])('is text, not %j', (value) => {
    expect(errors({ [field]: value })).toEqual(refusing(`/${field}`, 'Must be text.'))
  })
})

test('rationale is needed, learning is not', () => {
  expect(errors({ rationale: undefined })).toEqual(refusing('/rationale', 'This field is needed.'))
  expect(parsed({ learning: undefined })).not.toHaveProperty('learning', expect.anything())
})

test.each(['2026-02-30', '2026-13-01', '31-12-2026', ''])('it was not concluded on %j', (concludedOn) => {
  expect(errors({ concludedOn })).toEqual(
    refusing('/concludedOn', 'Must be a date that exists, written YYYY-MM-DD.'),
  )
})

test.each(['subjectName', 'version', 'codeLists', 'Rationale'])(
  '%s is not a field of an outcome',
  (field) => {
    expect(errors({ [field]: 'x' })).toEqual(refusing(`/${field}`, /Not a field/))
  },
)

test('everything that is wrong is named at once, and everything that is missing', () => {
  expect(errorsOf(outcomeBody, {}).map(({ pointer }) => pointer)).toEqual([
    '/subjectConfirmed',
    '/evidenceOfCorruption',
    '/actions',
    '/criminalOutcome',
    '/proceedingType',
    '/findingLevel',
    '/disciplinaryAction',
    '/leftBeforeConclusion',
    '/barredList',
    '/intelligenceValue',
    '/linkAlreadyDeclared',
    '/concludedOn',
    '/rationale',
  ])
})
