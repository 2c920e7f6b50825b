import { describe, expect, test } from 'vitest'
import {
  extending,
  inLondon,
  given,
  givingOutcome,
  acknowledging,
  recalculating,
  registering,
  reminding,
  reportingProgress,
  withdrawing,
  redirecting,
  rulesAt,
} from '../../../support/referrals.ts'
import { localDate } from '../../../../shared/domain/dates.ts'
import { evolve, fold } from '../../../../shared/domain/referral/evolve.ts'

const registered = registering({ organisation: 'kent', referredOn: '2026-04-07' })

/** The calendar with one holiday more, as when a jubilee is announced. */
const withHoliday = (day: string) => {
  const rules = rulesAt('kent')
  const holidays = new Map([
    ...rules.calendar.holidays,
    [localDate(day), 'A holiday that came once'] as const,
  ])
  return { ...rules, calendar: { ...rules.calendar, version: 'announced', holidays } }
}

describe('a history, folded', () => {
  const { history, referral } = given(
    registered,
    acknowledging('2026-04-08'),
    reportingProgress('2026-04-20', '2026-06-30'),
    givingOutcome('2026-06-15'),
    givingOutcome('2026-06-16', { rationale: 'A correction of what was said before.' }, 4),
  )

  test('counts one version for each event', () => {
    expect(history.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5])
    expect(referral.version).toBe(5)
  })

  test('up to a moment is the referral as it then was', () => {
    const [first, ...later] = history
    const statuses = [0, 1, 2, 3, 4].map((count) => fold([first, ...later.slice(0, count)]).status)
    expect(statuses).toEqual([
      'awaiting_acknowledgement',
      'awaiting_first_return',
      'awaiting_update',
      'outcome_received',
      'outcome_received',
    ])
  })

  test('remembers when it was made and when it last changed', () => {
    expect(referral).toMatchObject({
      registeredAt: inLondon('2026-04-07'),
      changedAt: inLondon('2026-06-16'),
    })
  })

  test('keeps the acknowledgement, and has none where none was given', () => {
    expect(referral).toHaveProperty('acknowledgement', { personnelConfirmed: 'yes' })
    expect(given(registered, givingOutcome('2026-04-08')).referral).not.toHaveProperty('acknowledgement')
  })

  test('says where it was redirected to', () => {
    expect(given(registered, redirecting('2026-04-08', 'essex')).referral).toMatchObject({
      redirectedTo: { id: 'R-0000-0002', organisation: 'essex' },
    })
  })

  test('is not changed by folding it', () => {
    const before = structuredClone(history)
    fold(history)
    expect(history).toEqual(before)
  })
})

describe('a damaged history is a fault, not a refusal', () => {
  const acknowledged = given(registered, acknowledging('2026-04-08'))
  const [, acknowledgement] = acknowledged.history
  const [, reminder] = given(registered, reminding('2026-04-22')).history

  test('acknowledged twice', () => {
    if (!acknowledgement) throw new Error('no event')
    expect(() => evolve(acknowledged.referral, { ...acknowledgement, version: 3 })).toThrow(
      /version 3: acknowledged cannot follow awaiting_first_return/,
    )
  })

  test.each([
    ['the outcome', givingOutcome('2026-04-08')],
    ['a withdrawal', withdrawing('2026-04-08')],
    ['a redirection', redirecting('2026-04-08', 'essex')],
  ])('reminded after %s', (_, change) => {
    if (!reminder) throw new Error('no event')
    expect(() => evolve(given(registered, change).referral, reminder)).toThrow(/reminded cannot follow/)
  })

  test.each([
    ['a withdrawal', withdrawing('2026-04-08')],
    ['a redirection', redirecting('2026-04-08', 'essex')],
  ])('answered after %s', (_, change) => {
    const [, outcome] = given(registered, givingOutcome('2026-04-08')).history
    if (!outcome) throw new Error('no event')
    expect(() => evolve(given(registered, change).referral, outcome)).toThrow(/outcome_given cannot follow/)
  })
})

describe('one date moves, and nothing else', () => {
  const reported = reportingProgress('2026-04-08', '2026-06-30')

  test.each([
    ['acknowledgementDue', 'unacknowledged', [], '2026-04-10', '2026-04-28'],
    ['firstReturnDue', 'unacknowledged until that was due', [], '2026-06-05', '2026-06-11'],
    ['firstReturnDue', 'acknowledged', [acknowledging('2026-04-08')], '2026-04-10', '2026-06-11'],
    ['updateDue', 'reported on', [reported], '2026-04-10', '2026-07-07'],
  ])('when %s of a referral that is %s is put off', (date, _, before, day, dueOn) => {
    const { referral, and } = given(registered, ...before)
    expect(and(extending(day, 5)).referral).toEqual({
      ...referral,
      version: referral.version + 1,
      changedAt: inLondon(day),
      timesExtended: 1,
      lastExtension: { on: day, request: expect.objectContaining({ workingDays: 5 }) },
      [date]: expect.objectContaining({ dueOn }),
    })
  })

  test('when the calendar moves the date of an update that was put off', () => {
    const { referral, and } = given(registered, reported, extending('2026-04-10', 5))
    expect(and(recalculating('2026-04-13', withHoliday('2026-07-06'))).referral).toEqual({
      ...referral,
      version: 4,
      changedAt: inLondon('2026-04-13'),
      updateDue: expect.objectContaining({ dueOn: '2026-07-08' }),
    })
  })

  test('when the calendar moves the first return of a referral that was acknowledged', () => {
    const { referral, and } = given(registered, acknowledging('2026-04-08'))
    expect(and(recalculating('2026-04-13', withHoliday('2026-05-11'))).referral).toEqual({
      ...referral,
      version: 3,
      changedAt: inLondon('2026-04-13'),
      firstReturnDue: expect.objectContaining({ dueOn: '2026-06-05' }),
      originalFirstReturnDueOn: '2026-06-05',
    })
  })

  test('when the calendar moves only the later dates of a referral that nobody acknowledged', () => {
    const { referral, and } = given(registered)
    expect(and(recalculating('2026-04-13', withHoliday('2026-05-11'))).referral).toEqual({
      ...referral,
      version: 2,
      changedAt: inLondon('2026-04-13'),
      firstReturnDue: expect.objectContaining({ dueOn: '2026-06-05' }),
      originalFirstReturnDueOn: '2026-06-05',
      firstReturnTakesOverOn: '2026-05-29',
    })
  })
})
