import { describe, expect, test } from 'vitest'
import {
  acknowledging,
  after,
  changesNothing,
  given,
  givingOutcome,
  isRefused,
  isRefusedFor,
  leadsTo,
  redirecting,
  registering,
  reportingProgress,
  withdrawing,
} from '../../../support/referrals.ts'

const registered = registering({ organisation: 'kent', referredOn: '2026-04-07' })

describe('a force reports that its enquiry goes on', () => {
  test('and gives the day of its next word, which it then owes', () => {
    const situation = given(registered, acknowledging('2026-04-08'))
    expect(situation.when(reportingProgress('2026-04-20', '2026-06-30'))).toEqual(
      leadsTo({
        type: 'progress_reported',
        version: 3,
        report: expect.objectContaining({ stage: 'under_investigation', nextUpdateOn: '2026-06-30' }),
        received: { on: '2026-04-20', workingDays: 9 },
        updateDue: expect.objectContaining({ dueOn: '2026-06-30' }),
      }),
    )
    expect(after(situation, reportingProgress('2026-04-20', '2026-06-30')).status).toBe('awaiting_update')
  })

  test('without having acknowledged: a return acknowledges', () => {
    expect(after(given(registered), reportingProgress('2026-04-20', '2026-06-30')).status).toBe(
      'awaiting_update',
    )
  })

  test('saying no more than that when the enquiry is covert', () => {
    const covert = { detailWithheld: true, stage: undefined, rationale: undefined }
    expect(given(registered).when(reportingProgress('2026-04-20', '2026-06-30', covert))).toEqual(
      leadsTo({ report: expect.objectContaining({ detailWithheld: true, nextUpdateOn: '2026-06-30' }) }),
    )
  })

  test('as often as it has something to say, and its first return stays the first', () => {
    const { referral } = given(
      registered,
      reportingProgress('2026-04-20', '2026-06-30'),
      reportingProgress('2026-06-29', '2026-09-20'),
    )
    expect(referral).toMatchObject({ version: 3, firstReturn: { on: '2026-04-20' } })
  })

  test('once: the same again on the same day changes nothing', () => {
    const situation = given(registered, reportingProgress('2026-04-20 09:00', '2026-06-30'))
    expect(situation.when(reportingProgress('2026-04-20 17:00', '2026-06-30'))).toEqual(changesNothing)
  })

  test('again when the same is said on another day, or something else on the same one', () => {
    const situation = given(registered, reportingProgress('2026-04-20', '2026-06-30'))
    const isReported = leadsTo({ type: 'progress_reported', version: 3 })
    expect(situation.when(reportingProgress('2026-04-21', '2026-06-30'))).toEqual(isReported)
    expect(situation.when(reportingProgress('2026-04-20', '2026-07-01'))).toEqual(isReported)
  })
})

const next = (nextUpdateOn: string, when = '2026-04-20') =>
  given(registered).when(reportingProgress(when, nextUpdateOn))

describe('the day of the next word', () => {
  test.each([
    ['tomorrow', '2026-04-21'],
    ['92 days on', '2026-07-21'],
  ])('may be %s', (_, day) => {
    expect(next(day).ok).toBe(true)
  })

  test.each([
    ['93 days on', '2026-07-22'],
    ['today', '2026-04-20'],
    ['yesterday', '2026-04-19'],
  ])('may not be %s', (_, day) => {
    expect(next(day)).toEqual(isRefusedFor({ nextUpdateOn: /no later than 2026-07-21/ }))
  })

  test('is counted from the London day', () => {
    expect(next('2026-09-16', '2026-06-15 23:30').ok).toBe(false)
    expect(next('2026-09-16', '2026-06-16 00:30').ok).toBe(true)
  })
})

describe('progress can not be reported', () => {
  test.each([
    ['after the outcome', givingOutcome('2026-04-10'), 'outcome_received'],
    ['once redirected', redirecting('2026-04-10', 'essex'), 'redirected'],
    ['once withdrawn', withdrawing('2026-04-10'), 'withdrawn'],
  ])('%s', (_, before, status) => {
    expect(given(registered, before).when(reportingProgress('2026-04-11', '2026-05-01'))).toEqual(
      isRefused({ kind: 'not_in_this_state', status }),
    )
  })
})
