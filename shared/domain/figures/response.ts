import { daysBetween, isLocalDate, type LocalDate } from '../dates.ts'
import type { Organisation } from '../organisation.ts'
import { countsUnder, sumUnder, type Counters, type Month } from './counters.ts'
import { wilson } from './statistics.ts'
import type { Answered, CodeCount, OrganisationFigures, ResponseCounts, Unanswered } from './summary.ts'

type Due = { readonly month: Month; readonly due: LocalDate; readonly count: number }

/** Due dates without a first return that had passed by the end of a day, each with how many referrals. */
const passed = (counters: Counters, asAt: LocalDate): Due[] =>
  countsUnder(counters, 'noReturn:').flatMap(([name, count]) => {
    const [month = '', due = ''] = name.split(':')
    return isLocalDate(due) && asAt > due ? [{ month, due, count }] : []
  })

const total = (dues: readonly Due[]): number => dues.reduce((sum, { count }) => sum + count, 0)

const answered = (
  referralsMade: number,
  returnedOnTime: number,
  returnedLate: number,
  outstanding: number,
): Answered => ({
  referralsMade,
  returnedOnTime,
  returnedLate,
  outstanding,
  notYetDue: referralsMade - returnedOnTime - returnedLate - outstanding,
})

/** The response counts as at the end of a London day. The four parts sum to the referrals made. */
export const responseCounts = (counters: Counters, asAt: LocalDate): ResponseCounts => {
  const onTime = sumUnder(counters, 'returnedOnTime:')
  const late = sumUnder(counters, 'returnedLate:')
  const outstanding = total(passed(counters, asAt))
  return {
    ...answered(sumUnder(counters, 'referralsMade:'), onTime, late, outstanding),
    responseRate: wilson(onTime + late, onTime + late + outstanding),
  }
}

/** The same for the referrals made in one month, without the rate. */
export const monthCounts = (counters: Counters, asAt: LocalDate, month: Month): Answered =>
  answered(
    counters[`referralsMade:${month}`] ?? 0,
    counters[`returnedOnTime:${month}`] ?? 0,
    counters[`returnedLate:${month}`] ?? 0,
    total(passed(counters, asAt).filter((due) => due.month === month)),
  )

/** Calendar days since a first return was first owed, in the bands that are shown. */
const ageBands = [
  { code: 'up_to_30', label: '1 to 30 days', most: 30 },
  { code: 'up_to_90', label: '31 to 90 days', most: 90 },
  { code: 'up_to_180', label: '91 to 180 days', most: 180 },
  { code: 'up_to_365', label: '181 to 365 days', most: 365 },
  { code: 'over_365', label: 'More than 365 days', most: Infinity },
] as const

/** The band that an age of one day or more falls in. */
export const ageBandOf = (age: number): (typeof ageBands)[number] =>
  ageBands.find(({ most }) => age <= most) ?? ageBands[4]

/** What is outstanding at the end of a London day, by calendar days since it was first owed. Every band is shown. */
export const outstandingByAge = (counters: Counters, asAt: LocalDate): CodeCount[] => {
  const aged = passed(counters, asAt).map((due) => ({ ...due, age: daysBetween(due.due, asAt) }))
  return ageBands.map(({ code, label }) => ({
    code,
    label,
    count: total(aged.filter(({ age }) => ageBandOf(age).code === code)),
  }))
}

/** One organisation's response, with each outstanding referral by reference and age, the oldest first. */
export const organisationFigures = (
  { code, name }: Organisation,
  counters: Counters,
  unanswered: readonly Unanswered[],
  asAt: LocalDate,
): OrganisationFigures => {
  const [oldest] = passed(counters, asAt)
    .map(({ due }) => due)
    .toSorted()
  const outstandingReferrals = unanswered
    .filter(({ firstReturnDueOn }) => asAt > firstReturnDueOn)
    .map(({ id, firstReturnDueOn }) => ({ id, daysOverdue: daysBetween(firstReturnDueOn, asAt) }))
    .toSorted((a, b) => b.daysOverdue - a.daysOverdue || (a.id < b.id ? -1 : 1))
  return {
    code,
    name,
    ...responseCounts(counters, asAt),
    oldestOutstandingDays: oldest === undefined ? null : daysBetween(oldest, asAt),
    outstandingReferrals,
  }
}
