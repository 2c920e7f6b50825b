import { describe, expect, test } from 'vitest'
import {
  addDays,
  dayOfWeek,
  daysBetween,
  instantAt,
  inWords,
  isInstant,
  isLocalDate,
  localDate,
  londonDate,
} from '../../../shared/domain/dates.ts'
import { inLondon } from '../../support/referrals.ts'

const moment = (utc: string) => instantAt(Date.parse(utc))

describe('a day', () => {
  test.each(['2026-04-07', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(isLocalDate(text)).toBe(true)
    expect(localDate(text)).toBe(text)
  })

  test.each([
    ['30 February', '2026-02-30'],
    ['29 February of a common year', '2026-02-29'],
    ['29 February of 1900', '1900-02-29'],
    ['31 April', '2026-04-31'],
    ['month 13', '2026-13-01'],
    ['month 0', '2026-00-10'],
    ['day 0', '2026-04-00'],
    ['one digit', '2026-4-7'],
    ['as the British write it', '07/04/2026'],
    ['without hyphens', '20260407'],
    ['with a time', '2026-04-07T00:00:00Z'],
    ['with a calendar', '2026-04-07[u-ca=gregory]'],
    ['with a line break', '2026-04-07\n'],
    ['a space before', ' 2026-04-07'],
    ['six-digit years', '+002026-04-07'],
    ['digits of another script', '٢٠٢٦-٠٤-٠٧'],
    ['nothing', ''],
  ])('is refused: %s', (_, text) => {
    expect(isLocalDate(text)).toBe(false)
    expect(() => localDate(text)).toThrow(RangeError)
  })

  test('is told in words without its clock', () => {
    expect(inWords(localDate('2026-04-07'))).toBe('7 April 2026')
  })

  test('compares as text in the order of time', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-09-30', '2026-10-01'].map(localDate)
    expect(days.toSorted()).toEqual(days)
  })
})

describe('a moment', () => {
  test.each(['2026-04-07T09:00:00.000Z', '2024-02-29T23:59:59.999Z'])('%s is one', (text) => {
    expect(isInstant(text)).toBe(true)
  })

  test.each([
    ['30 February', '2026-02-30T09:00:00.000Z'],
    ['hour 24', '2026-04-07T24:00:00.000Z'],
    ['a leap second', '2016-12-31T23:59:60.000Z'],
    ['no milliseconds, which would compare wrongly as text', '2026-04-07T09:00:00Z'],
    ['microseconds', '2026-04-07T09:00:00.000000Z'],
    ['an offset', '2026-04-07T10:00:00.000+01:00'],
    ['small letters', '2026-04-07t09:00:00.000z'],
    ['a day', '2026-04-07'],
  ])('is not: %s', (_, text) => {
    expect(isInstant(text)).toBe(false)
  })
})

describe('the day it is in London', () => {
  test.each([
    ['in winter midnight is midnight UTC', '2026-01-15T00:00:00Z', '2026-01-15'],
    ['one millisecond before', '2026-01-14T23:59:59.999Z', '2026-01-14'],
    ['in summer the day begins at 23:00 UTC', '2026-06-15T23:00:00Z', '2026-06-16'],
    ['and not before', '2026-06-15T22:59:59.999Z', '2026-06-15'],
    ['half past eleven on a summer evening is still that day', '2026-06-15T22:30:00Z', '2026-06-15'],
    [
      'half past midnight in summer is the next, though UTC says the day before',
      '2026-06-15T23:30:00Z',
      '2026-06-16',
    ],
    ['on the day the clocks go forward it begins at 00:00 UTC', '2026-03-29T00:00:00Z', '2026-03-29'],
    ['and ends at 23:00 UTC, after 23 hours', '2026-03-29T23:00:00Z', '2026-03-30'],
    ['on the day the clocks go back it begins at 23:00 UTC', '2026-10-24T23:00:00Z', '2026-10-25'],
    ['and ends at 00:00 UTC, after 25 hours', '2026-10-25T23:59:59.999Z', '2026-10-25'],
    ['the reporting year turns at midnight in London, by then summer', '2026-03-31T23:00:00Z', '2026-04-01'],
    ['and not before', '2026-03-31T22:59:59.999Z', '2026-03-31'],
  ])('%s', (_, utc, day) => {
    expect(londonDate(moment(utc))).toBe(day)
  })

  test('the same hour told twice, when the clocks go back, is one day', () => {
    expect(londonDate(moment('2026-10-25T00:30:00Z'))).toBe('2026-10-25')
    expect(londonDate(moment('2026-10-25T01:30:00Z'))).toBe('2026-10-25')
  })

  test("the tests' own clock agrees with offsets known from elsewhere", () => {
    expect(inLondon('2026-06-15', '23:30')).toBe('2026-06-15T22:30:00.000Z')
    expect(inLondon('2026-01-15', '23:30')).toBe('2026-01-15T23:30:00.000Z')
  })
})

describe('counting days', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-10-24', 1, '2026-10-25'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2025-04-01', 365, '2026-04-01'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(localDate(from), days)).toBe(to)
    expect(daysBetween(localDate(from), localDate(to))).toBe(days)
  })

  test('weeks begin on Monday', () => {
    expect(['2026-04-06', '2026-04-11', '2026-04-12'].map((day) => dayOfWeek(localDate(day)))).toEqual([
      1, 6, 7,
    ])
  })
})
