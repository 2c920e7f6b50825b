import { daysBetween, type LocalDate } from '../../../../../shared/domain/dates.ts'
import { dueInWords } from '../../../words/ages.ts'

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

/** How far away a due date is; what is long overdue is so in weeks, months and years. */
export const dueOrAge = (dueOn: LocalDate, today: LocalDate): string =>
  dueOn < today ? `${ageInWords(daysBetween(dueOn, today))} overdue` : dueInWords(dueOn, today)

/** How old a non-response is, in bands of calendar days since its date. */
export const ageBands = [
  { code: 'to-14', from: 1, to: 14, text: 'Up to 2 weeks' },
  { code: 'to-30', from: 15, to: 30, text: '2 weeks to 1 month' },
  { code: 'to-90', from: 31, to: 90, text: '1 to 3 months' },
  { code: 'to-180', from: 91, to: 180, text: '3 to 6 months' },
  { code: 'to-365', from: 181, to: 365, text: '6 months to 1 year' },
  { code: 'over-365', from: 366, to: Number.POSITIVE_INFINITY, text: 'More than 1 year' },
] as const
export type AgeBand = (typeof ageBands)[number]

export const isInBand = ({ from, to }: AgeBand, days: number): boolean => days >= from && days <= to
