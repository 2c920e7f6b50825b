import { describe, expect, test } from 'vitest'
import {
  inLondon,
  given,
  givenNothing,
  isRefusedFor,
  leadsTo,
  registering,
  rulesAt,
} from '../../../support/referrals.ts'

describe('the UKFIU registers a referral', () => {
  test('it is the first version of a new referral, by whom and when', () => {
    expect(givenNothing.when(registering({ organisation: 'kent', referredOn: '2026-04-07' }))).toEqual(
      leadsTo({
        type: 'registered',
        version: 1,
        id: 'R-7K3M-9QXD',
        at: inLondon('2026-04-07'),
        by: { id: 'ukfiu', name: 'UKFIU officer', role: 'ukfiu' },
      }),
    )
  })

  test('its reference is not made of the SAR', () => {
    const { history } = given(registering({ sarReference: 'SAR-99/1' }, { id: 'R-0000-0001' }))
    expect(history[0].id).toBe('R-0000-0001')
  })

  test.each([
    ['standard', { referredOn: '2026-04-07' }, '2026-04-21', '2026-06-04', '2026-05-28'],
    ['urgent', { referredOn: '2026-05-01', urgent: true }, '2026-05-06', '2026-05-18', '2026-05-11'],
    ['over Easter in England', { referredOn: '2026-03-24' }, '2026-04-09', '2026-05-22', '2026-05-15'],
    [
      'over Easter in Scotland',
      { referredOn: '2026-03-24', organisation: 'police-scotland' },
      '2026-04-08',
      '2026-05-21',
      '2026-05-14',
    ],
    [
      'over 12 July in Northern Ireland',
      { referredOn: '2026-07-01', organisation: 'psni', urgent: true },
      '2026-07-03',
      '2026-07-16',
      '2026-07-08',
    ],
    ['on a Saturday', { referredOn: '2026-04-11' }, '2026-04-24', '2026-06-09', '2026-06-02'],
  ])('clocks: %s', (_, fields, acknowledgementBy, firstReturnBy, takeover) => {
    expect(givenNothing.when(registering(fields))).toEqual(
      leadsTo({
        acknowledgementDue: expect.objectContaining({ dueOn: acknowledgementBy }),
        firstReturnDue: expect.objectContaining({ dueOn: firstReturnBy }),
        firstReturnTakesOverOn: takeover,
      }),
    )
  })

  test('one registered long after the day of referral owes by that day all the same', () => {
    const late = registering({ referredOn: '2026-04-07' }, { at: inLondon('2026-06-30') })
    expect(given(late).owes('2026-06-30')).toMatchObject({ dueOn: '2026-06-04', overdue: true })
  })

  test('whose unit answers: the organisation itself, or the one that answers for it', () => {
    expect(given(registering({ organisation: 'kent' })).referral.answeringUnit).toBe('kent')
    expect(given(registering({ organisation: 'border-force' })).referral.answeringUnit).toBe('nca')
  })
})

const on = (referredOn: string, at: ReturnType<typeof inLondon>) =>
  givenNothing.when(registering({ referredOn }, { at }))

describe('the day of referral', () => {
  test('may be today', () => {
    expect(on('2026-04-07', inLondon('2026-04-07', '00:00')).ok).toBe(true)
  })

  test('may not be tomorrow', () => {
    expect(on('2026-04-08', inLondon('2026-04-07', '23:59'))).toEqual(
      isRefusedFor({ referredOn: /today \(2026-04-07\) or earlier/ }),
    )
  })

  test('half an hour past midnight in summer today is already the new day, though not yet in UTC', () => {
    expect(on('2026-06-16', inLondon('2026-06-16', '00:30')).ok).toBe(true)
    expect(on('2026-06-17', inLondon('2026-06-16', '00:30')).ok).toBe(false)
  })

  test('half an hour before midnight in summer tomorrow is still the future', () => {
    expect(on('2026-06-16', inLondon('2026-06-15', '23:30')).ok).toBe(false)
  })

  test('may not be before the calendar of bank holidays begins', () => {
    expect(on('2021-12-31', inLondon('2026-04-07'))).toEqual(
      isRefusedFor({ referredOn: /2022-01-01 or later/ }),
    )
    expect(on('2022-01-01', inLondon('2026-04-07')).ok).toBe(true)
  })
})

test("the clocks are the policy file's: change it and they change", () => {
  const rules = rulesAt('kent')
  const policy = {
    ...rules.policy,
    version: 'stricter',
    clocks: { ...rules.policy.clocks, standard: { acknowledgement: 1, firstReturn: 3 } },
    firstReturnTakesOver: 1,
  }
  const stricter = registering({ referredOn: '2026-04-07' }, { rules: { ...rules, policy } })
  expect(givenNothing.when(stricter)).toEqual(
    leadsTo({
      acknowledgementDue: expect.objectContaining({ dueOn: '2026-04-08' }),
      firstReturnDue: expect.objectContaining({ dueOn: '2026-04-10' }),
      firstReturnTakesOverOn: '2026-04-09',
    }),
  )
  expect(given(stricter).owes('2026-04-07')?.explanation).toContain('policy stricter')
})
