import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../shared/domain/dates.ts'
import {
  acknowledging,
  after,
  extending,
  given,
  givingOutcome,
  isRefused,
  isRefusedFor,
  leadsTo,
  recalculating,
  redirecting,
  redirectionOf,
  registering,
  reportingProgress,
  rulesAt,
  withdrawing,
} from '../../../support/referrals.ts'

const registered = registering({ organisation: 'kent', referredOn: '2026-04-07' })

const statuses = [
  ['unacknowledged', []],
  ['acknowledged', [acknowledging('2026-04-08')]],
  ['reported on', [reportingProgress('2026-04-08', '2026-06-30')]],
] as const
const closed = [
  ['redirected', redirecting('2026-04-10', 'essex'), 'redirected'],
  ['withdrawn', withdrawing('2026-04-10'), 'withdrawn'],
] as const

describe('the UKFIU redirects', () => {
  test.each([...statuses, ['answered', [givingOutcome('2026-04-08')]] as const])(
    'a referral that was %s: it closes and another opens, referred that day',
    (_, before) => {
      const { referral } = given(registered, ...before)
      expect(
        redirectionOf(referral, '2026-06-15', 'police-scotland', { newId: 'R-0000-0002' }),
      ).toMatchObject({
        ok: true,
        value: {
          closed: { type: 'redirected', to: 'R-0000-0002', version: referral.version + 1 },
          opened: {
            type: 'registered',
            id: 'R-0000-0002',
            version: 1,
            redirectedFrom: referral.id,
            registration: {
              ...referral.registration,
              organisation: 'police-scotland',
              referredOn: '2026-06-15',
            },
            firstReturnDue: { dueOn: '2026-08-11' },
          },
        },
      })
    },
  )

  test('on the London day', () => {
    const { referral } = given(registered)
    const at = (when: string) => redirectionOf(referral, when, 'essex')
    expect(at('2026-06-15 23:30')).toMatchObject({
      value: { opened: { registration: { referredOn: '2026-06-15' } } },
    })
    expect(at('2026-06-16 00:30')).toMatchObject({
      value: { opened: { registration: { referredOn: '2026-06-16' } } },
    })
  })

  test('not to the organisation that has it', () => {
    expect(given(registered).when(redirecting('2026-04-10', 'kent'))).toEqual(
      isRefusedFor({ organisation: /another/ }),
    )
  })

  test.each(closed)('not once it is %s', (_, before, status) => {
    expect(given(registered, before).when(redirecting('2026-04-11', 'sussex'))).toEqual(
      isRefused({ kind: 'not_in_this_state', status }),
    )
  })
})

describe('the UKFIU withdraws', () => {
  test.each([...statuses, ['answered', [givingOutcome('2026-04-08')]] as const])(
    'a referral that was %s, which is kept',
    (_, before) => {
      const situation = given(registered, ...before)
      const withdrawn = after(situation, withdrawing('2026-04-10'))
      expect(withdrawn).toMatchObject({ status: 'withdrawn', registration: situation.referral.registration })
    },
  )

  test.each(closed)('not once it is %s', (_, before, status) => {
    expect(given(registered, before).when(withdrawing('2026-04-11'))).toEqual(
      isRefused({ kind: 'not_in_this_state', status }),
    )
  })
})

describe('the UKFIU puts off the date now owed', () => {
  test.each([
    ['the acknowledgement', given(registered), '2026-04-20', 'acknowledgement', '2026-05-06'],
    [
      'the first return',
      given(registered, acknowledging('2026-04-08')),
      '2026-04-20',
      'first_return',
      '2026-06-18',
    ],
    ['the first return once it took over', given(registered), '2026-05-28', 'first_return', '2026-06-18'],
    [
      'the next update',
      given(registered, reportingProgress('2026-04-08', '2026-06-30')),
      '2026-06-01',
      'progress_update',
      '2026-07-14',
    ],
  ])('%s, by 10 working days', (_, situation, day, owed, dueOn) => {
    expect(situation.when(extending(day, 10))).toEqual(
      leadsTo({ type: 'date_extended', owed, due: expect.objectContaining({ dueOn }) }),
    )
    expect(given(registered).referral.originalFirstReturnDueOn).toBe('2026-06-04')
  })

  test('also when it is past', () => {
    const situation = given(registered, acknowledging('2026-04-08'))
    expect(after(situation, extending('2026-06-10', 10))).toMatchObject({
      firstReturnDue: { dueOn: '2026-06-18' },
    })
  })

  test('twice, and every date it has had stays on record', () => {
    const { referral } = given(
      registered,
      acknowledging('2026-04-08'),
      extending('2026-06-01', 5),
      extending('2026-06-08', 5),
    )
    expect(referral).toMatchObject({
      firstReturnDue: { dueOn: '2026-06-18', extensions: [{ from: '2026-06-04' }, { from: '2026-06-11' }] },
    })
  })

  test('not a third time', () => {
    const situation = given(
      registered,
      acknowledging('2026-04-08'),
      extending('2026-06-01', 5),
      extending('2026-06-08', 5),
    )
    expect(situation.when(extending('2026-06-15', 5))).toEqual(isRefused({ kind: 'not_in_this_state' }))
  })

  test.each([...closed, ['answered', givingOutcome('2026-04-10'), 'outcome_received'] as const])(
    'not once it is %s',
    (_, before, status) => {
      expect(given(registered, before).when(extending('2026-04-11', 5))).toEqual(
        isRefused({ kind: 'not_in_this_state', status }),
      )
    },
  )
})

describe('when the calendar changes', () => {
  const rules = rulesAt('kent')
  const announced = (day: string) => ({
    ...rules,
    calendar: {
      ...rules.calendar,
      version: 'announced',
      holidays: new Map([...rules.calendar.holidays, [localDate(day), 'A holiday that came once'] as const]),
    },
  })

  test('the dates of an open referral are worked out again, and that is an event', () => {
    expect(given(registered).when(recalculating('2026-04-10', announced('2026-04-15')))).toEqual(
      leadsTo({
        type: 'dates_recalculated',
        acknowledgementDue: expect.objectContaining({ dueOn: '2026-04-22' }),
        firstReturnDue: expect.objectContaining({ dueOn: '2026-06-05' }),
        firstReturnTakesOverOn: '2026-05-29',
      }),
    )
  })

  test('only those that move', () => {
    expect(given(registered).when(recalculating('2026-04-10', announced('2026-05-11')))).toEqual(
      leadsTo({
        acknowledgementDue: undefined,
        firstReturnDue: expect.objectContaining({ dueOn: '2026-06-05' }),
      }),
    )
  })

  test('a referral that owes its first return still does, by the new date', () => {
    const situation = given(
      registered,
      acknowledging('2026-04-08'),
      recalculating('2026-04-10', announced('2026-04-15')),
    )
    expect(situation.owes('2026-06-05')).toMatchObject({
      what: 'first_return',
      dueOn: '2026-06-05',
      overdue: false,
    })
  })

  test.each([
    ['it touches nothing', given(registered), '2026-12-15'],
    [
      'the force named the date itself',
      given(registered, reportingProgress('2026-04-08', '2026-06-30')),
      '2026-06-15',
    ],
    ['it was answered', given(registered, givingOutcome('2026-04-08')), '2026-04-15'],
    ['it was withdrawn', given(registered, withdrawing('2026-04-08')), '2026-04-15'],
  ])('nothing happens when %s', (_, situation, day) => {
    expect(situation.when(recalculating('2026-04-10', announced(day)))).toEqual({
      ok: true,
      value: undefined,
    })
  })

  test('nothing happens under the same calendar', () => {
    expect(given(registered).when(recalculating('2026-04-10', rules))).toEqual({ ok: true, value: undefined })
  })
})
