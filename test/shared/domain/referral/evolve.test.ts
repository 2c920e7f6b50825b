import { describe, expect, test } from 'vitest'
import {
  inLondon,
  given,
  givingOutcome,
  acknowledging,
  registering,
  reminding,
  reportingProgress,
  withdrawing,
  redirecting,
} from '../../../support/referrals.ts'
import { evolve, fold } from '../../../../shared/domain/referral/evolve.ts'

const registered = registering({ organisation: 'kent', referredOn: '2026-04-07' })

describe('a history, folded', () => {
  const { history, referral } = given(
    registered,
    acknowledging('2026-04-08'),
    reportingProgress('2026-04-20', '2026-06-30'),
    givingOutcome('2026-06-15'),
    givingOutcome('2026-06-16', { rationale: 'A correction of what was said before.' }, 4),
  )

  test('counts one version for each event', () => {
    expect(history.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5])
    expect(referral.version).toBe(5)
  })

  test('up to a moment is the referral as it then was', () => {
    const [first, ...later] = history
    const statuses = [0, 1, 2, 3, 4].map((count) => fold([first, ...later.slice(0, count)]).status)
    expect(statuses).toEqual([
      'awaiting_acknowledgement',
      'awaiting_first_return',
      'awaiting_update',
      'outcome_received',
      'outcome_received',
    ])
  })

  test('remembers when it was made and when it last changed', () => {
    expect(referral).toMatchObject({
      registeredAt: inLondon('2026-04-07'),
      changedAt: inLondon('2026-06-16'),
    })
  })

  test('keeps the acknowledgement, and has none where none was given', () => {
    expect(referral).toHaveProperty('acknowledgement', { personnelConfirmed: 'yes' })
    expect(given(registered, givingOutcome('2026-04-08')).referral).not.toHaveProperty('acknowledgement')
  })

  test('is not changed by folding it', () => {
    const before = structuredClone(history)
    fold(history)
    expect(history).toEqual(before)
  })
})

describe('a damaged history is a fault, not a refusal', () => {
  const acknowledged = given(registered, acknowledging('2026-04-08'))
  const [, acknowledgement] = acknowledged.history
  const [, reminder] = given(registered, reminding('2026-04-22')).history

  test('acknowledged twice', () => {
    if (!acknowledgement) throw new Error('no event')
    expect(() => evolve(acknowledged.referral, { ...acknowledgement, version: 3 })).toThrow(
      /version 3: acknowledged cannot follow awaiting_first_return/,
    )
  })

  test.each([
    ['the outcome', givingOutcome('2026-04-08')],
    ['a withdrawal', withdrawing('2026-04-08')],
    ['a redirection', redirecting('2026-04-08', 'essex')],
  ])('reminded after %s', (_, change) => {
    if (!reminder) throw new Error('no event')
    expect(() => evolve(given(registered, change).referral, reminder)).toThrow(/reminded cannot follow/)
  })
})
