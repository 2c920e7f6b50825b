import { describe, expect, test } from 'vitest'
import { localDate, londonDate } from '../../../shared/domain/dates.ts'
import {
  cutOffOf,
  firstDayOf,
  isReportingYear,
  lastDayOf,
  monthsOf,
  reportingYearOf,
} from '../../../shared/domain/reporting-year.ts'
import { inLondon } from '../../support/referrals.ts'

describe('a reporting year runs from 1 April to 31 March', () => {
  test.each([
    ['2025-03-31', '2024-25'],
    ['2025-04-01', '2025-26'],
    ['2025-12-31', '2025-26'],
    ['2026-01-01', '2025-26'],
    ['2026-03-31', '2025-26'],
    ['2026-04-01', '2026-27'],
    ['2024-02-29', '2023-24'],
    ['1999-04-01', '1999-00'],
    ['2000-03-31', '1999-00'],
    ['2008-04-01', '2008-09'],
  ])('%s is in %s', (day, year) => {
    expect(reportingYearOf(localDate(day))).toBe(year)
  })

  test('its months, April first', () => {
    expect(monthsOf(reportingYearOf(localDate('1999-06-01')))).toEqual([
      '1999-04',
      '1999-05',
      '1999-06',
      '1999-07',
      '1999-08',
      '1999-09',
      '1999-10',
      '1999-11',
      '1999-12',
      '2000-01',
      '2000-02',
      '2000-03',
    ])
  })

  test('its first day, last day and cut-off', () => {
    const year = reportingYearOf(localDate('2025-06-01'))
    expect([firstDayOf(year), lastDayOf(year), cutOffOf(year)]).toEqual([
      '2025-04-01',
      '2026-03-31',
      '2026-04-30',
    ])
  })

  test('its cut-off is the one that the UKFIU has set, where it has', () => {
    const set = { '2025-26': localDate('2026-05-15') }
    expect(cutOffOf(reportingYearOf(localDate('2025-06-01')), set)).toBe('2026-05-15')
    expect(cutOffOf(reportingYearOf(localDate('2026-06-01')), set)).toBe('2027-04-30')
  })

  test('its last and its next first day are neighbours in no other year', () => {
    expect(reportingYearOf(lastDayOf(reportingYearOf(localDate('2025-04-01'))))).toBe('2025-26')
    expect(reportingYearOf(firstDayOf(reportingYearOf(localDate('2026-03-31'))))).toBe('2025-26')
  })

  test('it turns at midnight in London, which is 23:00 UTC by then', () => {
    expect(reportingYearOf(londonDate(inLondon('2026-03-31', '23:59')))).toBe('2025-26')
    expect(reportingYearOf(londonDate(inLondon('2026-04-01', '00:00')))).toBe('2026-27')
  })
})

describe('how a reporting year is written', () => {
  test.each(['2025-26', '1999-00', '2009-10'])('%s', (text) => {
    expect(isReportingYear(text)).toBe(true)
  })

  test.each([
    '2025',
    '2025-25',
    '2025-27',
    '2025-2026',
    '2025/26',
    '25-26',
    '2025-6',
    ' 2025-26',
    '2025-26\n',
    '0541-42',
    '9999-00',
    '',
  ])('not %j', (text) => {
    expect(isReportingYear(text)).toBe(false)
  })
})
