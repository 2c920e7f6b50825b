import { addDays, startOfDay } from '../../shared/domain/dates.ts'
import { firstDayOf, reportingYearOf, type ReportingYear } from '../../shared/domain/reporting-year.ts'
import { rulesOf } from '../../shared/domain/rules.ts'
import { registeredWorkingDaysLater } from './assumptions.ts'
import { callsOf, type Call } from './calls.ts'
import { stepsOf } from './life.ts'
import { randomFor } from './random.ts'
import { registrationFor } from './registration.ts'
import { sampleContext, type SampleContext, type SampleOptions } from './sample-context.ts'
import type { SampleReferral } from './sample-referral.ts'
import { timeOn } from './working-days.ts'

const referralOf = (call: Call, context: SampleContext): SampleReferral => {
  const { name, part, referredOn, sarReference, alsoElsewhere } = call
  const random = randomFor(context.seed, ...name, 'registration')
  const { organisation } = rulesOf(context.reference, part.organisation)
  const registration = registrationFor(random, sarReference, organisation, referredOn)
  const later = registration.urgent ? 0 : random.byWeight<number>(registeredWorkingDaysLater)
  const registeredOn = later === 0 ? referredOn : context.ukfiuDays.after(referredOn, later)
  const beginning = { name, part, registration, registeredOn, mayBeRedirected: !alsoElsewhere }
  return {
    registration,
    registeredAt: timeOn(random, registeredOn),
    steps: stepsOf(beginning, context),
  }
}

const yearBefore = (year: ReportingYear): ReportingYear => reportingYearOf(addDays(firstDayOf(year), -1))

/**
 * Made-up referrals from the beginning of the last reporting year that is over, so that its assessment is whole, up to
 * the evening before `today`, in the order of their referral. The same for the same seed and day; on a later day of
 * the same year it is the same with more in it.
 */
export const sampleYear = (options: SampleOptions): readonly SampleReferral[] => {
  const thisYear = reportingYearOf(options.today)
  const lastYear = yearBefore(thisYear)
  const context = sampleContext(firstDayOf(lastYear), thisYear, options)
  const end = startOfDay(options.today)
  return [lastYear, thisYear]
    .flatMap((year) => callsOf(year, context))
    .map((call) => referralOf(call, context))
    .filter(({ registeredAt }) => registeredAt < end)
    .map((referral) => ({ ...referral, steps: referral.steps.filter(({ at }) => at < end) }))
}
