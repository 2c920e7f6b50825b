import bankHolidays from '../../../seeds/bank-holidays.json' with { type: 'json' }

/** Counted here day by day on plain dates, so that the service's own counting is not what it is compared with. */

type Division = keyof typeof bankHolidays
const day = 86_400_000

const shift = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * day).toISOString().slice(0, 10)

const isHoliday = (division: Division, date: string): boolean =>
  bankHolidays[division].events.some((event) => event.date === date)

const isWorkingDay = (division: Division, date: string): boolean => {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !isHoliday(division, date)
}

export const plusWorkingDays = (division: Division, date: string, count: number): string => {
  let left = Math.abs(count)
  let at = date
  while (left > 0) {
    at = shift(at, Math.sign(count))
    if (isWorkingDay(division, at)) left -= 1
  }
  return at
}

export const workingDaysFrom = (division: Division, from: string, to: string): number => {
  let count = 0
  for (let at = shift(from, 1); at <= to; at = shift(at, 1)) if (isWorkingDay(division, at)) count += 1
  return count
}

export const calendarDays = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / day
