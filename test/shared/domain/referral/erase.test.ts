import { describe, expect, test } from 'vitest'
import { erase, erasedHistory } from '../../../../shared/domain/referral/erase.ts'
import { isWhole } from '../../../../shared/domain/referral/registration.ts'
import { wholeOutcome } from '../../../../shared/domain/referral/returns.ts'
import {
  acknowledging,
  anOutcome,
  byUkfiu,
  extending,
  given,
  givingOutcome,
  redirecting,
  registering,
  reminding,
  reportingProgress,
  withdrawing,
  type Changing,
  type Registering,
} from '../../../support/referrals.ts'
import { retaining } from '../../../support/reviews.ts'

const conditions = { handling: 'C', handlingConditions: 'Only for the head of the department.' }
const restricted = registering({ organisation: 'kent', referredOn: '2026-04-07', ...conditions })
const plain = registering({ organisation: 'kent', referredOn: '2026-04-07' })

/** What stands instead of this history once its review has come up and the UKFIU erased it. */
const erased = (first: Registering, ...changes: readonly Changing[]) => {
  const { history, referral } = given(first, ...changes)
  const decision = erase(referral, { reason: 'no_longer_needed' }, byUkfiu(referral, '2031-01-06'))
  if (!decision.ok || !decision.value) throw new Error('It can’t be erased')
  return erasedHistory(history, decision.value)
}

describe('of an erased referral', () => {
  test('every text is gone, and every code and date stands', () => {
    const bare = erased(
      restricted,
      acknowledging('2026-04-08', { localReference: 'PSD/112/26' }),
      reportingProgress('2026-04-20', '2026-06-30'),
      extending('2026-06-22', 5),
      reportingProgress('2026-06-23', '2026-07-31', { rationale: 'Statements are being taken.' }),
      givingOutcome('2026-07-30', { learning: 'Declarations were not asked for again.' }),
      retaining('2028-07-31', '2030-12-31'),
    )
    expect(bare).toMatchObject([
      { registration: { sarReference: null, handlingConditions: null, organisation: 'kent', handling: 'C' } },
      { acknowledgement: { localReference: null, personnelConfirmed: 'yes' } },
      { report: { rationale: null, stage: 'under_investigation', nextUpdateOn: '2026-06-30' } },
      { extension: { rationale: null, reason: 'complexity', workingDays: 5 } },
      { report: { rationale: null, nextUpdateOn: '2026-07-31' } },
      { outcome: { rationale: null, learning: null, subjectConfirmed: 'current_personnel' } },
      { retention: { rationale: null, reason: 'inspection_or_inquiry', nextReviewOn: '2030-12-31' } },
      { type: 'erased', erasure: { reason: 'no_longer_needed' }, version: 8 },
    ])
  })

  test.each([
    [
      'redirected',
      redirecting('2026-04-10', 'essex'),
      { redirection: { rationale: null, organisation: 'essex' } },
    ],
    [
      'withdrawn',
      withdrawing('2026-04-10'),
      { withdrawal: { rationale: null, reason: 'registered_in_error' } },
    ],
  ])('that was %s, the reason stands without its words', (_, change, left) => {
    expect(erased(plain, change)[1]).toMatchObject(left)
  })

  test('what was never written is no more there than before', () => {
    const withheld = { detailWithheld: true, rationale: undefined }
    const [registered, ...changes] = erased(
      plain,
      acknowledging('2026-04-08'),
      reportingProgress('2026-04-20', '2026-06-30', withheld),
      givingOutcome('2026-06-29'),
    )
    expect(registered.registration).not.toHaveProperty('handlingConditions')
    expect(changes).toMatchObject([
      { acknowledgement: { localReference: undefined } },
      { report: { rationale: undefined } },
      { outcome: { rationale: null, learning: undefined } },
      { type: 'erased' },
    ])
  })

  test('what was withheld and yet explained loses its words too', () => {
    const explained = { detailWithheld: true, rationale: 'Said to the UKFIU by telephone.' }
    const bare = erased(
      plain,
      reportingProgress('2026-04-20', '2026-06-30', explained),
      givingOutcome('2026-06-29'),
    )
    expect(bare[1]).toMatchObject({ report: { detailWithheld: true, rationale: null } })
  })

  test('what the service itself did stands as it was', () => {
    const { history } = given(plain, reminding('2026-04-08'), givingOutcome('2026-06-29'))
    expect(erased(plain, reminding('2026-04-08'), givingOutcome('2026-06-29'))[1]).toEqual(history[1])
  })
})

describe('what was erased is not whole', () => {
  test.each([
    ['a registration without conditions', plain],
    ['a registration with conditions', restricted],
  ])('%s', (_, first) => {
    const [registered] = given(first).history
    const [bare] = erased(first, withdrawing('2026-04-10'))
    expect([isWhole(registered.registration), isWhole(bare.registration)]).toEqual([true, false])
  })

  test('conditions alone', () => {
    const [{ registration }] = given(restricted).history
    expect(isWhole({ ...registration, handling: 'C', handlingConditions: null })).toBe(false)
  })

  test.each([
    ['its reasons', { rationale: null }],
    ['its learning point', { learning: null }],
  ])('an outcome without %s', (_, gone) => {
    const outcome = anOutcome({ learning: 'Declarations were not asked for again.' })
    expect(wholeOutcome(outcome)).toBe(outcome)
    expect(wholeOutcome({ ...outcome, ...gone })).toBeUndefined()
  })

  test('nor is an outcome that was never given', () => {
    expect(wholeOutcome(null)).toBeUndefined()
  })
})
