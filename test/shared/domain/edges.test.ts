import { expect, test } from 'vitest'
import { localDate } from '../../../shared/domain/dates.ts'
import { wilson } from '../../../shared/domain/figures/statistics.ts'
import { reminderDueOn } from '../../../shared/domain/reminders/ladder.ts'
import {
  acknowledging,
  extending,
  given,
  recalculating,
  registering,
  reminding,
  rulesAt,
} from '../../support/referrals.ts'

const kent = rulesAt('kent')
const registered = registering({ organisation: 'kent', referredOn: '2026-04-07' })

test('what is owed no longer is not reminded of, whatever steps the policy file has', () => {
  const ladder = kent.policy.ladder.map((step) =>
    step.rung === 'due_soon' ? { ...step, when: { kind: 'from_due_date', workingDays: -3 } as const } : step,
  )
  const { referral, owes } = given(registered, reminding('2026-04-08'))
  expect(owes('2026-05-28')).toMatchObject({ what: 'first_return', overdue: false })
  const rules = { ...kent, policy: { ...kent.policy, ladder } }
  expect(reminderDueOn(referral, localDate('2026-05-28'), rules)).toBeUndefined()
})

test('a changed calendar does not make an acknowledgement owed again', () => {
  const putOff = given(registered, extending('2026-05-28', 20))
  const holidays = new Map([
    ...kent.calendar.holidays,
    [localDate('2026-06-10'), 'A day for everybody'] as const,
  ])
  const changed = { ...kent, calendar: { ...kent.calendar, version: 'announced', holidays } }
  expect(putOff.and(recalculating('2026-05-29', changed)).owes('2026-05-29')).toMatchObject({
    what: 'first_return',
  })
})

test('a local reference carries no identity either', () => {
  const acknowledged = given(registered).when(
    acknowledging('2026-04-08', { localReference: 'j.bloggs@mail.example' }),
  )
  expect(acknowledged.ok).toBe(false)
})

test('the same extension sent again on a day puts the date off once', () => {
  const once = given(registered, extending('2026-04-20', 5))
  expect(once.when(extending('2026-04-20', 5))).toEqual({ ok: true, value: undefined })
})

test('no answers give an interval that begins at nought exactly, and all answers one that ends at one', () => {
  expect(wilson(0, 9)?.low).toBe(0)
  expect(wilson(9, 9)?.high).toBe(1)
})
