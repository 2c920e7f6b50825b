import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../shared/domain/dates.ts'
import { theService } from '../../../../shared/domain/principal.ts'
import { recordReminder } from '../../../../shared/domain/reminders/remind.ts'
import {
  after,
  changesNothing,
  given,
  givingOutcome,
  inLondon,
  leadsTo,
  reminding,
  reportingProgress,
  rulesAt,
} from '../../../support/referrals.ts'
import { dueOn, registered } from './situations.ts'

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
