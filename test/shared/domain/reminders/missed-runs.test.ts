import { describe, expect, test } from 'vitest'
import { given, leadsTo, registering, reminding, reportingProgress } from '../../../support/referrals.ts'
import { acknowledged, climbed, next, passedOver, registered, sent, sentBetween } from './situations.ts'

describe('after missed runs only the highest step that is due is sent, and those passed over are recorded', () => {
  test('within one ladder', () => {
    expect(acknowledged.when(reminding('2026-06-29'))).toEqual(
      leadsTo({
        type: 'reminded',
        on: '2026-06-29',
        sent: [{ owed: 'first_return', rung: 'escalation' }],
        passedOver: [
          { owed: 'first_return', rung: 'due_soon' },
          { owed: 'first_return', rung: 'overdue' },
          { owed: 'first_return', rung: 'chase' },
        ],
      }),
    )
    expect(sent(acknowledged.and(reminding('2026-06-29')), '2026-06-30')).toEqual([])
  })

  test('from one ladder to the next', () => {
    const situation = given(registered, reminding('2026-04-08'))
    expect(sent(situation, '2026-06-05')).toEqual(['first_return overdue'])
    expect(passedOver(situation, '2026-06-05')).toEqual([
      'acknowledgement due_soon',
      'acknowledgement overdue',
      'acknowledgement chase',
      'acknowledgement escalation',
      'first_return due_soon',
    ])
  })

  test('and those are not made up for', () => {
    expect(next(given(registered, reminding('2026-06-15')))).toBe('2026-06-26')
  })

  test('of months the last', () => {
    expect(sentBetween('2027-01-04', '2027-01-15', acknowledged)).toEqual([
      '2027-01-04 first_return final_escalation',
    ])
  })
})

describe('when nobody ran the reminders from before the day of the cut-off until after the cut-off itself', () => {
  const promised = given(
    registering({ referredOn: '2026-03-02' }),
    reportingProgress('2026-03-03', '2026-06-03'),
  )
  const silent = given(registering({ referredOn: '2025-06-02' }), reminding('2025-09-30'))

  test('the cut-off is not told of any more, but recorded as passed over, and leaves the index', () => {
    for (const situation of [promised, silent]) {
      expect(next(situation)).toBe('2026-03-31')
      expect(sent(situation, '2026-05-01')).toEqual([])
      expect(passedOver(situation, '2026-05-01')).toEqual([expect.stringContaining('cut_off')])
    }
    expect(silent.when(reminding('2026-05-01'))).toEqual(
      leadsTo({ sent: [], passedOver: [{ owed: 'first_return', rung: 'cut_off' }] }),
    )
    expect(next(silent.and(reminding('2026-05-01')))).toBeUndefined()
    expect(next(promised.and(reminding('2026-05-01')))).toBe('2026-05-27')
  })

  test('that is recorded once, and changes nothing else', () => {
    const noted = silent.and(reminding('2026-05-01'))
    expect(passedOver(noted, '2026-05-05')).toEqual([])
    expect(climbed(noted)).toBe(true)
    const still = promised.and(reminding('2026-05-01'))
    expect(sentBetween('2026-05-05', '2026-06-04', still)).toEqual([
      '2026-05-27 progress_update due_soon',
      '2026-06-04 progress_update overdue',
    ])
  })

  test('with a step of the ladder that is due as well, in one record', () => {
    expect(promised.when(reminding('2026-06-04'))).toEqual(
      leadsTo({
        sent: [{ owed: 'progress_update', rung: 'overdue' }],
        passedOver: [
          { owed: 'progress_update', rung: 'due_soon' },
          { owed: 'progress_update', rung: 'cut_off' },
        ],
      }),
    )
  })
})
