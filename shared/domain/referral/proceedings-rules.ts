import type { DisciplinaryAction, FindingLevel, ProceedingType, SubjectType } from '../codes.ts'
import { inWords, localDate } from '../dates.ts'
import type { FieldError } from '../refusal.ts'
import { oneOf, when, type OutcomeContext, type OutcomeRule } from './outcome-rule.ts'
import type { Outcome } from './returns.ts'

const vettingRegulationsFrom = localDate('2025-05-14')
const meetingFindings: readonly FindingLevel[] = ['misconduct', 'neither']
const meetingActions: readonly DisciplinaryAction[] = ['none', 'written_warning', 'final_written_warning']
const hearings = new Set<ProceedingType>(['misconduct_hearing', 'accelerated_misconduct_hearing'])
const dismissals = new Set<DisciplinaryAction>(['dismissal_without_notice', 'would_have_been_dismissed'])
const notUnderConductRegulations = new Set<SubjectType>(['police_staff', 'contractor', 'volunteer'])

/** Police (Conduct) Regulations 2020, regulation 42: what a hearing may impose, by its finding. */
const hearingActions: Readonly<
  Record<Exclude<FindingLevel, 'not_applicable'>, readonly DisciplinaryAction[]>
> = {
  gross_misconduct: [
    'final_written_warning',
    'reduction_in_rank',
    'dismissal_without_notice',
    'would_have_been_dismissed',
  ],
  misconduct: ['written_warning', 'final_written_warning', 'reduction_in_rank', 'dismissal_without_notice'],
  neither: ['none'],
}

const isHearing = (outcome: Outcome): boolean => hearings.has(outcome.proceedingType)

const hearingAction = ({ findingLevel, disciplinaryAction }: Outcome): FieldError[] =>
  findingLevel === 'not_applicable'
    ? oneOf(
        'findingLevel',
        findingLevel,
        ['gross_misconduct', 'misconduct', 'neither'],
        'A hearing makes a finding',
      )
    : oneOf(
        'disciplinaryAction',
        disciplinaryAction,
        hearingActions[findingLevel],
        `After a hearing that found ${findingLevel}`,
      )

const conductRoutesApply = ({ registration, organisation }: OutcomeContext): boolean =>
  organisation.conductRegulations && !notUnderConductRegulations.has(registration.subjectType)

/** What proceedings of each kind can find and impose, and whom they apply to. */
export const proceedingsRules: readonly OutcomeRule[] = [
  {
    name: 'misconduct meeting',
    statement:
      'A misconduct meeting finds `misconduct` or `neither`, and imposes nothing, a written warning or a final written warning.',
    broken: (outcome) =>
      outcome.proceedingType === 'misconduct_meeting'
        ? [
            ...oneOf('findingLevel', outcome.findingLevel, meetingFindings, 'After a misconduct meeting'),
            ...oneOf(
              'disciplinaryAction',
              outcome.disciplinaryAction,
              meetingActions,
              'After a misconduct meeting',
            ),
          ]
        : [],
  },
  {
    name: 'misconduct hearing',
    statement:
      'A hearing imposes what regulation 42 of the Police (Conduct) Regulations 2020 allows for its finding; after `misconduct`, reduction in rank or dismissal only where regulation 42(5) or (6) applies.',
    broken: (outcome) => (isHearing(outcome) ? hearingAction(outcome) : []),
  },
  {
    name: 'no finding without proceedings',
    statement: 'Without proceedings there is no finding of misconduct and no disciplinary action.',
    broken: (outcome) =>
      outcome.proceedingType === 'none'
        ? [
            ...oneOf(
              'findingLevel',
              outcome.findingLevel,
              ['not_applicable', 'neither'],
              'Without proceedings',
            ),
            ...oneOf('disciplinaryAction', outcome.disciplinaryAction, ['none'], 'Without proceedings'),
          ]
        : [],
  },
  {
    name: 'would have been dismissed',
    statement:
      '`would_have_been_dismissed` only of someone who left before the conclusion or is former personnel.',
    broken: ({ disciplinaryAction, leftBeforeConclusion, subjectConfirmed }) =>
      when(
        disciplinaryAction === 'would_have_been_dismissed' &&
          leftBeforeConclusion === 'no' &&
          subjectConfirmed !== 'former_personnel',
        'disciplinaryAction',
        'would_have_been_dismissed needs leftBeforeConclusion resigned or retired, or subjectConfirmed former_personnel.',
      ),
  },
  {
    name: 'conduct regulations',
    statement:
      'Police staff, contractors and volunteers, and anyone of an organisation outside the Police (Conduct) Regulations 2020, have `local_staff_process` or `none`.',
    broken: ({ proceedingType }, context) =>
      conductRoutesApply(context)
        ? []
        : oneOf(
            'proceedingType',
            proceedingType,
            ['local_staff_process', 'none'],
            `The Police (Conduct) Regulations do not apply to ${context.registration.subjectType} at ${context.organisation.name}`,
          ),
  },
  {
    name: 'vetting regulations',
    statement: '`vetting_regulations` only when concluded on or after 14 May 2025.',
    broken: ({ proceedingType, concludedOn }) =>
      when(
        proceedingType === 'vetting_regulations' && concludedOn < vettingRegulationsFrom,
        'proceedingType',
        `vetting_regulations needs concludedOn ${inWords(vettingRegulationsFrom)} or later, when they came into force.`,
      ),
  },
  {
    name: 'barred list',
    statement:
      '`barredList` is `yes` only after dismissal (or would have been), and `not_applicable` where the organisation is outside the barred list.',
    broken: ({ barredList, disciplinaryAction }, { organisation }) => {
      if (!organisation.barredList) {
        return oneOf(
          'barredList',
          barredList,
          ['not_applicable'],
          `The barred list does not cover ${organisation.name}`,
        )
      }
      return dismissals.has(disciplinaryAction)
        ? []
        : oneOf('barredList', barredList, ['no', 'not_applicable'], 'Without a dismissal')
    },
  },
]
