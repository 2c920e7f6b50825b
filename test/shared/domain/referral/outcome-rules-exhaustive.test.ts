import { describe, expect, test } from 'vitest'
import {
  barredListEntries,
  codesOf,
  disciplinaryActions,
  findingLevels,
  proceedingTypes,
} from '../../../../shared/domain/codes.ts'
import { localDate } from '../../../../shared/domain/dates.ts'
import { brokenOutcomeRules } from '../../../../shared/domain/referral/outcome-rules.ts'
import type { OutcomeContext } from '../../../../shared/domain/referral/outcome-rule.ts'
import type { Outcome } from '../../../../shared/domain/referral/returns.ts'
import { anOutcome, aRegistration, rulesAt } from '../../../support/referrals.ts'

const today = localDate('2026-06-01')

const among = (value: string, list: string) => list.split(' ').includes(value)

/** The rules about proceedings, written a second time: as a reader of the domain would check an answer by hand. */
const keepsTheRules = (outcome: Outcome, { organisation, registration }: OutcomeContext): boolean => {
  const { proceedingType: route, findingLevel: finding, disciplinaryAction: action } = outcome
  const byRoute: Readonly<Record<string, () => boolean>> = {
    none: () => among(finding, 'not_applicable neither') && action === 'none',
    misconduct_meeting: () =>
      among(finding, 'misconduct neither') && among(action, 'none written_warning final_written_warning'),
    misconduct_hearing: () => hearing(),
    accelerated_misconduct_hearing: () => hearing(),
    vetting_regulations: () => outcome.concludedOn >= '2025-05-14',
    local_staff_process: () => true,
  }
  const hearing = () => {
    if (finding === 'gross_misconduct') return !among(action, 'none written_warning')
    if (finding === 'misconduct') return !among(action, 'none would_have_been_dismissed')
    return finding === 'neither' && action === 'none'
  }
  const regulated =
    organisation.conductRegulations && !among(registration.subjectType, 'police_staff contractor volunteer')
  const dismissal = among(action, 'dismissal_without_notice would_have_been_dismissed')
  const leftOrFormer =
    outcome.leftBeforeConclusion !== 'no' || outcome.subjectConfirmed === 'former_personnel'
  const barred = organisation.barredList
    ? outcome.barredList !== 'yes' || dismissal
    : outcome.barredList === 'not_applicable'
  return (
    byRoute[route]?.() === true &&
    (action !== 'would_have_been_dismissed' || leftOrFormer) &&
    (regulated || among(route, 'none local_staff_process')) &&
    (outcome.subjectConfirmed !== 'not_our_personnel' || route === 'none') &&
    barred
  )
}

function* everyOutcome(): Generator<Outcome> {
  const base = anOutcome({ concludedOn: '2025-05-14' })
  for (const proceedingType of codesOf(proceedingTypes))
    for (const findingLevel of codesOf(findingLevels))
      for (const disciplinaryAction of codesOf(disciplinaryActions))
        for (const leftBeforeConclusion of ['no', 'resigned'] as const)
          for (const subjectConfirmed of [
            'current_personnel',
            'former_personnel',
            'not_our_personnel',
          ] as const)
            for (const barredList of codesOf(barredListEntries))
              for (const concludedOn of [localDate('2025-05-13'), base.concludedOn])
                yield {
                  ...base,
                  proceedingType,
                  findingLevel,
                  disciplinaryAction,
                  leftBeforeConclusion,
                  subjectConfirmed,
                  barredList,
                  concludedOn,
                }
}

const outcomes = [...everyOutcome()]

const contextOf = (organisation: string, subjectType: string): OutcomeContext => ({
  registration: aRegistration({ organisation, subjectType, referredOn: '2025-04-01' }),
  organisation: rulesAt(organisation).organisation,
  today,
})

const contexts = [
  ['police_officer', 'kent'],
  ['police_staff', 'kent'],
  ['police_officer', 'psni'],
] as const

describe.each(contexts)('of every answer about a %s at %s', (subjectType, organisation) => {
  const context = contextOf(organisation, subjectType)
  const judged = outcomes.map((outcome) => ({ outcome, errors: brokenOutcomeRules(outcome, context) }))

  test('exactly those are refused that break a rule', () => {
    const misjudged = judged.filter(
      ({ outcome, errors }) => (errors.length === 0) !== keepsTheRules(outcome, context),
    )
    expect(misjudged).toEqual([])
  })

  test('whoever does what a message says is not told the same again', () => {
    const ignored = judged.flatMap(({ outcome, errors }) =>
      errors.slice(0, 1).filter(({ pointer, detail }) => {
        const advised = /must be (\w+)/.exec(detail)?.[1]
        if (advised === undefined) return false
        const corrected = brokenOutcomeRules({ ...outcome, [pointer.slice(1)]: advised }, context)
        return corrected.some((error) => error.detail === detail)
      }),
    )
    expect(ignored).toEqual([])
  })

  test('some can be given', () => {
    expect(judged.some(({ errors }) => errors.length === 0)).toBe(true)
    expect(judged).toHaveLength(6 * 4 * 6 * 2 * 3 * 3 * 2)
  })
})
