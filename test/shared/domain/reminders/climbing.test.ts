import { describe, expect, test } from 'vitest'
import {
  acknowledging,
  extending,
  given,
  leadsTo,
  registering,
  reminding,
  reportingProgress,
} from '../../../support/referrals.ts'
import { acknowledged, climbed, next, registered, sent, sentBetween, whom } from './situations.ts'

/** Steps of the ladder of a first return, each with the last day without it, its day and whom it goes to. */
const unit = ['unit_mailbox']
const steps = [
  ['due_soon', '2026-05-27', '2026-05-28', unit],
  ['overdue', '2026-06-04', '2026-06-05', unit],
  ['chase', '2026-06-11', '2026-06-12', ['unit_mailbox', 'head_of_unit']],
  ['escalation', '2026-06-25', '2026-06-26', ['head_of_unit', 'deputy_chief_officer']],
  ['final_escalation', '2026-07-16', '2026-07-17', ['chief_officers_office', 'ukfiu_manager']],
] as const

describe('from the date owed, in working days', () => {
  const days = steps.map(([, , day]) => day)

  test.each(steps)('%s comes on its day and not before, and once', (rung, dayBefore, day, to) => {
    const earlier = days.filter((each) => each < day)
    const situation = acknowledged.and(...earlier.map((each) => reminding(each)))
    expect(next(situation)).toBe(day)
    expect(sent(situation, dayBefore)).toEqual([])
    expect(sent(situation, day)).toEqual([`first_return ${rung}`])
    expect(whom(situation, day)).toEqual(to)
    expect(sent(situation.and(reminding(day)), day)).toEqual([])
  })

  test('and after the last nothing more: from then on it stands among the non-responses', () => {
    const situation = acknowledged.and(...days.map((each) => reminding(each)))
    expect(climbed(situation)).toBe(true)
    expect(climbed(acknowledged.and(...days.slice(0, 4).map((each) => reminding(each))))).toBe(false)
    expect(sent(situation, '2027-03-01')).toEqual([])
  })
})

describe('a referral that nobody answers climbs the whole ladder', () => {
  test('first for its acknowledgement, then for its first return, and is then left to the governance list', () => {
    expect(sentBetween('2026-04-08', '2026-12-31', given(registered))).toEqual([
      '2026-04-08 acknowledgement referred',
      '2026-04-14 acknowledgement due_soon',
      '2026-04-22 acknowledgement overdue',
      '2026-04-29 acknowledgement chase',
      '2026-05-14 acknowledgement escalation',
      '2026-05-28 first_return due_soon',
      '2026-06-05 first_return overdue',
      '2026-06-12 first_return chase',
      '2026-06-26 first_return escalation',
      '2026-07-17 first_return final_escalation',
    ])
  })

  test('urgent: faster, and not "due soon" where the whole clock is 5 days or fewer', () => {
    const urgent = given(registering({ referredOn: '2026-05-01', urgent: true }))
    expect(sentBetween('2026-05-05', '2026-07-10', urgent)).toEqual([
      '2026-05-05 acknowledgement referred',
      '2026-05-07 acknowledgement overdue',
      '2026-05-11 first_return due_soon',
      '2026-05-19 first_return overdue',
      '2026-05-27 first_return chase',
      '2026-06-10 first_return escalation',
      '2026-07-01 first_return final_escalation',
    ])
  })

  test('urgent: the index leads from the last step before the takeover to the first one after it', () => {
    const urgent = given(registering({ referredOn: '2026-05-01', urgent: true }), reminding('2026-05-07'))
    expect(next(urgent)).toBe('2026-05-11')
    expect(urgent.when(reminding('2026-05-19'))).toEqual(
      leadsTo({
        sent: [{ owed: 'first_return', rung: 'overdue' }],
        passedOver: [{ owed: 'first_return', rung: 'due_soon' }],
      }),
    )
  })

  test('reported on: for the date that the force gave', () => {
    const promised = given(registered, reportingProgress('2026-04-08', '2026-06-30'))
    expect(sentBetween('2026-06-15', '2026-08-20', promised)).toEqual([
      '2026-06-23 progress_update due_soon',
      '2026-07-01 progress_update overdue',
      '2026-07-08 progress_update chase',
      '2026-07-22 progress_update escalation',
      '2026-08-12 progress_update final_escalation',
    ])
  })
})

describe('where the whole clock is five working days or fewer, nobody is told that it will soon run out', () => {
  test('but in the ten for the first return of an urgent referral somebody is', () => {
    const urgent = given(registering({ referredOn: '2026-04-07', urgent: true }), reminding('2026-04-08'))
    expect(sent(urgent.and(acknowledging('2026-04-08')), '2026-04-14')).toEqual(['first_return due_soon'])
  })

  test.each([
    ['five', '2026-06-12', []],
    ['six', '2026-06-15', ['progress_update due_soon']],
  ])('an update promised within %s working days', (_, promised, expected) => {
    const situation = acknowledged.and(reportingProgress('2026-06-05', promised))
    expect(sent(situation, '2026-06-08')).toEqual(expected)
  })

  test('unless it was put off until it was longer', () => {
    const situation = acknowledged.and(
      reportingProgress('2026-06-05', '2026-06-08'),
      extending('2026-06-05', 10),
    )
    expect(sent(situation, '2026-06-15')).toEqual(['progress_update due_soon'])
  })
})

describe('by the working days of the organisation', () => {
  test.each([
    ['not over a weekend', '2026-04-10', 'kent', '2026-04-27'],
    ['not on a bank holiday', '2026-04-17', 'kent', '2026-05-05'],
    ['of its own division', '2026-03-19', 'police-scotland', '2026-04-06'],
    ['which differ', '2026-03-19', 'kent', '2026-04-07'],
  ])('%s', (_, referredOn, organisation, day) => {
    const begun = given(registering({ referredOn, organisation }))
    const overdue = sentBetween(referredOn, '2026-05-10', begun).filter((line) =>
      line.endsWith('acknowledgement overdue'),
    )
    expect(overdue).toEqual([`${day} acknowledgement overdue`])
  })
})
