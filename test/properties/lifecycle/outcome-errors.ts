import { unfitText } from './requests.ts'
import type { Card, Outcome } from './world.ts'

/** What the organisations that are played with differ in: Kent and Essex are ordinary forces, the others are not. */
const isOrdinaryForce = (organisation: string): boolean => organisation === 'kent' || organisation === 'essex'
const neverUnderRegulations = new Set(['police_staff', 'contractor', 'volunteer'])
const dismissals = new Set(['dismissal_without_notice', 'would_have_been_dismissed'])

/**
 * The fields of an outcome that break a rule between the fields, by JSON pointer, for the outcomes that are played
 * with: nobody of them holds a misconduct meeting, goes by the vetting regulations or left before the conclusion.
 */
export const outcomeErrors = (given: Outcome, { registration }: Card, today: string): readonly string[] => {
  const corrupt = given.evidenceOfCorruption === 'actual' || given.evidenceOfCorruption === 'potential'
  const hearing = given.proceedingType === 'misconduct_hearing'
  const regulated =
    isOrdinaryForce(registration.organisation) && !neverUnderRegulations.has(registration.subjectType)
  const notOurs = given.subjectConfirmed === 'not_our_personnel'
  const barredList = isOrdinaryForce(registration.organisation)
    ? given.barredList === 'yes' && !dismissals.has(given.disciplinaryAction)
    : given.barredList !== 'not_applicable'
  const broken: Readonly<Record<string, boolean>> = {
    '/rationale': given.rationale === unfitText,
    '/actions': given.actions.includes('no_action') && given.actions.length > 1,
    '/corruptionCategories': corrupt !== given.corruptionCategories.length > 0,
    '/evidenceOfCorruption': notOurs && corrupt,
    '/proceedingType': (hearing && !regulated) || (notOurs && given.proceedingType !== 'none'),
    '/disciplinaryAction':
      (hearing && given.disciplinaryAction === 'written_warning') ||
      (given.proceedingType === 'none' && given.disciplinaryAction !== 'none') ||
      given.disciplinaryAction === 'would_have_been_dismissed',
    '/findingLevel': given.proceedingType === 'none' && given.findingLevel === 'gross_misconduct',
    '/barredList': barredList,
    '/concludedOn': given.concludedOn < registration.referredOn || given.concludedOn > today,
  }
  return Object.keys(broken).filter((pointer) => broken[pointer])
}
