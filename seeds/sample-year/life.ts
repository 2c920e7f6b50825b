import { londonDate, type LocalDate } from '../../shared/domain/dates.ts'
import type { Registration } from '../../shared/domain/referral/registration.ts'
import { rulesOf } from '../../shared/domain/rules.ts'
import { answersOf } from './answers.ts'
import { responsiveness } from './assumptions.ts'
import { courseOf } from './course.ts'
import { moves } from './move-assumptions.ts'
import { redirectionAfter, withExtension, withWithdrawal } from './moves.ts'
import { confirmationOf } from './outcome.ts'
import type { Part } from './parts.ts'
import { randomFor } from './random.ts'
import { isAgency } from './registration.ts'
import type { SampleContext } from './sample-context.ts'
import type { SampleStep } from './sample-referral.ts'

/** A registered referral that is about to be lived through. */
export type Beginning = {
  /** Its own in the sample: its draws go by it. */
  readonly name: readonly string[]
  readonly part: Part
  readonly registration: Registration
  readonly registeredOn: LocalDate
  /** Whether it may be passed on: not when another organisation has the same SAR, which might be the one. */
  readonly mayBeRedirected: boolean
}

type Steps = readonly SampleStep[]

/** Assumption: the organisations that get more referrals get more of those passed on, among those of one kind. */
const redirectedTo = ({ name, part }: Beginning, { seed, reference, parts }: SampleContext): Part => {
  const agency = (code: string) => isAgency(rulesOf(reference, code).organisation)
  const others = parts.filter(
    ({ organisation }) =>
      organisation !== part.organisation && agency(organisation) === agency(part.organisation),
  )
  return randomFor(seed, ...name, 'redirected to').byWeight(
    others.map((other) => [other, other.referralsAYear]),
  )
}

/** Passed on after the answer that the subject is somebody else's, and lived through again by the other organisation. */
const withRedirection = (steps: Steps, beginning: Beginning, context: SampleContext): Steps => {
  const random = randomFor(context.seed, ...beginning.name, 'redirection')
  const answer = steps.findIndex((step) => step.kind === 'give_outcome')
  const answered = steps[answer]
  if (!answered || !beginning.mayBeRedirected || !random.happens(moves.redirected)) return steps
  const part = redirectedTo(beginning, context)
  const { on, step } = redirectionAfter(random, londonDate(answered.at), part.organisation, context.ukfiuDays)
  const registration = { ...beginning.registration, organisation: part.organisation, referredOn: on }
  const name = [...beginning.name, 'passed on']
  const onward = { name, part, registration, registeredOn: on, mayBeRedirected: false }
  return [...steps.slice(0, answer + 1), step, ...stepsOf(onward, context)]
}

/** Everything that happens to a referral after it is registered, in the order of time. */
export const stepsOf = (beginning: Beginning, context: SampleContext): Steps => {
  const { name, part, registration, registeredOn } = beginning
  const random = (about: string) => randomFor(context.seed, ...name, about)
  const { organisation, policy, calendar } = rulesOf(context.reference, part.organisation)
  const days = context.days[calendar.division]
  const { referredOn, urgent } = registration
  const clocks = urgent ? policy.clocks.urgent : policy.clocks.standard
  const timing = { referredOn, registeredOn, habit: responsiveness[part.habit], clocks, policy, days }
  const course = courseOf(random('course'), timing)
  const confirmed = confirmationOf(random('confirmation'), registration)
  const answers = answersOf(course, { random, registration, organisation, days, confirmed })
  const due = days.after(referredOn, clocks.firstReturn)
  const extended = withExtension(random('extension'), answers, days, due)
  const kept = withWithdrawal(random('withdrawal'), extended, context.ukfiuDays, registeredOn)
  const isOver = kept.some(({ kind }) => kind === 'withdraw')
  return confirmed === 'not_our_personnel' && !isOver ? withRedirection(kept, beginning, context) : kept
}
