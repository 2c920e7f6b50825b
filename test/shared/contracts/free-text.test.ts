import { describe, expect, test } from 'vitest'
import {
  contactsBody,
  extensionBody,
  outcomeBody,
  registrationBody,
} from '../../../shared/contracts/requests.ts'
import { referralPageQuery } from '../../../shared/contracts/paging.ts'
import { saysTheSame } from '../../../shared/domain/same.ts'
import { outcomeRequest, registrationRequest } from '../../support/referrals.ts'
import { errorsOf } from './parsing.ts'

const because = 'A reason that the file explains in full.'
const errorsIn = (rationale: string) => errorsOf(outcomeBody, { ...outcomeRequest(), rationale })

describe('free text', () => {
  test('with half a character is refused: nothing can store it', () => {
    expect(errorsIn(`\ud800 ${because}`)).not.toEqual([])
  })

  test.each(['\u0000', '\u0008', '\u001b', '\u007f', '\ufffe'])(
    'with the control character %j is refused: no document can hold it',
    (control) => {
      expect(errorsIn(because + control + because)).not.toEqual([])
    },
  )

  test('that turns the reading direction about is refused: it would not read as it is written', () => {
    expect(errorsIn(`${because}\u202e${because}`)).not.toEqual([])
  })

  test('of twenty characters that nobody can see is too short', () => {
    expect(errorsIn('\u200b'.repeat(20))).not.toEqual([])
    expect(errorsIn('\u2060\u00ad'.repeat(10))).not.toEqual([])
  })

  test('with the line ends of Windows says the same as with those of Unix', () => {
    const parse = (rationale: string) => outcomeBody.parse({ ...outcomeRequest(), rationale })
    expect(saysTheSame(parse(`${because}\r\n${because}`), parse(`${because}\n${because}`))).toBe(true)
  })
})

test.each(['ßßßß', 'ﬁﬁﬁﬁ', 'ıııı', 'ſſſſ'])(
  '%s is no SAR reference, though upper-casing makes one of it',
  (sarReference) => {
    expect(errorsOf(registrationBody, { ...registrationRequest(), sarReference })).not.toEqual([])
  },
)

test('a registration names any number of glossary codes', () => {
  const glossaryCodes = Array.from({ length: 51 }, (_, place) => `XX${place}XX`)
  expect(errorsOf(registrationBody, { ...registrationRequest(), glossaryCodes })).toEqual([])
})

describe('a bound that is not kept is told in plain English', () => {
  test.each([
    ['no organisation', registrationBody, { ...registrationRequest(), organisation: '' }],
    ['a long organisation', registrationBody, { ...registrationRequest(), organisation: 'x'.repeat(61) }],
    ['no working days', extensionBody, { workingDays: 0, reason: 'other', rationale: because }],
    ['too many working days', extensionBody, { workingDays: 21, reason: 'other', rationale: because }],
    ['a long cursor', referralPageQuery, { cursor: 'x'.repeat(101) }],
    [
      'a long address',
      contactsBody,
      { contacts: [{ role: 'unit_mailbox', email: `a@${'x'.repeat(260)}.uk` }] },
    ],
  ])('%s', (_, schema, body) => {
    const details = errorsOf(schema, body).map(({ detail }) => detail)
    expect(details).not.toEqual([])
    for (const detail of details) expect(detail).not.toMatch(/expected|[<>]=|Too (big|small)/)
  })
})
