import type { OutcomeContext } from '../../shared/domain/referral/outcome-rule.ts'
import { brokenOutcomeRules } from '../../shared/domain/referral/outcome-rules.ts'
import type { Outcome } from '../../shared/domain/referral/returns.ts'
import type { Random } from './random.ts'

/** The answers about proceedings, which depend on each other. */
export type Proceedings = Pick<
  Outcome,
  'proceedingType' | 'findingLevel' | 'disciplinaryAction' | 'leftBeforeConclusion' | 'barredList'
>
type Course = Omit<Proceedings, 'barredList'>

const course = (
  proceedingType: Course['proceedingType'],
  findingLevel: Course['findingLevel'],
  disciplinaryAction: Course['disciplinaryAction'],
  leftBeforeConclusion: Course['leftBeforeConclusion'] = 'no',
): Course => ({ proceedingType, findingLevel, disciplinaryAction, leftBeforeConclusion })

const noProceedings = course('none', 'not_applicable', 'none')

/** ASSUMPTION: the ways in which a misconduct investigation ends, each with how often beside the others. */
const courses: readonly (readonly [Course, number])[] = [
  [noProceedings, 14],
  [course('none', 'neither', 'none'), 3],
  [course('none', 'not_applicable', 'none', 'resigned'), 2],
  [course('misconduct_meeting', 'misconduct', 'written_warning'), 9],
  [course('misconduct_meeting', 'misconduct', 'final_written_warning'), 5],
  [course('misconduct_meeting', 'neither', 'none'), 4],
  [course('misconduct_hearing', 'gross_misconduct', 'dismissal_without_notice'), 7],
  [course('misconduct_hearing', 'gross_misconduct', 'final_written_warning'), 3],
  [course('misconduct_hearing', 'gross_misconduct', 'reduction_in_rank'), 2],
  [course('misconduct_hearing', 'gross_misconduct', 'would_have_been_dismissed', 'resigned'), 4],
  [course('misconduct_hearing', 'gross_misconduct', 'would_have_been_dismissed', 'retired'), 2],
  [course('misconduct_hearing', 'misconduct', 'final_written_warning'), 3],
  [course('misconduct_hearing', 'neither', 'none'), 2],
  [course('accelerated_misconduct_hearing', 'gross_misconduct', 'dismissal_without_notice'), 4],
  [course('accelerated_misconduct_hearing', 'gross_misconduct', 'would_have_been_dismissed', 'resigned'), 2],
  [course('vetting_regulations', 'not_applicable', 'dismissal_without_notice'), 3],
  [course('local_staff_process', 'misconduct', 'written_warning'), 8],
  [course('local_staff_process', 'gross_misconduct', 'dismissal_without_notice'), 5],
  [course('local_staff_process', 'neither', 'none'), 3],
]

/** Everything of an outcome but its proceedings. */
export type Findings = Omit<Outcome, keyof Proceedings>

/** Whoever is dismissed is put on the barred list where there is one; the rules say where. */
const barredListEntries = (dismissed: boolean): readonly Proceedings['barredList'][] =>
  dismissed ? ['yes', 'not_applicable'] : ['no', 'not_applicable']

/** With the first entry on the barred list that the domain's rules allow; undefined where they allow none. */
const completed = (findings: Findings, ways: Course, context: OutcomeContext): Outcome | undefined =>
  barredListEntries(ways.disciplinaryAction.includes('dismiss'))
    .map((barredList) => ({ ...findings, ...ways, barredList }))
    .find((outcome) => brokenOutcomeRules(outcome, context).length === 0)

/** Nobody dismisses, or gives a warning to, somebody who left long before. */
const isPlausible = ({ subjectConfirmed, disciplinaryAction }: Outcome): boolean =>
  subjectConfirmed !== 'former_personnel' ||
  ['none', 'would_have_been_dismissed'].includes(disciplinaryAction)

/** All that the rules allow; the local process only for those to whom the conduct regulations do not apply. */
const possible = (findings: Findings, context: OutcomeContext): readonly (readonly [Outcome, number])[] => {
  const allowed = courses.flatMap(([ways, weight]) => {
    const outcome = completed(findings, ways, context)
    return outcome && isPlausible(outcome) ? [[outcome, weight] as const] : []
  })
  const regulated = allowed.some(([{ proceedingType }]) => proceedingType === 'misconduct_hearing')
  return allowed.filter(([outcome]) => !regulated || outcome.proceedingType !== 'local_staff_process')
}

/**
 * The findings completed with proceedings as the domain's own rules allow them for the organisation and the subject:
 * none unless misconduct was investigated. Throws when the findings by themselves break a rule.
 */
export const withProceedings = (random: Random, findings: Findings, context: OutcomeContext): Outcome => {
  if (findings.actions.includes('misconduct_investigation'))
    return random.byWeight(possible(findings, context))
  const outcome = completed(findings, noProceedings, context)
  if (!outcome) throw new Error(`No outcome is valid with these findings: ${JSON.stringify(findings)}`)
  return outcome
}
