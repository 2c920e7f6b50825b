import { describe, expect, test } from 'vitest'
import {
  acknowledging,
  after,
  changesNothing,
  given,
  givingOutcome,
  inLondon,
  isRefused,
  isRefusedFor,
  leadsTo,
  redirecting,
  registering,
  reportingProgress,
  withdrawing,
} from '../../../support/referrals.ts'

const registered = registering({ organisation: 'kent', referredOn: '2026-04-07' })

describe('a force acknowledges', () => {
  test('that it has the referral, and owes its first return from then on', () => {
    const acknowledgement = {
      personnelConfirmed: 'checking',
      localReference: 'PSD/26/118',
      expectedBy: '2026-05-20',
    }
    const situation = given(registered)
    expect(situation.when(acknowledging('2026-04-09', acknowledgement))).toEqual(
      leadsTo({
        type: 'acknowledged',
        version: 2,
        at: inLondon('2026-04-09'),
        by: { id: 'force-kent', name: 'Officer of kent', role: 'force', organisation: 'kent' },
        acknowledgement,
      }),
    )
    expect(after(situation, acknowledging('2026-04-09')).status).toBe('awaiting_first_return')
  })

  test('late as well: it was owed until the first return took over, and may come after that', () => {
    expect(given(registered).when(acknowledging('2026-05-28')).ok).toBe(true)
    expect(given(registered).when(acknowledging('2026-09-01')).ok).toBe(true)
  })

  test('once: the same again changes nothing', () => {
    const fields = { personnelConfirmed: 'yes', localReference: 'PSD/26/118' }
    const situation = given(registered, acknowledging('2026-04-09', fields))
    expect(situation.when(acknowledging('2026-04-10', fields))).toEqual(changesNothing)
  })

  test('and the same again after the outcome changes nothing either', () => {
    const situation = given(registered, acknowledging('2026-04-09'), givingOutcome('2026-04-10'))
    expect(situation.when(acknowledging('2026-04-11'))).toEqual(changesNothing)
  })

  test('but not differently, and is told what it can do', () => {
    expect(
      given(registered, acknowledging('2026-04-09')).when(
        acknowledging('2026-04-10', { personnelConfirmed: 'no' }),
      ),
    ).toEqual(
      isRefused({
        kind: 'not_in_this_state',
        status: 'awaiting_first_return',
        detail: expect.stringMatching(/outcome/),
      }),
    )
  })
})

describe('expecting to answer by a day', () => {
  test.each([
    ['today', '2026-04-09', true],
    ['later', '2026-05-01', true],
    ['even after the first return is due', '2026-12-01', true],
  ])('%s', (_, expectedBy, accepted) => {
    expect(given(registered).when(acknowledging('2026-04-09', { expectedBy })).ok).toBe(accepted)
  })

  test('not yesterday', () => {
    expect(given(registered).when(acknowledging('2026-04-09', { expectedBy: '2026-04-08' }))).toEqual(
      isRefusedFor({ expectedBy: /today \(2026-04-09\) or later/ }),
    )
  })

  test('today is the London day', () => {
    const expectedBy = '2026-06-15'
    expect(given(registered).when(acknowledging('2026-06-15 23:30', { expectedBy })).ok).toBe(true)
    expect(given(registered).when(acknowledging('2026-06-16 00:30', { expectedBy })).ok).toBe(false)
  })
})

describe('a referral that can not be acknowledged', () => {
  test.each([
    ['answered without: the return acknowledged it', givingOutcome('2026-04-10'), 'outcome_received'],
    ['reported on without', reportingProgress('2026-04-10', '2026-05-10'), 'awaiting_update'],
    ['redirected', redirecting('2026-04-10', 'essex'), 'redirected'],
    ['withdrawn', withdrawing('2026-04-10'), 'withdrawn'],
  ])('%s', (_, before, status) => {
    expect(given(registered, before).when(acknowledging('2026-04-11'))).toEqual(
      isRefused({ kind: 'not_in_this_state', status }),
    )
  })
})
