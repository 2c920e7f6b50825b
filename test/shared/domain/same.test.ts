import { describe, expect, test } from 'vitest'
import { saysTheSame } from '../../../shared/domain/same.ts'
import { anOutcome } from '../../support/referrals.ts'

describe('two answers say the same', () => {
  test('whatever the order of their fields and codes', () => {
    const one = anOutcome({ actions: ['vetting_review', 'welfare_support'] })
    const other = Object.fromEntries(
      Object.entries(anOutcome({ actions: ['welfare_support', 'vetting_review'] })).toReversed(),
    )
    expect(saysTheSame(one, other)).toBe(true)
  })

  test('whether an optional field is absent or undefined', () => {
    expect(saysTheSame({ a: 1 }, { a: 1, b: undefined })).toBe(true)
  })
})

describe('two answers say different things', () => {
  test.each([
    ['another value', { a: 1 }, { a: 2 }],
    ['another type', { a: 1 }, { a: '1' }],
    ['another field', { a: 1 }, { b: 1 }],
    ['more fields', { a: 1 }, { a: 1, b: 2 }],
    ['another code', { a: ['x'] }, { a: ['y'] }],
    ['a code more often', { a: ['x'] }, { a: ['x', 'x'] }],
    ['deeper down', { a: { b: { c: 1 } } }, { a: { b: { c: 2 } } }],
    ['text that looks like a list', { a: ['x', 'y'] }, { a: ['x,y'] }],
    ['a list that looks like an object', { a: ['b:1'] }, { a: { b: 1 } }],
    ['nothing and something', undefined, { a: 1 }],
    ['one letter of the rationale', anOutcome(), anOutcome({ rationale: `${anOutcome().rationale} x` })],
  ])('%s', (_, one, other) => {
    expect(saysTheSame(one, other)).toBe(false)
    expect(saysTheSame(other, one)).toBe(false)
  })
})
