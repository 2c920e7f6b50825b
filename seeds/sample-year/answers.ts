import type { SubjectConfirmation } from '../../shared/domain/codes.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import type { Registration } from '../../shared/domain/referral/registration.ts'
import { acknowledgementFor } from './acknowledgement.ts'
import { correctionOf } from './correction.ts'
import type { Happening } from './course.ts'
import { outcomeFor } from './outcome.ts'
import { progressReportFor } from './progress.ts'
import type { Random } from './random.ts'
import type { SampleStep } from './sample-referral.ts'
import { timeOn, type WorkingDays } from './working-days.ts'

export type AnswersContext = {
  /** Draws for one part of the referral, by its name. */
  readonly random: (part: string) => Random
  readonly registration: Registration
  readonly organisation: Organisation
  readonly days: WorkingDays
  /** Whose the subject will turn out to be, which all answers must fit. */
  readonly confirmed: SubjectConfirmation
}

type Giving = Extract<Happening, { kind: 'give_outcome' }>

const outcomesOf = ({ on, correctedOn }: Giving, context: AnswersContext): SampleStep[] => {
  const { registration, organisation, confirmed } = context
  const given = context.random('outcome')
  const outcome = outcomeFor(given, confirmed, { registration, organisation, today: on })
  const step: SampleStep = { at: timeOn(given, on), kind: 'give_outcome', outcome }
  if (correctedOn === undefined) return [step]
  const changed = context.random('correction')
  const correction = correctionOf(changed, registration.subjectType, outcome)
  return [step, { at: timeOn(changed, correctedOn), kind: 'give_outcome', outcome: correction }]
}

const stepsOf = (
  happening: Happening,
  place: number,
  isFirstReturn: boolean,
  context: AnswersContext,
): SampleStep[] => {
  const { registration, days, confirmed } = context
  switch (happening.kind) {
    case 'acknowledge': {
      const random = context.random('acknowledgement')
      const acknowledgement = acknowledgementFor(random, confirmed, happening.on, days)
      return [{ at: timeOn(random, happening.on), kind: 'acknowledge', acknowledgement }]
    }
    case 'report_progress': {
      const random = context.random(`report ${place}`)
      const report = progressReportFor(
        random,
        registration.subjectType,
        happening.nextUpdateOn,
        isFirstReturn,
      )
      return [{ at: timeOn(random, happening.on), kind: 'report_progress', report }]
    }
    case 'give_outcome':
      return outcomesOf(happening, context)
  }
}

/** What an organisation says in the course of a referral, in the order of time. */
export const answersOf = (course: readonly Happening[], context: AnswersContext): readonly SampleStep[] => {
  const first = course.findIndex(({ kind }) => kind !== 'acknowledge')
  return course.flatMap((happening, place) => stepsOf(happening, place, place === first, context))
}
