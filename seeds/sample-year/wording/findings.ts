import type { CorruptionCategory, SubjectType } from '../../../shared/domain/codes.ts'

/** What the sample's enquiries found. `{who}` is the subject by kind: nobody is named and nothing is numbered. */

export const subjectWords: Readonly<Record<SubjectType, string>> = {
  police_officer: 'the officer',
  special_constable: 'the special constable',
  police_staff: 'the member of staff',
  contractor: 'the contractor',
  volunteer: 'the volunteer',
  former_personnel: 'the former colleague',
  other_law_enforcement: 'the official',
  unknown: 'the person',
}

export const findingsOfStrangers = [
  'Personnel and vetting records were searched and nobody matching the report has worked here.',
  'The employer given in the report was mistaken: the person named works for another public body.',
  'A former colleague shares the name, but the other particulars in the report rule them out.',
  'The person described has applied to join in the past but was never appointed.',
  'The report was linked to us by an old address only. The person has no connection with the organisation.',
  'The person named works for a company that once supplied us and was never on our premises.',
  'Checks with payroll, vetting and the staff association found nobody who fits the report.',
] as const

/** What an enquiry found that found no corruption, or could not tell. */
export const findingsWithout = {
  none: [
    'The transactions were explained by the sale of a vehicle and a family loan, both with papers to prove them.',
    'The payments are rent from a lodger, and the tax records agree with them.',
    'The credits came from an inheritance, confirmed by the solicitor who dealt with the estate.',
    'The activity was that of a relative who lives elsewhere. There is nothing to suggest that {who} knew of it.',
    'The account had been taken over by strangers, and {who} had already told the bank.',
    'The movements are those of a household budget run from one account. Statements were seen and agree.',
    'The deposits are takings of a partner’s lawful trade, and the books bear that out.',
    'The report rests on a misreading of overtime and back pay after a change of payroll.',
    'Savings were moved between accounts held by {who} before a house purchase. Completion papers were seen.',
    'The transfers were to support relatives overseas. They are regular, modest and explained in full.',
    'Audit of force systems found no search connected with the people or the accounts in the report.',
    'A full review of vetting, interests and associations found nothing of concern about {who}.',
    'The cash was collected for a charity event, and the organisers confirmed the amounts.',
    'Investment in digital currency accounts for the sums, and {who} gave a full and checked account of it.',
  ],
  unable_to_determine: [
    'The bank’s records for the period are no longer kept, so that the report could be neither confirmed nor ruled out.',
    'The report gives too little to tell which of several people it means.',
    'The account is held overseas and no answer to enquiries has been received.',
    'Enquiries would have revealed the source of the information, and were not taken further for that reason.',
    'A criminal enquiry by another body must end before the conduct of {who} can be looked into.',
    'Those who could explain the payments would not speak to the enquiry, and there is no other line to follow.',
    'The records that survive are consistent both with a lawful and with an unlawful explanation.',
    'It is not clear whether {who} or a relative had the use of the account at the time.',
    'The transactions are confirmed, but where the money came from could not be traced beyond the first payer.',
  ],
} as const

type Found = { readonly actual: string; readonly potential: string }

/** What an enquiry found that found corruption, or may have, by the first category it named. */
export const findingsOfCorruption: Readonly<Record<CorruptionCategory, Found>> = {
  infiltration: {
    actual:
      'It was established that {who} joined in order to help an organised crime group, which paid for it.',
    potential:
      'There are grounds to suspect that {who} was encouraged to apply by a person linked to organised crime.',
  },
  disclosure_of_information: {
    actual: 'The payments match the times at which {who} gave information to a known criminal associate.',
    potential:
      'The transactions are consistent with payment for information, but no disclosure by {who} has been shown.',
  },
  perverting_the_course_of_justice: {
    actual: 'Messages recovered under authority show that {who} took money to have a statement withdrawn.',
    potential:
      'A payment came shortly before exhibits went missing. That {who} had a hand in it is suspected, not shown.',
  },
  sexual_misconduct: {
    actual: 'The transfers were made by {who} to a vulnerable person met through work, for a sexual purpose.',
    potential:
      'Payments to a person met through work suggest that {who} may have abused the position for a sexual purpose.',
  },
  controlled_drug_use_and_supply: {
    actual: 'Cash deposits were traced to the supply of controlled drugs, in which {who} took part.',
    potential:
      'Contact with a known drug supplier was confirmed. What passed between them and {who} is not established.',
  },
  theft_and_fraud: {
    actual:
      'Seized property was traced to an account that {who} controls, and its sale was admitted in interview.',
    potential:
      'The sums exceed the known income of {who}, and claims for expenses in the same months do not add up.',
  },
  misusing_force_systems: {
    actual:
      'Audit showed that {who} searched force systems with no policing purpose for people named in the report.',
    potential:
      'Searches made by {who} are close in time to the payments, but a policing purpose cannot be ruled out.',
  },
  abuse_of_authority: {
    actual:
      'The enquiry showed that {who} used the position held to obtain loans from members of the public.',
    potential: 'Local traders made payments to {who}. Whether they felt bound to is not yet clear.',
  },
  inappropriate_association: {
    actual:
      'The report led to an enquiry that found {who} in a long and corrupt association with a known offender.',
    potential:
      'There is an association between {who} and a person of interest, and two differing accounts of it.',
  },
  vulnerability: {
    actual: 'The enquiry found that {who} gave way to pressure from a lender with criminal links.',
    potential: 'Spending is out of keeping with earnings, and {who} may be open to pressure from others.',
  },
  assisting_an_offender: {
    actual: 'It was established that {who} moved money through a family account on behalf of an offender.',
    potential: 'There are grounds to suspect that {who} helped an associate to hide money.',
  },
  other: {
    actual: 'The enquiry found conduct by {who} that is corrupt and fits none of the other categories.',
    potential: 'What was found about {who} needs further development and fits none of the other categories.',
  },
}
