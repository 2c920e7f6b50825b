import { plusWorkingDays } from './working-days.ts'

/** Thirty referrals to ten organisations: some answered in time, some late, some not at all. */

const organisations = [
  {
    code: 'avon-and-somerset',
    unit: 'avon-and-somerset',
    division: 'england-and-wales',
    officers: 'regulated',
  },
  { code: 'kent', unit: 'kent', division: 'england-and-wales', officers: 'regulated' },
  { code: 'west-midlands', unit: 'west-midlands', division: 'england-and-wales', officers: 'regulated' },
  { code: 'dyfed-powys', unit: 'dyfed-powys', division: 'england-and-wales', officers: 'regulated' },
  { code: 'metropolitan', unit: 'metropolitan', division: 'england-and-wales', officers: 'regulated' },
  { code: 'police-scotland', unit: 'police-scotland', division: 'scotland', officers: 'other' },
  { code: 'psni', unit: 'psni', division: 'northern-ireland', officers: 'other' },
  { code: 'btp', unit: 'btp', division: 'england-and-wales', officers: 'other' },
  { code: 'border-force', unit: 'nca', division: 'england-and-wales', officers: 'other' },
  { code: 'nca', unit: 'nca', division: 'england-and-wales', officers: 'other' },
] as const
export type CaseOrganisation = (typeof organisations)[number]

/** What the force does, in working days after the referral; a force that does nothing is silent. */
const behaviours = [
  { acknowledges: 3, answers: 20, evidence: 'none' },
  { acknowledges: 12, answers: 46, evidence: 'potential' },
  { acknowledges: undefined, answers: undefined, evidence: undefined },
  { acknowledges: undefined, answers: 40, evidence: 'actual' },
  { acknowledges: 5, answers: undefined, evidence: undefined },
  { acknowledges: undefined, answers: 41, evidence: 'unable_to_determine' },
] as const

const subjectTypes = ['police_officer', 'police_staff', 'special_constable', 'unknown'] as const
const linkTypes = ['direct', 'family_member', 'connected_business'] as const
const starts = ['2025-04-28', '2025-05-01', '2025-06-20', '2025-07-10', '2025-08-18', '2025-11-03'] as const

const registrationOf = (place: number, organisation: CaseOrganisation, referredOn: string) => ({
  sarReference: `SAR-2025-${String(place).padStart(4, '0')}`,
  organisation: organisation.code,
  referredOn,
  subjectType: subjectTypes[place % subjectTypes.length] ?? 'unknown',
  linkType: linkTypes[place % linkTypes.length] ?? 'direct',
  identificationBasis: 'employer_stated_in_sar',
  apparentConcern: 'possible_corruption',
  handling: 'P',
  urgent: place % 7 === 3,
  ...(place % 3 === 0 && { risk: { severity: 'high' } }),
})

const outcomeOf = (place: number, evidence: string, concludedOn: string) => ({
  subjectConfirmed: 'current_personnel',
  evidenceOfCorruption: evidence,
  corruptionCategories:
    evidence === 'actual' || evidence === 'potential'
      ? ['vulnerability', ...(place % 2 === 0 ? ['theft_and_fraud'] : [])]
      : [],
  otherConcerns: place % 4 === 1 ? ['debt', 'gambling'] : [],
  actions: evidence === 'none' ? ['no_action'] : ['intelligence_report', 'vetting_review'],
  criminalOutcome: evidence === 'actual' ? 'under_way' : 'none',
  proceedingType: 'none',
  findingLevel: 'not_applicable',
  disciplinaryAction: 'none',
  leftBeforeConclusion: 'no',
  barredList: 'not_applicable',
  intelligenceValue: evidence === 'none' ? 'no_value' : 'new_information',
  linkAlreadyDeclared: 'not_applicable',
  concludedOn,
  rationale: 'Bank records and duty records were compared and the line manager was spoken to.',
})

const after = ({ division }: CaseOrganisation, referredOn: string, days: number | undefined) =>
  days === undefined ? undefined : plusWorkingDays(division, referredOn, days)

const caseAt = (place: number) => {
  const organisation = organisations[place % organisations.length]
  const behaviour = behaviours[place % behaviours.length]
  const referredOn = starts[Math.floor(place / 5)]
  if (!organisation || !behaviour || !referredOn) throw new Error(`No case ${place}`)
  const answeredOn = after(organisation, referredOn, behaviour.answers)
  return {
    organisation,
    registration: registrationOf(place, organisation, referredOn),
    acknowledgedOn: after(organisation, referredOn, behaviour.acknowledges),
    answeredOn,
    outcome:
      answeredOn === undefined || behaviour.evidence === undefined
        ? undefined
        : outcomeOf(place, behaviour.evidence, answeredOn),
  }
}

export const cases = Array.from({ length: 30 }, (_, place) => caseAt(place))
export type Case = (typeof cases)[number]
