import { daysBetween, isLocalDate, type LocalDate } from '../dates.ts'
import type { Organisation } from '../organisation.ts'
import { countOf, countsUnder, type Counters } from './counters.ts'
import { wilson } from './statistics.ts'
import type { OrganisationFigures, ResponseCounts, Unanswered } from './summary.ts'

/** Due dates without a first return that had passed by the end of a day, each with how many referrals. */
const passed = (counters: Counters, asAt: LocalDate): { due: LocalDate; count: number }[] =>
  countsUnder(counters, 'noReturn:').flatMap(([due, count]) =>
    isLocalDate(due) && asAt > due ? [{ due, count }] : [],
  )

/** The response counts as at the end of a London day. The four parts sum to the referrals made. */
export const responseCounts = (counters: Counters, asAt: LocalDate): ResponseCounts => {
  const referralsMade = countOf(counters, 'referralsMade')
  const returnedOnTime = countOf(counters, 'returnedOnTime')
  const returnedLate = countOf(counters, 'returnedLate')
  const outstanding = passed(counters, asAt).reduce((sum, { count }) => sum + count, 0)
  const returned = returnedOnTime + returnedLate
  const notYetDue = referralsMade - returned - outstanding
  const responseRate = wilson(returned, returned + outstanding)
  return { referralsMade, returnedOnTime, returnedLate, outstanding, notYetDue, responseRate }
}

/** One organisation's response, with each outstanding referral by reference and age, the oldest first. */
export const organisationFigures = (
  { code, name }: Organisation,
  counters: Counters,
  unanswered: readonly Unanswered[],
  asAt: LocalDate,
): OrganisationFigures => {
  const ages = passed(counters, asAt).map(({ due }) => daysBetween(due, asAt))
  const outstandingReferrals = unanswered
    .filter(({ firstReturnDueOn }) => asAt > firstReturnDueOn)
    .map(({ id, firstReturnDueOn }) => ({ id, daysOverdue: daysBetween(firstReturnDueOn, asAt) }))
    .toSorted((a, b) => b.daysOverdue - a.daysOverdue || (a.id < b.id ? -1 : 1))
  return {
    code,
    name,
    ...responseCounts(counters, asAt),
    oldestOutstandingDays: ages.length > 0 ? Math.max(...ages) : null,
    outstandingReferrals,
  }
}
