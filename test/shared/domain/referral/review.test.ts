import { describe, expect, test } from 'vitest'
import { addMonths, localDate } from '../../../../shared/domain/dates.ts'
import { erase, erasedHistory } from '../../../../shared/domain/referral/erase.ts'
import { evolve, fold } from '../../../../shared/domain/referral/evolve.ts'
import { reviewDueOn } from '../../../../shared/domain/referral/review.ts'
import { referenceData } from '../../../../shared/runtime/reference-data.ts'
import {
  acknowledging,
  byUkfiu,
  changesNothing,
  given,
  givingOutcome,
  isRefused,
  isRefusedFor,
  leadsTo,
  redirecting,
  registering,
  reportingProgress,
  withdrawing,
} from '../../../support/referrals.ts'
import { erasing, retaining } from '../../../support/reviews.ts'

const { policy } = referenceData
const registered = registering({ organisation: 'kent', referredOn: '2026-04-07' })
const answered = given(registered, givingOutcome('2026-05-20'))

describe('a closed referral comes up for review', () => {
  test('two years after it closed', () => {
    expect(reviewDueOn(answered.referral, policy)).toBe('2028-05-20')
    expect(reviewDueOn(given(registered, withdrawing('2026-06-01')).referral, policy)).toBe('2028-06-01')
    expect(reviewDueOn(given(registered, redirecting('2026-06-01', 'essex')).referral, policy)).toBe(
      '2028-06-01',
    )
  })

  test('two years after its outcome was last corrected', () => {
    const corrected = answered.and(
      givingOutcome('2026-09-01', { rationale: 'Looked at once again since.' }, 2),
    )
    expect(reviewDueOn(corrected.referral, policy)).toBe('2028-09-01')
  })

  test('on the last day of a February that has no 29th', () => {
    expect(addMonths(localDate('2028-02-29'), 24)).toBe('2030-02-28')
  })

  test('when the last review said, where that is later', () => {
    const kept = answered.and(retaining('2028-05-20', '2030-01-31'))
    expect(reviewDueOn(kept.referral, policy)).toBe('2030-01-31')
    const corrected = kept.and(givingOutcome('2028-06-01', { rationale: 'Looked at once again since.' }, 3))
    expect(reviewDueOn(corrected.referral, policy)).toBe('2030-06-01')
  })

  test('no earlier than the last review said, though it was corrected since', () => {
    const keptLong = answered.and(retaining('2028-05-20', '2033-01-31'))
    const corrected = keptLong.and(
      givingOutcome('2028-06-01', { rationale: 'Looked at once again since.' }, 3),
    )
    expect(reviewDueOn(corrected.referral, policy)).toBe('2033-01-31')
  })

  test('never while it is open', () => {
    const open = given(registered, acknowledging('2026-04-08'), reportingProgress('2026-05-01', '2026-07-01'))
    expect(reviewDueOn(open.referral, policy)).toBeUndefined()
    expect(open.when(erasing('2036-04-07'))).toEqual(
      isRefused({ kind: 'not_in_this_state', status: 'awaiting_update' }),
    )
  })
})

describe('when its review has come up', () => {
  test('and not a day before, the UKFIU keeps it or erases it', () => {
    const early = isRefused({
      detail: 'Its review has not come up yet, so nothing is decided on it. It comes up on 20 May 2028.',
    })
    expect(answered.when(retaining('2028-05-19', '2029-01-31'))).toEqual(early)
    expect(answered.when(erasing('2028-05-19'))).toEqual(early)
    expect(answered.when(retaining('2028-05-20', '2029-01-31'))).toEqual(
      leadsTo({ type: 'retained', version: 3 }),
    )
    expect(answered.when(erasing('2028-05-20'))).toEqual(leadsTo({ type: 'erased', version: 3 }))
  })

  test('it is kept until a day after today, and at most five years on', () => {
    const wrong = isRefusedFor({ nextReviewOn: /^Must be after today \(2028-05-20\).*2033-05-20\.$/ })
    expect(answered.when(retaining('2028-05-20', '2028-05-20'))).toEqual(wrong)
    expect(answered.when(retaining('2028-05-20', '2033-05-21'))).toEqual(wrong)
    expect(answered.when(retaining('2028-05-20', '2033-05-20'))).toEqual(leadsTo({ type: 'retained' }))
  })

  test('the reasons name nobody', () => {
    const said = retaining('2028-05-20', '2029-05-20', 'Ring pat.brook@kent.police.example about this one.')
    expect(answered.when(said)).toEqual(isRefusedFor({ rationale: /e-mail address/ }))
  })

  test('the same decision sent again changes nothing', () => {
    const kept = answered.and(retaining('2028-05-20', '2029-05-20'))
    expect(kept.when(retaining('2028-05-21', '2029-05-20'))).toEqual(changesNothing)
    expect(kept.when(retaining('2028-05-21', '2030-05-20'))).toEqual(isRefused({ kind: 'not_in_this_state' }))
    const gone = kept.and(erasing('2029-05-20'))
    expect(gone.when(erasing('2029-05-21'))).toEqual(changesNothing)
  })
})

describe('once it is erased', () => {
  const decision = erase(
    answered.referral,
    { reason: 'no_longer_needed' },
    byUkfiu(answered.referral, '2028-05-20'),
  )
  if (!decision.ok || !decision.value) throw new Error('It could not be erased')
  const erasure = decision.value
  const gone = fold(erasedHistory(answered.history, erasure))

  test('nothing more can be done to it', () => {
    const refused = isRefused({
      detail:
        'It was erased on 20 May 2028: only what is counted is left, and nothing more can be done to it.',
    })
    for (const change of [
      givingOutcome('2028-05-21', {}, 3),
      redirecting('2028-05-21', 'essex'),
      withdrawing('2028-05-21'),
      retaining('2030-05-21', '2031-01-31'),
    ])
      expect(change(gone)).toEqual(refused)
    expect(reviewDueOn(gone, policy)).toBeUndefined()
    expect(() => evolve(gone, { ...erasure, version: 4 })).toThrow(/cannot follow/)
  })

  test('it reads as what is counted, and that it was erased, when and why', () => {
    expect(gone).toMatchObject({
      status: 'outcome_received',
      version: 3,
      registration: { sarReference: null, organisation: 'kent', referredOn: '2026-04-07' },
      given: { version: 2, outcome: { evidenceOfCorruption: 'none', rationale: null } },
      erased: { reason: 'no_longer_needed', at: erasure.at },
    })
  })
})
