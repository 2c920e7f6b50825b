import { describe, expect, test } from 'vitest'
import {
  given,
  givingOutcome,
  leadsTo,
  registering,
  reminding,
  reportingProgress,
} from '../../../support/referrals.ts'
import { acknowledged, climbed, next, sent, sentBetween, whom } from './situations.ts'

/** The year 2025-26 is cut off on 30 April 2026; twenty working days before it is 31 March in England, 1 April in Scotland. */
const promised = (organisation = 'kent') =>
  given(
    registering({ referredOn: '2026-03-02', organisation }),
    reportingProgress('2026-03-03', '2026-06-03'),
  )

describe('the cut-off is reminded of', () => {
  test.each([
    ['not before its day', '2026-03-30', []],
    ['on its day', '2026-03-31', ['progress_update cut_off']],
    ['after a missed run, still on the day of the cut-off', '2026-04-30', ['progress_update cut_off']],
    ['never after it', '2026-05-01', []],
  ])('%s', (_, day, expected) => {
    expect(sent(promised(), day)).toEqual(expected)
  })

  test('to the unit and its head', () => {
    expect(next(promised())).toBe('2026-03-31')
    expect(whom(promised(), '2026-03-31')).toEqual(['unit_mailbox', 'head_of_unit'])
  })

  test.each([
    ['kent', '2026-03-31'],
    ['police-scotland', '2026-04-01'],
    ['psni', '2026-03-31'],
  ])('20 working days of the organisation before: %s hears of it once, on %s', (organisation, day) => {
    expect(sentBetween('2026-03-04', '2026-05-20', promised(organisation))).toEqual([
      `${day} progress_update cut_off`,
    ])
  })

  test('once, whatever becomes owed then', () => {
    const told = promised().and(reminding('2026-03-31'), reportingProgress('2026-04-01', '2026-06-30'))
    expect(sent(told, '2026-04-29')).toEqual([])
  })

  test('of a referral that has its outcome not at all', () => {
    const answered = given(
      registering({ referredOn: '2026-03-02' }),
      givingOutcome('2026-03-30', { concludedOn: '2026-03-30' }),
    )
    expect(sent(answered, '2026-03-31')).toEqual([])
  })

  test('for referrals of its own year alone', () => {
    expect(sent(acknowledged, '2026-04-15')).toEqual([])
    expect(sent(given(registering({ referredOn: '2026-03-31' })), '2026-04-01')).toContain(
      'acknowledgement cut_off',
    )
  })
})

describe('beside the ladder', () => {
  test('it leaves the ladder where it is', () => {
    expect(next(promised().and(reminding('2026-03-31')))).toBe('2026-05-27')
  })

  test('it stands with a step that is due on the same day, and both are recorded', () => {
    const both = given(
      registering({ referredOn: '2026-03-02' }),
      reportingProgress('2026-03-03', '2026-03-30'),
      reminding('2026-03-23'),
    )
    expect(both.when(reminding('2026-03-31'))).toEqual(
      leadsTo({
        sent: [
          { owed: 'progress_update', rung: 'overdue' },
          { owed: 'progress_update', rung: 'cut_off' },
        ],
        passedOver: [],
      }),
    )
    expect(sentBetween('2026-04-01', '2026-04-30', both.and(reminding('2026-03-31')))).toEqual([
      '2026-04-09 progress_update chase',
      '2026-04-23 progress_update escalation',
    ])
  })

  test('it comes even after the last step, once, to every referral of the year without an outcome', () => {
    const silent = given(registering({ referredOn: '2025-06-02' }))
    const sentOfOne = sentBetween('2025-06-03', '2026-12-31', silent)
    expect(sentOfOne.slice(-2)).toEqual([
      '2025-09-10 first_return final_escalation',
      '2026-03-31 first_return cut_off',
    ])
    const told = given(registering({ referredOn: '2025-06-02' }), reminding('2025-09-30'))
    expect(climbed(told)).toBe(true)
    expect(next(told)).toBe('2026-03-31')
    expect(climbed(told.and(reminding('2026-03-31')))).toBe(true)
    expect(next(told.and(reminding('2026-03-31')))).toBeUndefined()
  })
})
