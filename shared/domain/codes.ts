/** The coded answers, each with the label people read. The order is the order tables and forms show them in. */

/** Goes up whenever a code is added, renamed or retired; an outcome remembers the one it was given under. */
export const codeListVersion = '2026-04'

export const subjectTypes = {
  police_officer: 'Police officer',
  special_constable: 'Special constable',
  police_staff: 'Police staff',
  contractor: 'Contractor',
  volunteer: 'Volunteer',
  former_personnel: 'Former personnel',
  other_law_enforcement: 'Other law enforcement',
  unknown: 'Not known',
} as const
export type SubjectType = keyof typeof subjectTypes

export const linkTypes = {
  direct: 'Direct',
  family_member: 'Family member',
  same_address: 'Same address',
  known_criminal_associate: 'Known criminal associate',
  connected_business: 'Connected business',
} as const
export type LinkType = keyof typeof linkTypes

export const identificationBases = {
  employer_stated_in_sar: 'Employer stated in the SAR',
  role_stated_employer_inferred: 'Role stated, employer inferred',
  ukfiu_enquiry: 'UKFIU enquiry',
  other: 'Other',
} as const
export type IdentificationBasis = keyof typeof identificationBases

export const apparentConcerns = {
  possible_corruption: 'Possible corruption',
  financial_vulnerability: 'Financial vulnerability',
  victim_of_fraud: 'Victim of fraud',
  unclear: 'Unclear',
} as const
export type ApparentConcern = keyof typeof apparentConcerns

export const riskLevels = { low: 'Low', medium: 'Medium', high: 'High' } as const
export type RiskLevel = keyof typeof riskLevels

export const markings = {
  OFFICIAL: 'OFFICIAL',
  'OFFICIAL-SENSITIVE': 'OFFICIAL-SENSITIVE',
} as const
export type Marking = keyof typeof markings

export const personnelConfirmations = { yes: 'Yes', no: 'No', checking: 'Still checking' } as const
export type PersonnelConfirmation = keyof typeof personnelConfirmations

export const progressStages = {
  assessing: 'Assessing',
  under_investigation: 'Under investigation',
  awaiting_proceedings: 'Awaiting proceedings',
  awaiting_another_body: 'Awaiting another body',
} as const
export type ProgressStage = keyof typeof progressStages

export const subjectConfirmations = {
  current_personnel: 'Current personnel',
  former_personnel: 'Former personnel',
  not_our_personnel: 'Not our personnel',
  unable_to_determine: 'Unable to determine',
} as const
export type SubjectConfirmation = keyof typeof subjectConfirmations

export const evidenceLevels = {
  actual: 'Actual corruption',
  potential: 'Potential corruption',
  none: 'No evidence of corruption',
  unable_to_determine: 'Unable to determine',
} as const
export type EvidenceLevel = keyof typeof evidenceLevels

/**
 * The categories of counter-corruption intelligence that the College of Policing defines, as the inspectorate lists
 * them. Corruption `vulnerability` is not `financial_vulnerability`: neither is ever derived from the other.
 */
export const corruptionCategories = {
  infiltration: 'Infiltration',
  disclosure_of_information: 'Disclosure of information',
  perverting_the_course_of_justice: 'Perverting the course of justice',
  sexual_misconduct: 'Sexual misconduct',
  controlled_drug_use_and_supply: 'Controlled drug use and supply',
  theft_and_fraud: 'Theft and fraud',
  misusing_force_systems: 'Misusing force systems',
  abuse_of_authority: 'Abuse of authority',
  inappropriate_association: 'Inappropriate association',
  vulnerability: 'Vulnerability',
  assisting_an_offender: 'Commit, incite, aid and abet, or assist an offender in the commission of a crime',
  other: 'Other (corruption-related intelligence not categorised elsewhere)',
} as const
export type CorruptionCategory = keyof typeof corruptionCategories

export const otherConcerns = {
  financial_vulnerability: 'Financial vulnerability',
  victim_of_fraud: 'Victim of fraud',
  debt: 'Debt',
  gambling: 'Gambling',
  undeclared_business_interest: 'Undeclared business interest',
  undeclared_association: 'Undeclared association',
  other: 'Other',
} as const
export type OtherConcern = keyof typeof otherConcerns

export const actions = {
  intelligence_report: 'Intelligence report',
  criminal_investigation: 'Criminal investigation',
  misconduct_investigation: 'Misconduct investigation',
  vetting_review: 'Vetting review',
  welfare_support: 'Welfare support',
  management_action: 'Management action',
  reflective_practice: 'Reflective practice',
  referred_to_iopc: 'Referred to the IOPC',
  passed_to_another_body: 'Passed to another body',
  no_action: 'No action',
} as const
export type Action = keyof typeof actions

export const criminalOutcomes = {
  none: 'None',
  under_way: 'Under way',
  charged: 'Charged',
  convicted: 'Convicted',
  acquitted: 'Acquitted',
  caution: 'Caution',
  no_further_action: 'No further action',
} as const
export type CriminalOutcome = keyof typeof criminalOutcomes

export const proceedingTypes = {
  none: 'None',
  misconduct_meeting: 'Misconduct meeting',
  misconduct_hearing: 'Misconduct hearing',
  accelerated_misconduct_hearing: 'Accelerated misconduct hearing',
  vetting_regulations: 'Vetting regulations',
  local_staff_process: 'Local staff process',
} as const
export type ProceedingType = keyof typeof proceedingTypes

export const findingLevels = {
  gross_misconduct: 'Gross misconduct',
  misconduct: 'Misconduct',
  neither: 'Neither',
  not_applicable: 'Not applicable',
} as const
export type FindingLevel = keyof typeof findingLevels

export const disciplinaryActions = {
  none: 'None',
  written_warning: 'Written warning',
  final_written_warning: 'Final written warning',
  reduction_in_rank: 'Reduction in rank',
  dismissal_without_notice: 'Dismissal without notice',
  would_have_been_dismissed: 'Would have been dismissed',
} as const
export type DisciplinaryAction = keyof typeof disciplinaryActions

export const departures = { no: 'No', resigned: 'Resigned', retired: 'Retired' } as const
export type Departure = keyof typeof departures

export const barredListEntries = { yes: 'Yes', no: 'No', not_applicable: 'Not applicable' } as const
export type BarredListEntry = keyof typeof barredListEntries

export const intelligenceValues = {
  new_information: 'New information',
  valuable_and_actionable: 'Valuable and actionable',
  already_known: 'Already known',
  no_value: 'No value',
} as const
export type IntelligenceValue = keyof typeof intelligenceValues

export const linkDeclarations = { yes: 'Yes', no: 'No', not_applicable: 'Not applicable' } as const
export type LinkDeclaration = keyof typeof linkDeclarations

export const redirectReasons = {
  not_our_personnel: 'Not our personnel',
  moved_force: 'Moved to another force',
  answered_elsewhere: 'Answered elsewhere',
  other: 'Other',
} as const
export type RedirectReason = keyof typeof redirectReasons

export const withdrawalReasons = {
  registered_in_error: 'Registered in error',
  duplicate: 'Duplicate',
  sar_withdrawn: 'SAR withdrawn',
  other: 'Other',
} as const
export type WithdrawalReason = keyof typeof withdrawalReasons

export const extensionReasons = {
  awaiting_proceedings: 'Awaiting proceedings',
  covert_enquiry: 'Covert enquiry',
  awaiting_another_body: 'Awaiting another body',
  complexity: 'Complexity',
  other: 'Other',
} as const
export type ExtensionReason = keyof typeof extensionReasons

/** Why a closed referral is still needed. */
export const retentionReasons = {
  proceedings_under_way: 'Criminal or misconduct proceedings are under way',
  intelligence_still_needed: 'The intelligence is still needed',
  inspection_or_inquiry: 'An inspection or inquiry has asked for it',
  legal_claim: 'A legal claim or a duty to keep it',
  other: 'Other',
} as const
export type RetentionReason = keyof typeof retentionReasons

/** Why a closed referral is erased. */
export const erasureReasons = {
  no_longer_needed: 'No longer needed',
  request_upheld: 'A request to erase it was upheld',
  ordered: 'A court or the Information Commissioner ordered it',
  other: 'Other',
} as const
export type ErasureReason = keyof typeof erasureReasons

/** The codes of a list, in its order, each with its own type. */
export const codesOf = <Code extends string>(list: Readonly<Record<Code, string>>): readonly Code[] => {
  const isCode = (text: string): text is Code => Object.hasOwn(list, text)
  return Object.keys(list).filter(isCode)
}
