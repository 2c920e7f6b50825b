import { describe, expect, test } from 'vitest'
import {
  extending,
  given,
  givenNothing,
  givingOutcome,
  isRefusedFor,
  redirecting,
  registering,
  reportingProgress,
  withdrawing,
} from '../../../support/referrals.ts'

const registered = given(registering({ organisation: 'kent', referredOn: '2026-04-07' }))

const identities = [
  ['an e-mail address', 'He writes from j.placeholder@mail.example to both.', /Take out the e-mail address/],
  ['a telephone number', 'He was reached by telephone on 07700 900123.', /Take out the telephone number/],
  [
    'a National Insurance number',
    'His number is QQ 12 34 56 C in the file.',
    /the National Insurance number/,
  ],
  ['a bank account', 'Paid into 12-34-56 account 12345678 each month.', /sort code with an account number/],
  ['a postcode', 'Living at SW1A 1AA since the spring of last year.', /Take out the postcode/],
  ['a date of birth', 'The subject, born 14 March 1985, was seen twice.', /Take out the date of birth/],
  [
    'two of them',
    'Write to j.placeholder@mail.example or 07700 900123.',
    /the e-mail address and the telephone number/,
  ],
] as const

describe('identities do not belong in free text, and the message names what was found', () => {
  test.each(identities)('%s in a rationale', (_, rationale, words) => {
    expect(registered.when(givingOutcome('2026-04-20', { rationale }))).toEqual(
      isRefusedFor({ rationale: words }),
    )
  })

  test.each(identities)('%s in what was learnt', (_, learning, words) => {
    expect(registered.when(givingOutcome('2026-04-20', { learning }))).toEqual(
      isRefusedFor({ learning: words }),
    )
  })

  const [[, written, words]] = identities

  test('in both', () => {
    const outcome = { rationale: written, learning: written }
    expect(registered.when(givingOutcome('2026-04-20', outcome))).toEqual(
      isRefusedFor({ rationale: words, learning: words }),
    )
  })

  test.each([
    ['a progress report', reportingProgress('2026-04-20', '2026-06-30', { rationale: written })],
    ['a withdrawal', withdrawing('2026-04-20', written)],
    ['an extension', extending('2026-04-20', 5, written)],
    ['a redirection', redirecting('2026-04-20', 'essex', written)],
  ])('of %s', (_, command) => {
    expect(registered.when(command)).toEqual(isRefusedFor({ rationale: words }))
  })

  test('of the handling of a referral', () => {
    const conditions = { handling: 'C', handlingConditions: written }
    expect(givenNothing.when(registering(conditions))).toEqual(isRefusedFor({ handlingConditions: words }))
  })
})

test('a refusal does not repeat the identity', () => {
  const said = identities.map(([, rationale]) =>
    JSON.stringify(registered.when(givingOutcome('2026-04-20', { rationale }))),
  )
  expect(said.join('\n')).not.toMatch(/placeholder|900123|QQ 12|12345678|SW1A|1985/)
})

describe('ordinary prose with numbers is taken', () => {
  test.each([
    'Between 12 March 2025 and 1 April 2026 he made 14 payments of £1,250.00 each.',
    'Regulation 42(5) of the 2020 Regulations was considered; see paragraphs 118 to 126.',
    'Crime reference 46/118234/25 and custody record 2025/004417 were both checked.',
    'PC 4417 attended at 23:30 and stayed 2 hours; unit 7 took over at 01:45.',
    'The balance was 20251123 pence on 23.11.2025, or 0.5% of his yearly pay.',
    'Mae’r swyddog yn gweithio yng Ngwent ers 2019; ni chafwyd dim tystiolaeth.',
  ])('%s', (rationale) => {
    expect(registered.when(givingOutcome('2026-04-20', { rationale })).ok).toBe(true)
  })
})
