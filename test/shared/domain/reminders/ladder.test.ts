import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../shared/domain/dates.ts'
import { nextReminderOn, reminderDueOn } from '../../../../shared/domain/reminders/ladder.ts'
import {
  acknowledging,
  after,
  changesNothing,
  extending,
  given,
  givingOutcome,
  leadsTo,
  redirecting,
  registering,
  reminding,
  reportingProgress,
  rulesAt,
  withdrawing,
} from '../../../support/referrals.ts'

/** The ladder with one rung, whatever the policy file has by now: overdue, one working day after. */
const rulesWithOneRung = (organisation: string) => {
  const rules = rulesAt(organisation)
  const ladder = [{ rung: 'overdue', workingDaysAfterDue: 1, to: ['unit_mailbox'] }] as const
  return { ...rules, policy: { ...rules.policy, ladder } }
}

const registered = registering({ organisation: 'kent', referredOn: '2026-04-07' })

type Situation = ReturnType<typeof given>
const rulesFor = ({ referral }: Situation) => rulesWithOneRung(referral.registration.organisation)
const dueOn = (situation: Situation, day: string) =>
  reminderDueOn(situation.referral, localDate(day), rulesFor(situation))
const next = (situation: Situation) => nextReminderOn(situation.referral, rulesFor(situation))
const reminded = (day: string, organisation = 'kent') => reminding(day, rulesWithOneRung(organisation))

describe('an overdue referral is reminded of', () => {
  test.each([
    ['not on the due day', '2026-04-21', undefined],
    ['the working day after', '2026-04-22', 'acknowledgement'],
  ])('%s', (_, day, owed) => {
    expect(dueOn(given(registered), day)?.reminder.owed).toBe(owed)
  })

  test.each([
    ['not over a weekend', '2026-04-10', 'kent', '2026-04-27'],
    ['not on a bank holiday', '2026-04-17', 'kent', '2026-05-05'],
    ['by the working days of its own division', '2026-03-19', 'police-scotland', '2026-04-06'],
    ['which differ', '2026-03-19', 'kent', '2026-04-07'],
  ])('%s', (_, referredOn, organisation, day) => {
    expect(next(given(registering({ referredOn, organisation })))).toBe(day)
  })

  test('by the unit mailbox', () => {
    expect(dueOn(given(registered), '2026-04-22')?.reminder.to).toEqual(['unit_mailbox'])
  })

  test('once for each thing that it owes', () => {
    const situation = given(registered, reminded('2026-04-22'))
    expect(dueOn(situation, '2026-04-23')).toBeUndefined()
    expect(dueOn(situation, '2026-06-04')).toBeUndefined()
    expect(dueOn(situation, '2026-06-05')?.reminder).toMatchObject({ owed: 'first_return', rung: 'overdue' })
  })

  test('and then no more', () => {
    const situation = given(registered, reminded('2026-04-22'), reminded('2026-06-05'))
    expect(dueOn(situation, '2027-06-05')).toBeUndefined()
    expect(next(situation)).toBeUndefined()
  })
})

describe('the ladder starts again when something new becomes owed', () => {
  test('an acknowledgement given after its reminder leaves the first return to be reminded of', () => {
    const situation = given(registered, reminded('2026-04-22'), acknowledging('2026-04-23'))
    expect(next(situation)).toBe('2026-06-05')
  })

  test('a progress report makes the next date the one to be reminded of', () => {
    const situation = given(registered, reminded('2026-04-22'), reportingProgress('2026-04-23', '2026-06-30'))
    expect(dueOn(situation, '2026-06-30')).toBeUndefined()
    expect(dueOn(situation, '2026-07-01')?.reminder.owed).toBe('progress_update')
  })

  test('and so does the next report', () => {
    const situation = given(
      registered,
      reportingProgress('2026-04-23', '2026-06-30'),
      reminded('2026-07-01'),
      reportingProgress('2026-07-02', '2026-07-31'),
    )
    expect(next(situation)).toBe('2026-08-03')
  })

  test('but not when the force acknowledges what it is already reminded of owing', () => {
    const situation = given(registered, reminded('2026-06-05'), acknowledging('2026-06-05'))
    expect(dueOn(situation, '2026-06-08')).toBeUndefined()
  })
})

describe('an answer stops the ladder at once', () => {
  test.each([
    ['an outcome', givingOutcome('2026-06-05')],
    ['a withdrawal', withdrawing('2026-06-05')],
    ['a redirection', redirecting('2026-06-05', 'essex')],
  ])('%s', (_, change) => {
    const situation = given(registered, acknowledging('2026-04-08'), change)
    expect(dueOn(situation, '2026-06-08')).toBeUndefined()
    expect(next(situation)).toBeUndefined()
  })

  test('and an extension puts it off', () => {
    const situation = given(registered, acknowledging('2026-04-08'), extending('2026-06-01', 5))
    expect(dueOn(situation, '2026-06-11')).toBeUndefined()
    expect(next(situation)).toBe('2026-06-12')
  })
})

describe('after a missed run', () => {
  test('the next run sends what was due', () => {
    expect(dueOn(given(registered), '2026-04-27')?.reminder).toMatchObject({
      owed: 'acknowledgement',
      on: '2026-04-22',
    })
  })

  test('only the highest rung is sent, and the ones passed over are recorded', () => {
    const situation = given(registered)
    expect(situation.when(reminded('2026-07-01'))).toEqual(
      leadsTo({
        type: 'reminded',
        on: '2026-07-01',
        owed: 'first_return',
        rung: 'overdue',
        passedOver: [{ owed: 'acknowledgement', rung: 'overdue' }],
      }),
    )
    expect(next(given(registered, reminded('2026-07-01')))).toBeUndefined()
  })
})

describe('that a reminder was sent is recorded', () => {
  test('by the service itself, and changes nothing but where the ladder stands', () => {
    const situation = given(registered)
    expect(situation.when(reminded('2026-04-22'))).toEqual(
      leadsTo({ version: 2, by: expect.objectContaining({ role: 'service' }), passedOver: [] }),
    )
    const { version: _, changedAt: __, ...rest } = after(situation, reminded('2026-04-22'))
    const { version: ___, changedAt: ____, ...before } = situation.referral
    expect(rest).toEqual({ ...before, lastReminder: { owed: 'acknowledgement', rung: 'overdue' } })
  })

  test('once: the same run again records nothing', () => {
    expect(given(registered, reminded('2026-04-22')).when(reminded('2026-04-22'))).toEqual(changesNothing)
  })

  test('and nothing once it was answered between sending and recording', () => {
    expect(given(registered, givingOutcome('2026-04-22 07:59')).when(reminded('2026-04-22'))).toEqual(
      changesNothing,
    )
  })
})

test('the same rules hold for every organisation: a division differs only in its holidays', () => {
  const quiet = ['kent', 'police-scotland', 'psni', 'nca', 'border-force', 'btp'].map((organisation) =>
    next(given(registering({ referredOn: '2026-09-01', organisation }))),
  )
  expect(new Set(quiet)).toEqual(new Set(['2026-09-16']))
})
