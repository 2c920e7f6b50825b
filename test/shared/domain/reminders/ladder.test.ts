import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../shared/domain/dates.ts'
import {
  firstWordOf,
  isClimbed,
  nextReminderOn,
  reminderDueOn,
} from '../../../../shared/domain/reminders/ladder.ts'
import { isOpen } from '../../../../shared/domain/referral/referral.ts'
import { recordReminder } from '../../../../shared/domain/reminders/remind.ts'
import { theService } from '../../../../shared/domain/principal.ts'
import { referenceData } from '../../../../shared/runtime/reference-data.ts'
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
const next = (situation: Situation) => nextReminderOn(situation.referral, rulesFor(situation))
const climbed = (situation: Situation) =>
  isOpen(situation.referral) && isClimbed(situation.referral, rulesFor(situation))

/** What is sent on a day, in words: `acknowledgement overdue`. */
const sent = (situation: Situation, day: string) =>
  dueOn(situation, day)?.sent.map(({ owed, rung }) => `${owed} ${rung}`) ?? []
const whom = (situation: Situation, day: string) => dueOn(situation, day)?.sent.flatMap(({ to }) => to)

/** Referred after Easter: the acknowledgement is due on 21 April, the first return on 4 June 2026. */
const registered = registering({ organisation: 'kent', referredOn: '2026-04-07' })
const acknowledged = given(registered, acknowledging('2026-04-07 11:00'))

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

  test('at once when it is urgent, even where more has fallen due by then', () => {
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

  test('which is the first word only while nothing was said by either side', () => {
    const told = given(registered, reminding('2026-04-08'))
    expect(firstWordOf(told.referral, rulesFor(told))).toBeUndefined()
    expect(firstWordOf(acknowledged.referral, rulesFor(acknowledged))).toBeUndefined()
    const gone = given(registered, withdrawing('2026-04-07 11:00'))
    expect(firstWordOf(gone.referral, rulesFor(gone))).toBeUndefined()
  })
})

/** Steps of the ladder by what is owed, each with the last day without it, its day and whom it goes to. */
const unit = ['unit_mailbox']
const steps = [
  ['due_soon', '2026-05-27', '2026-05-28', unit],
  ['overdue', '2026-06-04', '2026-06-05', unit],
  ['chase', '2026-06-11', '2026-06-12', ['unit_mailbox', 'head_of_unit']],
  ['escalation', '2026-06-25', '2026-06-26', ['head_of_unit', 'deputy_chief_officer']],
  ['final_escalation', '2026-07-16', '2026-07-17', ['chief_officers_office', 'ukfiu_manager']],
] as const

describe('from the date of the first return, in working days', () => {
  const before = steps.map(([, , day]) => day)

  test.each(steps)('%s comes on its day and not before', (rung, dayBefore, day, to) => {
    const earlier = before.filter((each) => each < day)
    const situation = acknowledged.and(...earlier.map((each) => reminding(each)))
    expect(next(situation)).toBe(day)
    expect(sent(situation, dayBefore)).toEqual([])
    expect(sent(situation, day)).toEqual([`first_return ${rung}`])
    expect(whom(situation, day)).toEqual(to)
    expect(sent(situation.and(reminding(day)), '2026-06-04' > day ? '2026-06-04' : day)).toEqual([])
  })

  test('and after the last nothing more: from then on it stands among the non-responses', () => {
    const situation = acknowledged.and(...before.map((each) => reminding(each)))
    expect(climbed(situation)).toBe(true)
    expect(climbed(acknowledged.and(...before.slice(0, 4).map((each) => reminding(each))))).toBe(false)
    expect(sent(situation, '2027-03-01')).toEqual([])
  })
})

describe('from the date of the acknowledgement', () => {
  test.each([
    ['due_soon', '2026-04-14'],
    ['overdue', '2026-04-22'],
    ['chase', '2026-04-29'],
    ['escalation', '2026-05-14'],
  ])('%s on %s', (rung, day) => {
    const earlier = ['2026-04-08', '2026-04-14', '2026-04-22', '2026-04-29', '2026-05-14'].filter(
      (each) => each < day,
    )
    const situation = given(registered, ...earlier.map((each) => reminding(each)))
    expect(next(situation)).toBe(day)
    expect(sent(situation, day)).toEqual([`acknowledgement ${rung}`])
  })

  test('no step is left for after the first return takes over, where the ladder starts again', () => {
    const situation = given(registered, reminding('2026-05-14'))
    expect(next(situation)).toBe('2026-05-28')
    expect(sent(situation, '2026-05-27')).toEqual([])
    expect(sent(situation, '2026-05-28')).toEqual(['first_return due_soon'])
    expect(sent(situation.and(reminding('2026-05-28')), '2026-06-05')).toEqual(['first_return overdue'])
  })
})

describe('where the whole clock is five working days or fewer, nobody is told that it will soon run out', () => {
  const urgent = given(registering({ referredOn: '2026-04-07', urgent: true }), reminding('2026-04-08'))

  test('the two days for acknowledging an urgent referral', () => {
    expect(sent(urgent, '2026-04-09')).toEqual([])
    expect(sent(urgent, '2026-04-10')).toEqual(['acknowledgement overdue'])
  })

  test('but in the ten for its first return somebody is', () => {
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

  test('is not a new referral: nothing is told of it twice', () => {
    const situation = given(registered, reminding('2026-04-08'), extending('2026-04-09', 10))
    expect(sent(situation, '2026-04-10')).toEqual([])
    expect(next(situation)).toBe('2026-04-28')
  })

  test.each(['2026-04-07 12:00', '2026-04-08 07:00'])(
    'before anybody was told, on %s, leaves it to be told of',
    (when) => {
      const situation = given(registered, extending(when, 10))
      expect(sent(situation, '2026-04-08')).toEqual(['acknowledgement referred'])
      expect(next(situation.and(reminding('2026-04-08')))).toBe('2026-04-28')
    },
  )

  test('of the first return leaves the acknowledgement behind, though nobody ever gave it', () => {
    const silent = given(registered, reminding('2026-05-14'), extending('2026-06-01', 10))
    expect(sent(silent, '2026-06-10')).toEqual([])
    expect(next(silent)).toBe('2026-06-11')
    expect(dueOn(silent, '2026-06-11')).toMatchObject({
      sent: [{ owed: 'first_return', rung: 'due_soon' }],
      passedOver: [],
    })
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

describe('after missed runs', () => {
  test('only the highest step that is due is sent, and the ones passed over are recorded', () => {
    expect(given(registered).when(reminding('2026-06-15'))).toEqual(
      leadsTo({
        type: 'reminded',
        on: '2026-06-15',
        sent: [{ owed: 'first_return', rung: 'chase' }],
        passedOver: [
          { owed: 'acknowledgement', rung: 'referred' },
          { owed: 'acknowledgement', rung: 'due_soon' },
          { owed: 'acknowledgement', rung: 'overdue' },
          { owed: 'acknowledgement', rung: 'chase' },
          { owed: 'acknowledgement', rung: 'escalation' },
          { owed: 'first_return', rung: 'due_soon' },
          { owed: 'first_return', rung: 'overdue' },
        ],
      }),
    )
  })

  test('and those are not made up for', () => {
    expect(next(given(registered, reminding('2026-06-15')))).toBe('2026-06-26')
  })
})

/** The year 2025-26 is cut off on 30 April 2026; twenty working days before it is 31 March in England, 1 April in Scotland. */
describe('the cut-off', () => {
  const lastYears = given(
    registering({ referredOn: '2025-12-01' }),
    reportingProgress('2026-02-20', '2026-05-20'),
  )

  test.each([
    ['not before its day', '2026-03-30', []],
    ['on its day', '2026-03-31', ['progress_update cut_off']],
    ['still on the day of the cut-off', '2026-04-30', ['progress_update cut_off']],
    ['never after it', '2026-05-01', []],
  ])('is reminded of: %s', (_, day, expected) => {
    expect(sent(lastYears, day)).toEqual(expected)
  })

  test('to the unit and its head', () => {
    expect(next(lastYears)).toBe('2026-03-31')
    expect(whom(lastYears, '2026-03-31')).toEqual(['unit_mailbox', 'head_of_unit'])
  })

  test('once, whatever becomes owed then', () => {
    const told = lastYears.and(reminding('2026-03-31'))
    expect(sent(told, '2026-04-01')).toEqual([])
    expect(sent(told.and(reportingProgress('2026-04-01', '2026-06-30')), '2026-04-29')).toEqual([])
  })

  test('leaves the ladder where it is', () => {
    expect(next(lastYears.and(reminding('2026-03-31')))).toBe('2026-05-13')
  })

  test('stands beside a step of the ladder that is due on the same day', () => {
    const both = given(
      registering({ referredOn: '2025-12-01' }),
      reportingProgress('2026-02-20', '2026-03-30'),
      reminding('2026-03-23'),
    )
    expect(sent(both, '2026-03-31')).toEqual(['progress_update overdue', 'progress_update cut_off'])
    expect(both.when(reminding('2026-03-31'))).toEqual(leadsTo({ passedOver: [] }))
    expect(sent(both.and(reminding('2026-03-31')), '2026-04-01')).toEqual([])
  })

  test('is for referrals of its own year alone', () => {
    expect(sent(acknowledged, '2026-04-15')).toEqual([])
    expect(sent(given(registering({ referredOn: '2026-03-31' })), '2026-04-01')).toContain(
      'acknowledgement cut_off',
    )
  })

  test('does not keep one whose ladder is behind it from being a non-response', () => {
    const silent = given(registering({ referredOn: '2025-06-02' }), reminding('2025-09-30'))
    expect(climbed(silent)).toBe(true)
    expect(next(silent)).toBe('2026-03-31')
  })
})

describe('that a reminder was sent is recorded', () => {
  test('by the service itself, and changes nothing but where the ladder stands', () => {
    const situation = given(registered)
    expect(situation.when(reminding('2026-04-08'))).toEqual(
      leadsTo({ version: 2, by: expect.objectContaining({ role: 'service' }), passedOver: [] }),
    )
    const { version: _, changedAt: __, ...rest } = after(situation, reminding('2026-04-08'))
    const { version: ___, changedAt: ____, ...before } = situation.referral
    expect(rest).toEqual({ ...before, lastReminder: { owed: 'acknowledgement', rung: 'referred' } })
  })

  test('once: the same run again records nothing', () => {
    expect(given(registered, reminding('2026-04-22')).when(reminding('2026-04-22'))).toEqual(changesNothing)
  })

  test('and not when it was answered, or something else is owed, between sending and recording', () => {
    const due = dueOn(given(registered), '2026-06-05')
    const context = { now: inLondon('2026-06-05'), by: theService, rules: rulesAt('kent') }
    const day = localDate('2026-06-05')
    expect(due && recordReminder(given(registered).referral, day, due, context)).toBeDefined()
    for (const change of [
      givingOutcome('2026-06-05 07:59'),
      reportingProgress('2026-06-05 07:59', '2026-07-01'),
    ])
      expect(due && recordReminder(given(registered, change).referral, day, due, context)).toBeUndefined()
  })
})

describe('the same rules hold for every organisation', () => {
  const codes = [...referenceData.organisations.values()]

  /** Every day on which anything is sent to an organisation that never answers, and what. */
  const planOf = (organisation: string) => {
    let situation = given(registering({ organisation, referredOn: '2025-09-01' }))
    const days: string[] = []
    for (let day = next(situation); day !== undefined; day = next(situation)) {
      situation = situation.and(reminding(day))
      days.push(`${day} ${JSON.stringify(situation.history.at(-1))}`.replace(/calendar[^,]*,/g, ''))
    }
    return days.join('\n')
  }

  test.each([
    ['england-and-wales', 50],
    ['scotland', 1],
    ['northern-ireland', 1],
  ])('those of %s get the same reminders on the same days', (division, count) => {
    const plans = codes
      .filter(({ bankHolidays }) => bankHolidays === division)
      .map(({ code }) => planOf(code))
    expect(plans).toHaveLength(count)
    expect(new Set(plans).size).toBe(1)
    expect(plans[0]?.split('\n').length).toBe(11)
  })

  test('and a division differs only in its holidays', () => {
    const quiet = ['kent', 'police-scotland', 'psni', 'nca', 'border-force', 'btp'].map((organisation) =>
      next(given(registering({ referredOn: '2026-09-01', organisation }), reminding('2026-09-02'))),
    )
    expect(new Set(quiet)).toEqual(new Set(['2026-09-08']))
    const stAndrews = ['kent', 'police-scotland'].map((organisation) =>
      next(given(registering({ referredOn: '2026-11-23', organisation }), reminding('2026-11-24'))),
    )
    expect(stAndrews).toEqual(['2026-11-30', '2026-12-01'])
  })
})
