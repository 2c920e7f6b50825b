import { expect, test } from 'vitest'
import { addDays, localDate } from '../../../shared/domain/dates.ts'
import { unusedOn } from '../../../shared/domain/unused-accounts.ts'

const today = localDate('2026-06-01')
const usedDaysAgo = (days: number) => ({ days, lastOn: addDays(today, -days) })
const unusedAmong = (...days: readonly number[]) => {
  const { accounts, ...rest } = unusedOn(days.map(usedDaysAgo), today)
  return { ...rest, days: accounts.map((account) => account.days) }
}

test('an account is listed from its ninetieth day without use until half a year is over, the longest first', () => {
  expect(unusedAmong(0, 89, 90, 179, 180, 400)).toMatchObject({ days: [179, 90] })
})

test('those that the list of a week ago did not have are counted, each in one week only', () => {
  const weeks = Array.from({ length: 26 }, (_, week) => unusedAmong(week * 7 + 3).newly)
  expect(weeks.filter((newly) => newly === 1)).toHaveLength(1)
  expect(unusedAmong(90, 96, 97)).toMatchObject({ newly: 2 })
})

test('says for how many days nobody has signed in', () => {
  expect(unusedAmong(100, 15)).toMatchObject({ quietDays: 15 })
  expect(unusedAmong()).toEqual({ days: [], newly: 0, quietDays: undefined })
})
