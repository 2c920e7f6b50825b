import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  divisions,
  holidaysPassed,
  isWorkingDay,
  workingDaysBetween,
  type Division,
} from '../../../shared/domain/calendar.ts'
import { localDate } from '../../../shared/domain/dates.ts'
import { referenceData } from '../../../shared/runtime/reference-data.ts'

const calendar = (division: Division) => referenceData.calendars[division]

/** The divisions in which a day is a working day. */
const workedIn = (day: string): readonly Division[] =>
  divisions.filter((division) => isWorkingDay(calendar(division), localDate(day)))

const nowhere: readonly Division[] = []

describe('a working day is not Saturday, Sunday or a bank holiday of the division', () => {
  test.each([
    ['an ordinary Tuesday', '2026-04-07', divisions],
    ['a Saturday', '2026-04-11', nowhere],
    ['a Sunday', '2026-04-12', nowhere],
    ['Good Friday', '2026-04-03', nowhere],
    ['Easter Monday, which Scotland works', '2026-04-06', ['scotland']],
    ['the early May bank holiday', '2026-05-04', nowhere],
    ['the spring bank holiday', '2026-05-25', nowhere],
    ["England's and Northern Ireland's summer bank holiday", '2026-08-31', ['scotland']],
    ["Scotland's summer bank holiday", '2026-08-03', ['england-and-wales', 'northern-ireland']],
    ["New Year's Day", '2026-01-01', nowhere],
    ["Scotland's 2 January", '2026-01-02', ['england-and-wales', 'northern-ireland']],
    [
      '2 January 2027 is a Saturday: Scotland gets the Monday',
      '2027-01-04',
      ['england-and-wales', 'northern-ireland'],
    ],
    ["St Andrew's Day", '2026-11-30', ['england-and-wales', 'northern-ireland']],
    [
      "St Andrew's Day 2025 was a Sunday: the Monday",
      '2025-12-01',
      ['england-and-wales', 'northern-ireland'],
    ],
    ["St Patrick's Day", '2026-03-17', ['england-and-wales', 'scotland']],
    ["St Patrick's Day 2024 was a Sunday: the Monday", '2024-03-18', ['england-and-wales', 'scotland']],
    ['12 July', '2027-07-12', ['england-and-wales', 'scotland']],
    ['12 July 2026 is a Sunday: the Monday', '2026-07-13', ['england-and-wales', 'scotland']],
  ])('%s, %s', (_, day, expected) => {
    expect(workedIn(day)).toEqual(expected)
  })
})

describe('holidays that came once, which no rule foretells', () => {
  test.each([
    ["the Queen's Platinum Jubilee", '2022-06-03', nowhere],
    ['the spring bank holiday moved to go with it', '2022-06-02', nowhere],
    ['and so its usual Monday was worked', '2022-05-30', divisions],
    ["Queen Elizabeth's funeral", '2022-09-19', nowhere],
    ["King Charles's coronation", '2023-05-08', nowhere],
    ["Scotland's World Cup holiday", '2026-06-15', ['england-and-wales', 'northern-ireland']],
  ])('%s, %s', (_, day, expected) => {
    expect(workedIn(day)).toEqual(expected)
  })
})

describe('Christmas, when its days fall on a weekend', () => {
  test.each([
    ['2021-22: New Year on a Saturday', '2022-01-03', nowhere],
    ['2022: Christmas Day was a Sunday, so Tuesday', '2022-12-27', nowhere],
    ['2022: Boxing Day on the Monday itself', '2022-12-26', nowhere],
    ['2026: Boxing Day is a Saturday, so Monday', '2026-12-28', nowhere],
    ['2026: and Tuesday is worked', '2026-12-29', divisions],
    ['2027: Christmas Day is a Saturday, so Monday', '2027-12-27', nowhere],
    ['2027: Boxing Day is a Sunday, so Tuesday', '2027-12-28', nowhere],
    ['2027: Christmas Eve is worked', '2027-12-24', divisions],
  ])('%s, %s', (_, day, expected) => {
    expect(workedIn(day)).toEqual(expected)
  })
})

const passed = (division: Division, from: string, to: string) =>
  holidaysPassed(calendar(division), localDate(from), localDate(to))

describe('counting working days: the day itself is day zero', () => {
  test.each([
    ['over Easter', '2026-03-24', 10, ['2026-04-09', '2026-04-08', '2026-04-09']],
    ['over Christmas and New Year', '2025-12-19', 10, ['2026-01-07', '2026-01-08', '2026-01-07']],
    ['over a substitute Boxing Day', '2026-12-18', 10, ['2027-01-06', '2027-01-07', '2027-01-06']],
    ['over both substitutes', '2027-12-20', 10, ['2028-01-06', '2028-01-07', '2028-01-06']],
    ["over St Andrew's Day", '2026-11-27', 2, ['2026-12-01', '2026-12-02', '2026-12-01']],
    ["over St Patrick's Day", '2026-03-13', 2, ['2026-03-17', '2026-03-17', '2026-03-18']],
    ['over 12 July', '2026-07-08', 5, ['2026-07-15', '2026-07-15', '2026-07-16']],
    ["over the Queen's funeral", '2022-09-12', 10, ['2022-09-27', '2022-09-27', '2022-09-27']],
    ['over the coronation', '2023-04-28', 10, ['2023-05-16', '2023-05-16', '2023-05-16']],
    ['over two days of the Jubilee', '2022-05-27', 10, ['2022-06-14', '2022-06-14', '2022-06-14']],
    ['the whole first-return clock', '2026-06-01', 40, ['2026-07-27', '2026-07-28', '2026-07-28']],
    ['from a Saturday', '2026-04-11', 10, ['2026-04-24', '2026-04-24', '2026-04-24']],
    ['the clocks going forward make no day', '2026-03-27', 1, ['2026-03-30', '2026-03-30', '2026-03-30']],
    ['nor do they going back', '2026-10-23', 1, ['2026-10-26', '2026-10-26', '2026-10-26']],
    ['backwards over Easter', '2026-04-09', -5, ['2026-03-31', '2026-04-01', '2026-03-31']],
    ['none at all', '2026-04-11', 0, ['2026-04-11', '2026-04-11', '2026-04-11']],
  ])('%s: %s and %i', (_, from, days, expected) => {
    const due = divisions.map((division) => addWorkingDays(calendar(division), localDate(from), days))
    expect(due).toEqual(expected)
  })

  test.each([
    ['the same day', '2026-04-07', '2026-04-07', 0],
    ['the next day', '2026-04-07', '2026-04-08', 1],
    ['Friday to Monday', '2026-04-10', '2026-04-13', 1],
    ['Friday to Sunday', '2026-04-10', '2026-04-12', 0],
    ['over Easter', '2026-04-02', '2026-04-07', 1],
    ['backwards counts nothing', '2026-04-08', '2026-04-07', 0],
  ])('between: %s', (_, from, to, expected) => {
    expect(workingDaysBetween(calendar('england-and-wales'), localDate(from), localDate(to))).toBe(expected)
  })

  test('the holidays that a count passed over are named, and not those that fall on a weekend', () => {
    expect(passed('england-and-wales', '2026-03-24', '2026-04-09')).toEqual(['2026-04-03', '2026-04-06'])
    expect(passed('scotland', '2026-03-24', '2026-04-08')).toEqual(['2026-04-03'])
    expect(passed('northern-ireland', '2026-04-07', '2026-04-21')).toEqual([])
  })
})
