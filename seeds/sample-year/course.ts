import type { LocalDate } from '../../shared/domain/dates.ts'
import { addDays } from '../../shared/domain/dates.ts'
import type { Clocks, ResponsePolicy } from '../../shared/domain/response-policy.ts'
import { corrected } from './answer-assumptions.ts'
import {
  afterReportShares,
  answersByReport,
  lateByAtMost,
  nextUpdate,
  soonestAnswer,
  type Responsiveness,
} from './assumptions.ts'
import type { Random } from './random.ts'
import type { WorkingDays } from './working-days.ts'

/** What an organisation does about a referral, and on which day. */
export type Happening = { readonly on: LocalDate } & (
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'report_progress'; readonly nextUpdateOn: LocalDate }
  | { readonly kind: 'give_outcome'; readonly correctedOn?: LocalDate | undefined }
)

/** What the days of a course are counted from. */
export type CourseContext = {
  readonly referredOn: LocalDate
  readonly registeredOn: LocalDate
  readonly habit: Responsiveness
  readonly clocks: Clocks
  readonly policy: ResponsePolicy
  readonly days: WorkingDays
}

/** The day so many working days after the referral, and never before the working day after it was registered. */
const dayAfterReferral = ({ referredOn, registeredOn, days }: CourseContext, count: number): LocalDate => {
  const [wanted, earliest] = [days.after(referredOn, count), days.after(registeredOn, 1)]
  return wanted < earliest ? earliest : wanted
}

const acknowledgements = (random: Random, context: CourseContext): Happening[] => {
  const { habit, clocks } = context
  if (!random.happens(habit.acknowledges)) return []
  const count = random.happens(habit.acknowledgesInTime)
    ? random.whole(1, clocks.acknowledgement)
    : random.whole(clocks.acknowledgement + 1, clocks.firstReturn)
  return [{ kind: 'acknowledge', on: dayAfterReferral(context, count) }]
}

/** Assumption: answers in time come towards the end of it, late ones mostly not long after. */
const firstReturnOn = (random: Random, context: CourseContext): LocalDate | undefined => {
  const { habit, clocks } = context
  if (!random.happens(habit.answers)) return undefined
  const soonest = Math.ceil(clocks.firstReturn * soonestAnswer)
  const inTime = () => random.whole(soonest, clocks.firstReturn)
  const lateBy = () => random.whole(1, lateByAtMost)
  const count = random.happens(habit.answersInTime)
    ? Math.max(inTime(), inTime())
    : clocks.firstReturn + Math.min(lateBy(), lateBy())
  return dayAfterReferral(context, count)
}

const outcome = (random: Random, { days }: CourseContext, on: LocalDate): Happening => ({
  kind: 'give_outcome',
  on,
  correctedOn: random.happens(corrected.share)
    ? days.after(on, random.whole(corrected.soonest, corrected.latest))
    : undefined,
})

/** A report, and what comes after it: nothing, another report or the outcome, by the day it named or late. */
const reports = (random: Random, context: CourseContext, on: LocalDate, more: number): Happening[] => {
  const { days, policy } = context
  const wait = random.whole(nextUpdate.soonest, nextUpdate.latest)
  const [wanted, latest] = [days.after(on, wait), addDays(on, policy.nextUpdateWithinDays)]
  const nextUpdateOn = wanted < latest ? wanted : latest
  const report: Happening = { kind: 'report_progress', on, nextUpdateOn }
  const inTime = days.after(on, wait - random.whole(0, nextUpdate.soonest - 1))
  switch (random.byShare(afterReportShares)) {
    case 'outcome_in_time':
      return [report, outcome(random, context, inTime)]
    case 'outcome_late':
      return [
        report,
        outcome(random, context, days.after(on, wait + random.whole(1, nextUpdate.lateByAtMost))),
      ]
    case 'another_report':
      return more > 0 ? [report, ...reports(random, context, inTime, more - 1)] : [report]
    case 'silence':
      return [report]
  }
}

/** How an organisation deals with a referral, in the order of the days. A return needs no acknowledgement first. */
export const courseOf = (random: Random, context: CourseContext): readonly Happening[] => {
  const acknowledged = acknowledgements(random, context)
  const first = firstReturnOn(random, context)
  if (first === undefined) return acknowledged
  const returns = random.happens(answersByReport)
    ? reports(random, context, first, 2)
    : [outcome(random, context, first)]
  return [...acknowledged.filter(({ on }) => on < first), ...returns]
}
