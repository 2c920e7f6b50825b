import { daysBetween, type LocalDate } from '../../../shared/domain/dates.ts'

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** How far away a due date is, in calendar days: "3 days overdue", "due today", "due tomorrow", "due in 12 days". */
export const dueInWords = (dueOn: LocalDate, today: LocalDate): string => {
  const left = daysBetween(today, dueOn)
  if (left < 0) return `${days(-left)} overdue`
  if (left === 0) return 'due today'
  return left === 1 ? 'due tomorrow' : `due in ${days(left)}`
}
