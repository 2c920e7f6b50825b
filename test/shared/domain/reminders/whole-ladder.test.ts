import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../shared/domain/dates.ts'
import { nextReminderOn, reminderDueOn } from '../../../../shared/domain/reminders/ladder.ts'
import { daysOn, isWorked } from '../../../support/reference.ts'
import {
  acknowledging,
  extending,
  given,
  givingOutcome,
  leadsTo,
  registering,
  reminding,
  reportingProgress,
  rulesAt,
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
    expect(sentBetween('2026-04-08', '2026-07-31', given(registered))).toEqual([
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

  test('after the last rung nothing more but the cut-off', () => {
    expect(next(acknowledged.and(reminding('2026-07-17')))).toBe('2027-04-02')
    expect(next(acknowledged.and(reminding('2026-07-17'), reminding('2027-04-02')))).toBeUndefined()
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

  test('urgent: the index leads from the last rung before the takeover to the first one after it', () => {
    const urgent = given(registering({ referredOn: '2026-05-01', urgent: true }), reminding('2026-05-07'))
    expect(next(urgent)).toBe('2026-05-11')
    expect(urgent.when(reminding('2026-05-19'))).toEqual(
      leadsTo({
        sent: [{ owed: 'first_return', rung: 'overdue' }],
        passedOver: [{ owed: 'first_return', rung: 'due_soon' }],
      }),
    )
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

describe('an extension', () => {
  test('does not announce once more what is put off', () => {
    const putOff = given(registered, reminding('2026-04-08'), extending('2026-04-09', 10))
    expect(sentBetween('2026-04-09', '2026-05-11', putOff)).toEqual([
      '2026-04-28 acknowledgement due_soon',
      '2026-05-07 acknowledgement overdue',
    ])
  })

  test('does not go back to the acknowledgement when the first return, once it took over, is put off', () => {
    const takenOver = given(registered, reminding('2026-04-22'), reminding('2026-05-28'))
    const putOff = takenOver.and(extending('2026-05-29', 20))
    expect(sentBetween('2026-05-29', '2026-07-03', putOff)).toEqual([
      '2026-06-25 first_return due_soon',
      '2026-07-03 first_return overdue',
    ])
  })

  test('lets the ladder start again from the date that the UKFIU put off', () => {
    const putOff = acknowledged.and(reminding('2026-06-05'), extending('2026-06-05', 10))
    expect(sentBetween('2026-06-08', '2026-06-19', putOff)).toEqual([
      '2026-06-11 first_return due_soon',
      '2026-06-19 first_return overdue',
    ])
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
