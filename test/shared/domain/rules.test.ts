import { describe, expect, test } from 'vitest'
import { rulesFor, rulesOf } from '../../../shared/domain/rules.ts'
import { referenceData } from '../../../shared/runtime/reference-data.ts'

describe('the rules for an organisation', () => {
  test.each([
    ['kent', 'england-and-wales'],
    ['dyfed-powys', 'england-and-wales'],
    ['police-scotland', 'scotland'],
    ['psni', 'northern-ireland'],
    ['border-force', 'england-and-wales'],
  ])('%s has the bank holidays of %s', (code, division) => {
    expect(rulesFor(referenceData, code)).toMatchObject({ organisation: { code }, calendar: { division } })
  })

  test.each(['', 'Kent', 'kent ', 'atlantis', 'constructor', '__proto__'])(
    'there is none called %j',
    (code) => {
      expect(rulesFor(referenceData, code)).toBeUndefined()
      expect(() => rulesOf(referenceData, code)).toThrow(/No organisation/)
    },
  )

  test('the clocks are the same for everybody', () => {
    const policies = [...referenceData.organisations.keys()].map(
      (code) => rulesOf(referenceData, code).policy,
    )
    expect(new Set(policies).size).toBe(1)
    expect(policies.length).toBeGreaterThan(50)
  })
})
