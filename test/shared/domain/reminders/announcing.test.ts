import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../shared/domain/dates.ts'
import { theService } from '../../../../shared/domain/principal.ts'
import { firstWordOf } from '../../../../shared/domain/reminders/ladder.ts'
import { recordReminder } from '../../../../shared/domain/reminders/remind.ts'
import {
  acknowledging,
  extending,
  given,
  givingOutcome,
  inLondon,
  registering,
  reminding,
  reportingProgress,
  withdrawing,
} from '../../../support/referrals.ts'
import {
  acknowledged,
  next,
  passedOver,
  registered,
  rulesFor,
  sent,
  sentBetween,
  whom,
} from './situations.ts'

describe('a new referral is told of', () => {
  test('in the next digest, which goes to the unit', () => {
    expect(sent(given(registered), '2026-04-08')).toEqual(['acknowledgement referred'])
    expect(whom(given(registered), '2026-04-08')).toEqual(['unit_mailbox'])
    expect(next(given(registered))).toBe('2026-04-07')
  })

  test('once', () => {
    expect(sent(given(registered, reminding('2026-04-08')), '2026-04-09')).toEqual([])
  })

  test.each([
    ['acknowledged', acknowledging('2026-04-07 11:00')],
    ['reported on', reportingProgress('2026-04-07 11:00', '2026-06-30')],
    ['answered', givingOutcome('2026-04-07 11:00')],
    ['withdrawn', withdrawing('2026-04-07 11:00')],
  ])('but not when it is %s by then', (_, change) => {
    expect(sent(given(registered, change), '2026-04-08')).toEqual([])
  })

  test.each(['2026-04-07 12:00', '2026-04-08 07:00'])('though it was put off before, on %s', (when) => {
    const situation = given(registered, extending(when, 10))
    expect(sent(situation, '2026-04-08')).toEqual(['acknowledgement referred'])
    expect(next(situation.and(reminding('2026-04-08')))).toBe('2026-04-28')
  })
})

describe('the first word', () => {
  test('about an urgent referral is said at once, even where more has fallen due by then', () => {
    const late = given(
      registering({ referredOn: '2026-04-07', urgent: true }, { at: inLondon('2026-04-20') }),
    )
    expect(sent(late, '2026-04-20')).toEqual(['first_return due_soon'])
    const told = firstWordOf(late.referral, rulesFor(late))
    expect(told?.sent.map(({ rung }) => rung)).toEqual(['referred'])
    const context = { now: inLondon('2026-04-20'), by: theService, rules: rulesFor(late) }
    expect(told && recordReminder(late.referral, localDate('2026-04-20'), told, context)).toMatchObject({
      sent: [{ owed: 'acknowledgement', rung: 'referred' }],
      passedOver: [],
    })
  })

  test('is one only while nothing was said by either side', () => {
    const told = given(registered, reminding('2026-04-08'))
    expect(firstWordOf(told.referral, rulesFor(told))).toBeUndefined()
    expect(firstWordOf(acknowledged.referral, rulesFor(acknowledged))).toBeUndefined()
    const gone = given(registered, withdrawing('2026-04-07 11:00'))
    expect(firstWordOf(gone.referral, rulesFor(gone))).toBeUndefined()
  })
})

describe('a referral registered long after its day of referral', () => {
  const backdated = given(registering({ referredOn: '2026-04-07' }, { at: inLondon('2026-06-29') }))

  test('begins with the highest step that is due, an escalation if it is one, and says what it passed over', () => {
    expect(sent(backdated, '2026-06-30')).toEqual(['first_return escalation'])
    expect(whom(backdated, '2026-06-30')).toEqual(['head_of_unit', 'deputy_chief_officer'])
    expect(passedOver(backdated, '2026-06-30')).toContain('acknowledgement referred')
  })

  test('and goes on from there as any other does', () => {
    expect(sentBetween('2026-06-30', '2026-08-31', backdated)).toEqual([
      '2026-06-30 first_return escalation',
      '2026-07-17 first_return final_escalation',
    ])
  })
})
