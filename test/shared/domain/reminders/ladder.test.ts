import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../shared/domain/dates.ts'
import { theService } from '../../../../shared/domain/principal.ts'
import { nextReminderOn, reminderDueOn } from '../../../../shared/domain/reminders/ladder.ts'
import { recordReminder } from '../../../../shared/domain/reminders/remind.ts'
import { daysOn, isWorked } from '../../../support/reference.ts'
import {
  acknowledging,
  after,
  changesNothing,
  extending,
  given,
  givingOutcome,
  inLondon,
  leadsTo,
  redirecting,
  registering,
  reminding,
  reportingProgress,
  rulesAt,
  withdrawing,
} from '../../../support/referrals.ts'

type Situation = ReturnType<typeof given>

const rulesFor = ({ referral }: Situation) => rulesAt(referral.registration.organisation)
const dueOn = (situation: Situation, day: string) =>
  reminderDueOn(situation.referral, localDate(day), rulesFor(situation))
const rungsOn = (situation: Situation, day: string) =>
  dueOn(situation, day)?.sent.map(({ rung }) => rung) ?? []
const next = (situation: Situation) => nextReminderOn(situation.referral, rulesFor(situation))

/** What is sent when the digests go out every working day, from one day to another. */
const sentBetween = (from: string, to: string, begun: Situation): readonly string[] => {
  const { organisation } = begun.referral.registration
  const sent: string[] = []
  let situation = begun
  for (let day = from; day <= to; day = daysOn(day, 1)) {
    const due = isWorked(organisation, day) ? dueOn(situation, day) : undefined
    sent.push(...(due?.sent ?? []).map(({ owed, rung }) => `${day} ${owed} ${rung}`))
    if (due) situation = situation.and(reminding(day))
  }
  return sent
}

const registered = registering({ organisation: 'kent', referredOn: '2026-04-07' })
const acknowledged = given(registered, acknowledging('2026-04-07 11:00'))

describe('a referral that nobody answers climbs the whole ladder', () => {
  test('first for its acknowledgement, then for its first return, and is then left to the governance list', () => {
    expect(sentBetween('2026-04-07', '2026-07-31', given(registered))).toEqual([
      '2026-04-07 acknowledgement referred',
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

  test('after the last rung nothing more but the cut-off', () => {
    expect(next(acknowledged.and(reminding('2026-07-17')))).toBe('2027-04-02')
    expect(next(acknowledged.and(reminding('2026-07-17'), reminding('2027-04-02')))).toBeUndefined()
  })

  test('urgent: faster, and not "due soon" where the whole clock is 5 days or fewer', () => {
    const urgent = given(registering({ referredOn: '2026-05-01', urgent: true }))
    expect(sentBetween('2026-05-01', '2026-07-10', urgent)).toEqual([
      '2026-05-01 acknowledgement referred',
      '2026-05-07 acknowledgement overdue',
      '2026-05-11 first_return due_soon',
      '2026-05-19 first_return overdue',
      '2026-05-27 first_return chase',
      '2026-06-10 first_return escalation',
      '2026-07-01 first_return final_escalation',
    ])
  })

  test('acknowledged: only for its first return', () => {
    expect(sentBetween('2026-05-20', '2026-07-31', acknowledged)).toEqual([
      '2026-05-28 first_return due_soon',
      '2026-06-05 first_return overdue',
      '2026-06-12 first_return chase',
      '2026-06-26 first_return escalation',
      '2026-07-17 first_return final_escalation',
    ])
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

describe('each rung goes to its holders', () => {
  test.each([
    ['referred', given(registered), '2026-04-08', ['unit_mailbox']],
    ['due_soon', acknowledged, '2026-05-28', ['unit_mailbox']],
    ['overdue', acknowledged, '2026-06-05', ['unit_mailbox']],
    ['chase', acknowledged, '2026-06-12', ['unit_mailbox', 'head_of_unit']],
    ['escalation', acknowledged, '2026-06-26', ['head_of_unit', 'deputy_chief_officer']],
    ['final_escalation', acknowledged, '2026-07-17', ['chief_officers_office', 'ukfiu_manager']],
    [
      'cut_off',
      given(registering({ referredOn: '2026-03-02' }), reportingProgress('2026-03-03', '2026-05-29')),
      '2026-03-31',
      ['unit_mailbox', 'head_of_unit'],
    ],
  ])('%s', (rung, situation, day, to) => {
    expect(dueOn(situation, day)?.sent).toEqual([expect.objectContaining({ rung, to })])
  })
})

describe('the first word about a referral', () => {
  test('goes with the next digest after it was registered, however long ago it was referred', () => {
    const late = given(registering({ referredOn: '2026-04-07' }, { at: inLondon('2026-04-09') }))
    expect(next(late)).toBe('2026-04-09')
    expect(rungsOn(late, '2026-04-10')).toEqual(['referred'])
  })

  test('is not sent of one that was acknowledged before', () => {
    expect(rungsOn(acknowledged, '2026-04-08')).toEqual([])
  })
})

describe('due soon', () => {
  test.each([
    ['5 working days: no', '2026-04-15', []],
    ['6 working days: yes, 5 before', '2026-04-16', ['due_soon']],
  ])('not where the whole clock is 5 days or fewer: %s', (_, promised, rungs) => {
    const situation = given(registered, reportingProgress('2026-04-08', promised))
    expect(rungsOn(situation, '2026-04-09')).toEqual(rungs)
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

  test('the same rules hold for every organisation where no holiday makes a difference', () => {
    const organisations = ['kent', 'police-scotland', 'psni', 'nca', 'border-force', 'btp']
    const ladders = organisations.map((organisation) =>
      sentBetween(
        '2026-09-01',
        '2026-10-30',
        given(registering({ referredOn: '2026-09-01', organisation })),
      ).join(),
    )
    expect(new Set(ladders).size).toBe(1)
  })
})

describe('the ladder starts again when something new becomes owed', () => {
  const overdue = given(registered, reminding('2026-04-22'))

  test('the first return, once the force acknowledges', () => {
    expect(next(overdue.and(acknowledging('2026-04-23')))).toBe('2026-05-28')
  })

  test('the date that the force gave', () => {
    expect(next(overdue.and(reportingProgress('2026-04-23', '2026-06-30')))).toBe('2026-06-23')
  })

  test('and the next one', () => {
    const again = overdue.and(
      reportingProgress('2026-04-23', '2026-06-30'),
      reminding('2026-07-01'),
      reportingProgress('2026-07-02', '2026-08-31'),
    )
    expect(next(again)).toBe('2026-08-24')
  })

  test('the date that the UKFIU put off', () => {
    const putOff = acknowledged.and(reminding('2026-06-05'), extending('2026-06-05', 10))
    expect(rungsOn(putOff, '2026-06-10')).toEqual([])
    expect(next(putOff)).toBe('2026-06-11')
  })

  test('but it does not announce once more what is put off', () => {
    const putOff = given(registered, reminding('2026-04-08'), extending('2026-04-09', 10))
    expect(rungsOn(putOff, '2026-04-10')).toEqual([])
    expect(next(putOff)).toBe('2026-04-28')
  })

  test('nor go back to the acknowledgement when the first return, once it took over, is put off', () => {
    const takenOver = given(registered, reminding('2026-04-22'), reminding('2026-05-28'))
    const putOff = takenOver.and(extending('2026-05-29', 20))
    expect(rungsOn(putOff, '2026-06-01')).toEqual([])
    expect(next(putOff)).toBe('2026-06-25')
  })

  test('but not when the force acknowledges what it is already reminded of owing', () => {
    const situation = given(registered, reminding('2026-06-05'), acknowledging('2026-06-05'))
    expect(rungsOn(situation, '2026-06-08')).toEqual([])
    expect(rungsOn(situation, '2026-06-12')).toEqual(['chase'])
  })
})

describe('an answer stops the ladder at once', () => {
  test.each([
    ['an outcome', givingOutcome('2026-06-05')],
    ['a withdrawal', withdrawing('2026-06-05')],
    ['a redirection', redirecting('2026-06-05', 'essex')],
  ])('%s', (_, change) => {
    const situation = acknowledged.and(change)
    expect(dueOn(situation, '2026-06-08')).toBeUndefined()
    expect(next(situation)).toBeUndefined()
  })
})

describe('after a missed run only the highest rung that is due is sent, and those passed over are recorded', () => {
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
    expect(rungsOn(acknowledged.and(reminding('2026-06-29')), '2026-06-30')).toEqual([])
  })

  test('from one ladder to the next', () => {
    expect(given(registered, reminding('2026-04-08')).when(reminding('2026-06-05'))).toEqual(
      leadsTo({
        sent: [{ owed: 'first_return', rung: 'overdue' }],
        passedOver: [
          { owed: 'acknowledgement', rung: 'due_soon' },
          { owed: 'acknowledgement', rung: 'overdue' },
          { owed: 'acknowledgement', rung: 'chase' },
          { owed: 'acknowledgement', rung: 'escalation' },
          { owed: 'first_return', rung: 'due_soon' },
        ],
      }),
    )
  })

  test('of a year the last', () => {
    expect(sentBetween('2027-01-04', '2027-01-15', acknowledged)).toEqual([
      '2027-01-04 first_return final_escalation',
    ])
  })
})

describe("before the year's cut-off", () => {
  const promised = (organisation = 'kent') =>
    given(
      registering({ referredOn: '2026-03-02', organisation }),
      reportingProgress('2026-03-03', '2026-06-03'),
    )

  test.each([
    ['kent', '2026-03-31'],
    ['police-scotland', '2026-04-01'],
    ['psni', '2026-03-31'],
  ])('20 of its working days: %s hears of it once, on %s', (organisation, day) => {
    expect(sentBetween('2026-03-04', '2026-05-20', promised(organisation))).toEqual([
      `${day} progress_update cut_off`,
    ])
  })

  test('after a missed run later, and after the cut-off no more', () => {
    expect(rungsOn(promised(), '2026-04-30')).toEqual(['cut_off'])
    expect(rungsOn(promised(), '2026-05-01')).toEqual([])
  })

  test('beside a step of the ladder on the same day: both are sent and recorded', () => {
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
      }),
    )
    expect(sentBetween('2026-04-01', '2026-04-30', both.and(reminding('2026-03-31')))).toEqual([
      '2026-04-09 progress_update chase',
      '2026-04-23 progress_update escalation',
    ])
  })

  test('nothing is said of a referral that has its outcome', () => {
    const answered = given(
      registering({ referredOn: '2026-03-02' }),
      givingOutcome('2026-03-30', { concludedOn: '2026-03-30' }),
    )
    expect(rungsOn(answered, '2026-03-31')).toEqual([])
  })

  test('of a year that is not this one nothing is said', () => {
    const nextYears = given(
      registering({ referredOn: '2026-04-01' }),
      reportingProgress('2026-04-01 11:00', '2026-07-01'),
    )
    expect(sentBetween('2026-04-02', '2026-05-20', nextYears)).toEqual([])
  })
})

describe('that a reminder was sent is recorded', () => {
  test('by the service itself, and changes nothing but where the ladder stands', () => {
    expect(acknowledged.when(reminding('2026-06-05'))).toEqual(
      leadsTo({ version: 3, by: expect.objectContaining({ role: 'service' }) }),
    )
    const { version: _, changedAt: __, ...rest } = after(acknowledged, reminding('2026-06-05'))
    const { version: ___, changedAt: ____, ...before } = acknowledged.referral
    expect(rest).toEqual({ ...before, lastReminder: { owed: 'first_return', rung: 'overdue' } })
  })

  test('once: the same run again records nothing', () => {
    expect(acknowledged.and(reminding('2026-06-05')).when(reminding('2026-06-05'))).toEqual(changesNothing)
  })

  test.each([
    ['it was answered between sending and recording', givingOutcome('2026-06-05 07:59')],
    ['something else is owed by then', reportingProgress('2026-06-05 07:59', '2026-07-31')],
    ['its date was put off by then', extending('2026-06-05 07:59', 5)],
  ])('but not when %s', (_, meanwhile) => {
    const told = dueOn(acknowledged, '2026-06-05')
    const { referral } = acknowledged.and(meanwhile)
    const context = { now: inLondon('2026-06-05', '08:00'), by: theService, rules: rulesAt('kent') }
    expect(told && recordReminder(referral, localDate('2026-06-05'), told, context)).toBeUndefined()
    expect(told).toBeDefined()
  })
})
