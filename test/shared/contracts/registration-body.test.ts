import { describe, expect, test } from 'vitest'
import { registrationBody } from '../../../shared/contracts/requests.ts'
import { registrationRequest } from '../../support/referrals.ts'
import { errorsOf, mistyped, neverACode, refusing } from './parsing.ts'

const errors = (fields: Readonly<Record<string, unknown>>) =>
  errorsOf(registrationBody, { ...registrationRequest(), ...fields })
const parsed = (fields: Readonly<Record<string, unknown>> = {}) =>
  registrationBody.parse({ ...registrationRequest(), ...fields })

describe('what is left out', () => {
  test('has a default where the domain names one', () => {
    expect(parsed()).toMatchObject({
      marking: 'OFFICIAL-SENSITIVE',
      urgent: false,
      restricted: false,
      containsHmrcInformation: false,
      glossaryCodes: [],
    })
    expect(parsed()).not.toHaveProperty('risk')
  })

  test.each([
    'sarReference',
    'organisation',
    'referredOn',
    'subjectType',
    'linkType',
    'identificationBasis',
    'apparentConcern',
  ])('%s is needed', (field) => {
    expect(errors({ [field]: undefined })).toEqual(refusing(`/${field}`, 'This field is needed.'))
    expect(errors({ [field]: null })).toEqual(refusing(`/${field}`, /^Must be/))
  })

  test('several at once are all named', () => {
    const { sarReference: _, linkType: __, referredOn: ___, ...rest } = registrationRequest()
    expect(errorsOf(registrationBody, rest).map(({ pointer }) => pointer)).toEqual([
      '/sarReference',
      '/referredOn',
      '/linkType',
    ])
  })
})

describe('the SAR reference', () => {
  test.each([
    ['4 characters', 'AB12'],
    ['40 characters', 'A'.repeat(40)],
    ['digits, hyphens and slashes', '2026/04-0007'],
  ])('may be %s', (_, sarReference) => {
    expect(parsed({ sarReference }).sarReference).toBe(sarReference)
  })

  test('is upper-cased on entry and loses the spaces around it', () => {
    expect(parsed({ sarReference: '  sar-2026/abc ' }).sarReference).toBe('SAR-2026/ABC')
  })

  test.each([
    ['3 characters', 'AB1'],
    ['41 characters', 'A'.repeat(41)],
    ['nothing', ''],
    ['spaces', '      '],
    ['a space within', 'SAR 2026'],
    ['a line break within', 'SAR\n2026'],
    ['an underscore', 'SAR_2026'],
    ['a dot', 'SAR.2026'],
    ['Cyrillic that looks like Latin', 'САР-2026'],
    ['full-width digits', 'SAR-２０２６'],
    ['an emoji', 'SAR-2026🙂'],
    ['a null character', 'SAR-2026\u0000'],
    ['a formula', '=SUM(A1)'],
  ])('may not be %s', (_, sarReference) => {
    expect(errors({ sarReference })).toEqual(
      refusing('/sarReference', 'Must be 4 to 40 characters of A to Z, 0 to 9, - and /.'),
    )
  })

  test.each([[417], [true], [['SAR-1']], [{ $gt: '' }]])('may not be %j', (sarReference) => {
    expect(errors({ sarReference })).toEqual(refusing('/sarReference', 'Must be text.'))
  })
})

const coded = {
  subjectType:
    'police_officer special_constable police_staff contractor volunteer former_personnel other_law_enforcement unknown',
  linkType: 'direct family_member same_address known_criminal_associate connected_business',
  identificationBasis: 'employer_stated_in_sar role_stated_employer_inferred ukfiu_enquiry other',
  apparentConcern: 'possible_corruption financial_vulnerability victim_of_fraud unclear',
  marking: 'OFFICIAL OFFICIAL-SENSITIVE',
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
})

test.each(['SECRET', 'TOP SECRET', 'OFFICIAL-SENSITIVE: PERSONAL', 'CONFIDENTIAL'])(
  'a marking above OFFICIAL-SENSITIVE is refused: %s',
  (marking) => {
    expect(errors({ marking })).toEqual(refusing('/marking', 'Must be OFFICIAL or OFFICIAL-SENSITIVE.'))
  },
)

describe('the day of referral', () => {
  test.each(['2026-02-30', '2025-02-29', '2026-04-31', '07/04/2026', '2026-4-7', '', '2026-04-07T10:00:00Z'])(
    'is not %j',
    (referredOn) => {
      expect(errors({ referredOn })).toEqual(
        refusing('/referredOn', 'Must be a date that exists, written YYYY-MM-DD.'),
      )
    },
  )

  test.each([[20_260_407], [null], [['2026-04-07']]])('is not %j', (referredOn) => {
    expect(errors({ referredOn })).toEqual(refusing('/referredOn', /^Must be/))
  })
})

describe('glossary codes', () => {
  test.each([
    ['none', []],
    ['one', ['XXS99XX']],
    ['several', ['XXS99XX', 'XXGPSXX', 'XXD7XX']],
    ['fifty', Array.from({ length: 50 }, (_, place) => `XX${place}XX`)],
  ])('%s', (_, glossaryCodes) => {
    expect(parsed({ glossaryCodes }).glossaryCodes).toEqual(glossaryCodes)
  })

  test.each(['xxs99xx', 'S99', 'XXXX', 'XX S99 XX', 'XXS99', ''])('%j is none', (code) => {
    expect(errors({ glossaryCodes: ['XXS99XX', code] })).toEqual(
      refusing('/glossaryCodes/1', /glossary code/),
    )
  })

  test('each is named once', () => {
    expect(errors({ glossaryCodes: ['XXS99XX', 'XXS99XX'] })).toEqual(
      refusing('/glossaryCodes', 'Name each code once.'),
    )
  })

  test.each([['XXS99XX'], [{}], [null]])('come in a list, not as %j', (glossaryCodes) => {
    expect(errors({ glossaryCodes })).toEqual(refusing('/glossaryCodes', 'Must be a list.'))
  })
})

describe('risk', () => {
  const low = 'low'
  test.each([
    ['all three', { severity: low, suspicion: 'medium', reliability: 'high' }],
    ['one', { suspicion: low }],
    ['none of them', {}],
  ])('may have %s', (_, risk) => {
    expect(parsed({ risk }).risk).toEqual(risk)
  })

  test.each(['severity', 'suspicion', 'reliability'])('%s is low, medium or high', (part) => {
    for (const level of ['LOW', 'none', '', 3, null])
      expect(errors({ risk: { [part]: level } })).toEqual(
        refusing(`/risk/${part}`, 'Must be low or medium or high.'),
      )
  })

  test('has nothing else', () => {
    expect(errors({ risk: { urgency: low } })).toEqual(refusing('/risk/urgency', /Not a field/))
  })

  test.each([['low'], [null], [[]]])('is not %j', (risk) => {
    expect(errors({ risk })).toEqual(refusing('/risk', 'Must be an object.'))
  })
})

describe('handling', () => {
  test('P has no conditions', () => {
    expect(parsed({ handling: 'P' }).handling).toBe('P')
    expect(errors({ handling: 'P', handlingConditions: 'Ask first.' })).toEqual(
      refusing('/handlingConditions', /Not a field/),
    )
  })

  test('C has some', () => {
    expect(parsed({ handling: 'C', handlingConditions: ' Ask first. ' })).toMatchObject({
      handling: 'C',
      handlingConditions: 'Ask first.',
    })
    expect(errors({ handling: 'C' })).toEqual(refusing('/handlingConditions', 'This field is needed.'))
  })

  test.each([
    [1, true],
    [2000, true],
    [0, false],
    [2001, false],
  ])('C with conditions of %i characters', (length, taken) => {
    const words = errors({ handling: 'C', handlingConditions: 'x'.repeat(length) })
    expect(words).toEqual(taken ? [] : refusing('/handlingConditions', 'Must be 1 to 2,000 characters.'))
  })

  test.each(['p', 'c', 'D', '', null, undefined, 1])('%j is neither', (handling) => {
    expect(errors({ handling })).toEqual(
      refusing('/handling', 'Must be P, or C together with handlingConditions.'),
    )
  })
})

describe.each(['urgent', 'restricted', 'containsHmrcInformation'])('%s', (field) => {
  test.each([true, false])('%j', (value) => {
    expect(parsed({ [field]: value })).toHaveProperty(field, value)
  })

  test.each(['true', 'false', 'yes', '', 0, 1, null])('not %j', (value) => {
    expect(errors({ [field]: value })).toEqual(refusing(`/${field}`, 'Must be true or false.'))
  })
})

describe('the organisation', () => {
  test.each([
    ['one letter', 'x', true],
    ['60 characters', 'x'.repeat(60), true],
    ['nothing', '', false],
    ['61 characters', 'x'.repeat(61), false],
    ['a number', 5, false],
  ])('%s', (_, organisation, taken) => {
    expect(errors({ organisation }).map(({ pointer }) => pointer)).toEqual(taken ? [] : ['/organisation'])
  })
})

describe('unknown fields are refused, not dropped', () => {
  test.each([
    ['misspelt', 'referedOn', '/referedOn'],
    ['of another case', 'SarReference', '/SarReference'],
    ['with a slash and a tilde', 'a/b~c', '/a~1b~0c'],
    ['empty', '', '/'],
    ['a name that every object has', 'constructor', '/constructor'],
    ['what the service adds itself', 'id', '/id'],
    ['an identity', 'subjectName', '/subjectName'],
  ])('%s', (_, field, pointer) => {
    expect(errors({ [field]: 'x' })).toEqual(
      refusing(pointer, 'Not a field of this request: check its spelling, or leave it out.'),
    )
  })

  test('even the one that is not an ordinary property', () => {
    const body: unknown = JSON.parse(
      JSON.stringify(registrationRequest()).replace('{', '{"__proto__":{"role":"ukfiu"},'),
    )
    expect(errorsOf(registrationBody, body)).toEqual(refusing('/__proto__', /Not a field/))
  })

  test('each of them', () => {
    expect(errors({ one: 1, other: 2 }).map(({ pointer }) => pointer)).toEqual(['/one', '/other'])
  })
})

test.each([[null], ['text'], [5], [true], [[]]])('a body that is %j is no object', (body) => {
  expect(errorsOf(registrationBody, body)).toEqual(refusing('', 'Must be an object.'))
})
