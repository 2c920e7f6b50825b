import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../shared/domain/dates.ts'
import { isInBand, overdueBands } from '../../../../shared/domain/referral/overdue.ts'
import {
  acknowledging,
  given,
  givingOutcome,
  registering,
  rulesAt,
  withdrawing,
} from '../../../support/referrals.ts'

const { calendar } = rulesAt('kent')
const registered = registering({ organisation: 'kent', referredOn: '2026-04-07' })
const acknowledged = given(registered, acknowledging('2026-04-08'))

const bandsOn = ({ referral }: ReturnType<typeof given>, day: string) =>
  overdueBands.filter((band) => isInBand(referral, band, localDate(day), calendar))

describe('a referral whose first return is due on 4 June', () => {
  test.each([
    ['6 working days before', '2026-05-27', []],
    ['5 working days before', '2026-05-28', ['due_soon']],
    ['the weekend before', '2026-05-31', ['due_soon']],
    ['on the day', '2026-06-04', ['due_soon']],
    ['the day after', '2026-06-05', ['overdue']],
    ['30 working days after', '2026-07-16', ['overdue']],
    ['31 working days after, the last rung of the ladder', '2026-07-17', ['overdue', 'very_overdue']],
    ['a year after', '2027-06-04', ['overdue', 'very_overdue']],
  ])('%s, %s, is %j', (_, day, bands) => {
    expect(bandsOn(acknowledged, day)).toEqual(bands)
  })
})

test('what counts is the thing now owed', () => {
  const silent = given(registered)
  expect(bandsOn(silent, '2026-05-27')).toEqual(['overdue'])
  expect(bandsOn(silent, '2026-05-28')).toEqual(['due_soon'])
})

test.each([
  ['answered', givingOutcome('2026-06-20')],
  ['withdrawn', withdrawing('2026-06-20')],
])('nothing is due of a referral that was %s', (_, change) => {
  expect(bandsOn(given(registered, change), '2027-06-04')).toEqual([])
})
