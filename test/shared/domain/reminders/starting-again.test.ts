import { describe, expect, test } from 'vitest'
import {
  acknowledging,
  extending,
  given,
  givingOutcome,
  redirecting,
  reminding,
  reportingProgress,
  withdrawing,
} from '../../../support/referrals.ts'
import { acknowledged, dueOn, next, registered, sent, sentBetween } from './situations.ts'

describe('the ladder starts again when something new becomes owed', () => {
  test('an acknowledgement leaves the first return to be reminded of', () => {
    const situation = given(registered, reminding('2026-04-22'), acknowledging('2026-04-23'))
    expect(next(situation)).toBe('2026-05-28')
  })

  test.each([
    ['after the first return was chased', '2026-06-12'],
    ['after the last step', '2026-07-17'],
  ])('a progress report, %s', (_, day) => {
    const situation = acknowledged.and(reminding(day), reportingProgress('2026-07-20', '2026-08-31'))
    expect(next(situation)).toBe('2026-08-24')
    expect(sent(situation, '2026-09-01')).toEqual(['progress_update overdue'])
  })

  test('and so does the next report', () => {
    const first = given(registered, reportingProgress('2026-04-23', '2026-06-30'), reminding('2026-07-01'))
    expect(next(first.and(reportingProgress('2026-07-02', '2026-07-31')))).toBe('2026-07-24')
  })

  test('but not when the force acknowledges what it is already reminded of owing', () => {
    const situation = given(registered, reminding('2026-06-05'), acknowledging('2026-06-05'))
    expect(sent(situation, '2026-06-08')).toEqual([])
    expect(next(situation)).toBe('2026-06-12')
  })
})

describe('a date that was put off', () => {
  test('is reminded of from its new day', () => {
    const situation = acknowledged.and(reminding('2026-05-28'), extending('2026-06-01', 5))
    expect(sent(situation, '2026-06-03')).toEqual([])
    expect(next(situation)).toBe('2026-06-04')
    expect(sent(situation, '2026-06-12')).toEqual(['first_return overdue'])
  })

  test('climbs the ladder again when it was overdue before', () => {
    const putOff = acknowledged.and(reminding('2026-06-05'), extending('2026-06-05', 10))
    expect(sentBetween('2026-06-08', '2026-06-19', putOff)).toEqual([
      '2026-06-11 first_return due_soon',
      '2026-06-19 first_return overdue',
    ])
  })

  test('is not a new referral: nothing is told of it twice', () => {
    const putOff = given(registered, reminding('2026-04-08'), extending('2026-04-09', 10))
    expect(sentBetween('2026-04-09', '2026-05-11', putOff)).toEqual([
      '2026-04-28 acknowledgement due_soon',
      '2026-05-07 acknowledgement overdue',
    ])
  })

  test('of the first return leaves the acknowledgement behind, though nobody ever gave it', () => {
    const silent = given(registered, reminding('2026-05-14'), extending('2026-06-01', 10))
    expect(sent(silent, '2026-06-10')).toEqual([])
    expect(next(silent)).toBe('2026-06-11')
    expect(dueOn(silent, '2026-06-11')).toMatchObject({
      sent: [{ owed: 'first_return', rung: 'due_soon' }],
      passedOver: [],
    })
  })

  test('after the first return took over, does not lead back to the acknowledgement', () => {
    const takenOver = given(registered, reminding('2026-04-22'), reminding('2026-05-28'))
    expect(sentBetween('2026-05-29', '2026-07-03', takenOver.and(extending('2026-05-29', 20)))).toEqual([
      '2026-06-25 first_return due_soon',
      '2026-07-03 first_return overdue',
    ])
  })
})

describe('an answer stops the ladder at once', () => {
  test.each([
    ['an outcome', givingOutcome('2026-06-05')],
    ['a withdrawal', withdrawing('2026-06-05')],
    ['a redirection', redirecting('2026-06-05', 'essex')],
  ])('%s', (_, change) => {
    const situation = acknowledged.and(change)
    expect(sent(situation, '2026-06-08')).toEqual([])
    expect(sent(situation, '2027-04-05')).toEqual([])
    expect(next(situation)).toBeUndefined()
  })

  test('a progress report, until its own date comes near', () => {
    const situation = acknowledged.and(reportingProgress('2026-06-05', '2026-08-28'))
    expect(sent(situation, '2026-08-20')).toEqual([])
    expect(sent(situation, '2026-08-21')).toEqual(['progress_update due_soon'])
  })
})
