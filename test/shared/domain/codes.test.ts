import { describe, expect, test } from 'vitest'
import * as codes from '../../../shared/domain/codes.ts'

const { codesOf } = codes

/** The lists as the domain writes them down, in its order. */
const lists = {
  subjectTypes:
    'police_officer special_constable police_staff contractor volunteer former_personnel other_law_enforcement unknown',
  linkTypes: 'direct family_member same_address known_criminal_associate connected_business',
  identificationBases: 'employer_stated_in_sar role_stated_employer_inferred ukfiu_enquiry other',
  apparentConcerns: 'possible_corruption financial_vulnerability victim_of_fraud unclear',
  riskLevels: 'low medium high',
  markings: 'OFFICIAL OFFICIAL-SENSITIVE',
  personnelConfirmations: 'yes no checking',
  progressStages: 'assessing under_investigation awaiting_proceedings awaiting_another_body',
  subjectConfirmations: 'current_personnel former_personnel not_our_personnel unable_to_determine',
  evidenceLevels: 'actual potential none unable_to_determine',
  corruptionCategories:
    'infiltration disclosure_of_information perverting_the_course_of_justice sexual_misconduct ' +
    'controlled_drug_use_and_supply theft_and_fraud misusing_force_systems abuse_of_authority ' +
    'inappropriate_association vulnerability assisting_an_offender other',
  otherConcerns:
    'financial_vulnerability victim_of_fraud debt gambling undeclared_business_interest undeclared_association other',
  actions:
    'intelligence_report criminal_investigation misconduct_investigation vetting_review welfare_support ' +
    'management_action reflective_practice referred_to_iopc passed_to_another_body no_action',
  criminalOutcomes: 'none under_way charged convicted acquitted caution no_further_action',
  proceedingTypes:
    'none misconduct_meeting misconduct_hearing accelerated_misconduct_hearing vetting_regulations local_staff_process',
  findingLevels: 'gross_misconduct misconduct neither not_applicable',
  disciplinaryActions:
    'none written_warning final_written_warning reduction_in_rank dismissal_without_notice would_have_been_dismissed',
  departures: 'no resigned retired',
  barredListEntries: 'yes no not_applicable',
  intelligenceValues: 'new_information valuable_and_actionable already_known no_value',
  linkDeclarations: 'yes no not_applicable',
  redirectReasons: 'not_our_personnel moved_force answered_elsewhere other',
  withdrawalReasons: 'registered_in_error duplicate sar_withdrawn other',
  extensionReasons: 'awaiting_proceedings covert_enquiry awaiting_another_body complexity other',
} as const

describe('the code lists', () => {
  test.each(Object.entries(lists))('%s', (name, expected) => {
    const list: unknown = Reflect.get(codes, name)
    expect(Object.keys(Object(list))).toEqual(expected.split(' '))
  })

  test('the labels of the 12 corruption categories are those of the source', () => {
    const labels = codesOf(codes.corruptionCategories).map((code) =>
      codes.corruptionCategories[code].toLowerCase(),
    )
    expect(labels).toEqual([
      'infiltration',
      'disclosure of information',
      'perverting the course of justice',
      'sexual misconduct',
      'controlled drug use and supply',
      'theft and fraud',
      'misusing force systems',
      'abuse of authority',
      'inappropriate association',
      'vulnerability',
      'commit, incite, aid and abet, or assist an offender in the commission of a crime',
      'other (corruption-related intelligence not categorised elsewhere)',
    ])
  })

  test('corruption vulnerability and financial vulnerability are different things', () => {
    expect(codesOf(codes.corruptionCategories)).not.toContain('financial_vulnerability')
    expect(codesOf(codes.otherConcerns)).not.toContain('vulnerability')
  })
})
