import { describe, expect, test } from 'vitest'
import {
  acknowledging,
  extending,
  given,
  givingOutcome,
  redirecting,
  registering,
  reportingProgress,
  withdrawing,
} from '../../../support/referrals.ts'

const registered = registering({ organisation: 'kent', referredOn: '2026-04-07' })
const urgent = registering({ organisation: 'kent', referredOn: '2026-05-01', urgent: true })

describe('a referral that nobody acknowledged', () => {
  test.each([
    ['the day of referral', '2026-04-07', 'acknowledgement', '2026-04-21', false],
    ['the due day', '2026-04-21', 'acknowledgement', '2026-04-21', false],
    ['the day after', '2026-04-22', 'acknowledgement', '2026-04-21', true],
    ['the last day before the first return takes over', '2026-05-27', 'acknowledgement', '2026-04-21', true],
    ['5 working days before the first return', '2026-05-28', 'first_return', '2026-06-04', false],
    ["the first return's due day", '2026-06-04', 'first_return', '2026-06-04', false],
    ['the day after that', '2026-06-05', 'first_return', '2026-06-04', true],
    ['a year on', '2027-06-04', 'first_return', '2026-06-04', true],
  ])('%s, %s, owes its %s by %s', (_, day, what, dueOn, overdue) => {
    const situation = given(registered)
    expect(situation.owes(day)).toMatchObject({ what, dueOn, overdue })
    expect(situation.referral.status).toBe('awaiting_acknowledgement')
  })

  test.each([
    ['the due day', '2026-05-06', 'acknowledgement', '2026-05-06', false],
    ['the day after', '2026-05-07', 'acknowledgement', '2026-05-06', true],
    ['the last day before the takeover', '2026-05-10', 'acknowledgement', '2026-05-06', true],
    ['the takeover', '2026-05-11', 'first_return', '2026-05-18', false],
    ["the first return's due day", '2026-05-18', 'first_return', '2026-05-18', false],
    ['the day after that', '2026-05-19', 'first_return', '2026-05-18', true],
  ])('urgent: %s, %s, owes its %s by %s', (_, day, what, dueOn, overdue) => {
    expect(given(urgent).owes(day)).toMatchObject({ what, dueOn, overdue })
  })

  test('overdue on a Saturday, when the due day was a Friday', () => {
    const { owes } = given(registering({ referredOn: '2026-04-10' }))
    expect(owes('2026-04-24')).toMatchObject({ overdue: false })
    expect(owes('2026-04-25')).toMatchObject({ overdue: true })
  })
})

describe('after an acknowledgement', () => {
  test.each([
    ['at once', '2026-04-08', false],
    ['on the due day', '2026-06-04', false],
    ['the day after', '2026-06-05', true],
  ])('the first return is owed, %s', (_, day, overdue) => {
    expect(given(registered, acknowledging('2026-04-08')).owes(day)).toMatchObject({
      what: 'first_return',
      dueOn: '2026-06-04',
      overdue,
    })
  })
})

describe('after a progress report', () => {
  test.each([
    ['on the date that the force gave', '2026-06-30', false],
    ['the day after', '2026-07-01', true],
  ])('the next word is owed, %s', (_, day, overdue) => {
    expect(given(registered, reportingProgress('2026-04-20', '2026-06-30')).owes(day)).toMatchObject({
      what: 'progress_update',
      dueOn: '2026-06-30',
      overdue,
    })
  })

  test('the last date that was given counts', () => {
    const { owes } = given(
      registered,
      reportingProgress('2026-04-20', '2026-06-30'),
      reportingProgress('2026-06-29', '2026-09-20'),
    )
    expect(owes('2026-07-01')).toMatchObject({ dueOn: '2026-09-20', overdue: false })
  })
})

describe('nothing is owed', () => {
  test.each([
    ['after an outcome', givingOutcome('2026-04-20')],
    ['once redirected', redirecting('2026-04-20', 'essex')],
    ['once withdrawn', withdrawing('2026-04-20')],
  ])('%s', (_, change) => {
    expect(given(registered, change).owes('2027-04-20')).toBeNull()
  })
})

describe('every date that is owed says why', () => {
  test.each([
    ['the acknowledgement', given(registered), '2026-04-08', '10 working days after 7 April 2026'],
    ['the first return', given(registered), '2026-05-28', '40 working days after 7 April 2026'],
    ['its holidays', given(registered), '2026-05-28', '4 May 2026 and 25 May 2026'],
    [
      'the next update',
      given(registered, reportingProgress('2026-04-20', '2026-06-30')),
      '2026-04-21',
      '20 April 2026',
    ],
    ['an extension', given(registered, extending('2026-04-20', 3)), '2026-04-21', '24 April 2026'],
  ])('%s', (_, { owes }, day, words) => {
    expect(owes(day)?.explanation).toContain(words)
  })
})
