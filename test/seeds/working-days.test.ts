import { describe, expect, it } from 'vitest'
import { randomFor } from '../../seeds/sample-year/random.ts'
import { timeOn, workingDaysOf } from '../../seeds/sample-year/working-days.ts'
import { addDays, localDate, londonDate } from '../../shared/domain/dates.ts'
import { addWorkingDays } from '../../shared/domain/calendar.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'

const calendar = referenceData.calendars.scotland
const [from, to] = [localDate('2025-11-20'), localDate('2026-02-20')]
const days = workingDaysOf(calendar, from, to)

describe('the working days of a stretch', () => {
  it('are those that the calendar counts, from any day', () => {
    const starts = Array.from({ length: 40 }, (_, count) => addDays(from, count))
    expect(starts.map((start) => [days.after(start, 1), days.after(start, 12)])).toEqual(
      starts.map((start) => [addWorkingDays(calendar, start, 1), addWorkingDays(calendar, start, 12)]),
    )
  })

  it('end with the last of them, however many are asked for', () => {
    expect(days.after(from, 500)).toBe('2026-02-20')
  })

  it('are not told from a day outside it', () => {
    expect(() => days.after(localDate('2025-11-19'), 1)).toThrow(
      '2025-11-19 is not from 2025-11-20 to 2026-02-20',
    )
  })
})

describe('a time on a day', () => {
  it.each(['2026-03-29', '2026-07-01', '2026-10-25', '2026-12-31'])(
    'is in office hours in London on %s',
    (day) => {
      const random = randomFor(1, day)
      const moments = Array.from({ length: 50 }, () => timeOn(random, localDate(day)))
      const hours = moments.map((moment) =>
        new Date(moment).toLocaleTimeString('en-GB', { timeZone: 'Europe/London' }),
      )
      expect(new Set(moments.map(londonDate))).toEqual(new Set([day]))
      expect(hours.filter((hour) => hour < '09:00:00' || hour > '17:30:00')).toEqual([])
    },
  )
})
