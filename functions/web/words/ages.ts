import { daysBetween, type LocalDate } from '../../../shared/domain/dates.ts'

const parts = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`)

/** An age in calendar days as people say it: "9 days", "5 weeks", "7 months", "1 year and 2 months". */
export const ageInWords = (days: number): string => {
  if (days < 21) return parts(days, 'day')
  if (days < 61) return parts(Math.floor(days / 7), 'week')
  const months = Math.floor(days / 30.44)
  if (months < 12) return parts(months, 'month')
  const rest = months % 12
  return parts(Math.floor(months / 12), 'year') + (rest > 0 ? ` and ${parts(rest, 'month')}` : '')
}

/**
 * How far away a due date is, counted in calendar days: "3 days overdue", "1 year and 2 months overdue", "due today",
 * "due tomorrow", "due in 12 days".
 */
export const dueInWords = (dueOn: LocalDate, today: LocalDate): string => {
  const left = daysBetween(today, dueOn)
  if (left < 0) return `${ageInWords(-left)} overdue`
  if (left === 0) return 'due today'
  return left === 1 ? 'due tomorrow' : `due in ${parts(left, 'day')}`
}
