import type {
  Action,
  ApparentConcern,
  CorruptionCategory,
  CriminalOutcome,
  EvidenceLevel,
  IntelligenceValue,
  LinkDeclaration,
  OtherConcern,
  PersonnelConfirmation,
  ProgressStage,
  SubjectConfirmation,
} from '../../shared/domain/codes.ts'
import type { Shares } from './random.ts'

/** What organisations answer in the sample. EVERY NUMBER IS AN ASSUMPTION: see `assumptions.ts`. */

/** Assumption: by the time of the acknowledgement most have looked, a good part are still looking. */
export const personnelShares: Readonly<Record<PersonnelConfirmation, number>> = {
  yes: 0.72,
  no: 0,
  checking: 0.28,
}
/** Assumption: when it will turn out to be somebody else's, half have seen so at once. */
export const strangerShares: Shares<PersonnelConfirmation> = { no: 0.5, checking: 0.5 }

/** Assumption: half of all acknowledgements carry a local reference or say when to expect an answer. */
export const acknowledgementExtras = { localReference: 0.5, expectedBy: 0.45 } as const

export const confirmationShares: Readonly<Record<SubjectConfirmation, number>> = {
  current_personnel: 0.84,
  former_personnel: 0.05,
  not_our_personnel: 0.06,
  unable_to_determine: 0.05,
}
/** Assumption: somebody registered as former personnel nearly always is. */
export const formerConfirmationShares: Shares<SubjectConfirmation> = {
  former_personnel: 0.88,
  not_our_personnel: 0.06,
  unable_to_determine: 0.06,
}

/**
 * Assumption: most enquiries end without evidence of corruption, a clear minority with some; the inspectorate could
 * not establish how many do.
 */
export const evidenceShares: Readonly<Record<EvidenceLevel, number>> = {
  actual: 0.09,
  potential: 0.21,
  none: 0.52,
  unable_to_determine: 0.18,
}
/** Rule 8 of the domain leaves only these two for somebody who is not the organisation's own. */
export const strangerEvidenceShares: Shares<EvidenceLevel> = { none: 0.5, unable_to_determine: 0.5 }
/** Assumption: who cannot be identified can seldom be cleared. */
export const unidentifiedEvidenceShares: Shares<EvidenceLevel> = { none: 0.2, unable_to_determine: 0.8 }

/** Assumption: money brings reports about, so categories near money and company come up most; every one comes up. */
export const categoryShares: Readonly<Record<CorruptionCategory, number>> = {
  infiltration: 0.03,
  disclosure_of_information: 0.15,
  perverting_the_course_of_justice: 0.03,
  sexual_misconduct: 0.02,
  controlled_drug_use_and_supply: 0.1,
  theft_and_fraud: 0.22,
  misusing_force_systems: 0.09,
  abuse_of_authority: 0.04,
  inappropriate_association: 0.17,
  vulnerability: 0.09,
  assisting_an_offender: 0.03,
  other: 0.03,
}
/** Assumption: one category is the rule. */
export const categoryCounts = [
  [1, 0.74],
  [2, 0.21],
  [3, 0.05],
] as const

/** Assumption: what the UKFIU saw first is often, and never always, what the organisation finds. */
export const concernRates: Readonly<Record<ApparentConcern, Shares<OtherConcern>>> = {
  possible_corruption: { undeclared_business_interest: 0.18, undeclared_association: 0.16, debt: 0.05 },
  financial_vulnerability: { financial_vulnerability: 0.5, debt: 0.35, gambling: 0.22 },
  victim_of_fraud: { victim_of_fraud: 0.65, financial_vulnerability: 0.2 },
  unclear: { financial_vulnerability: 0.12, undeclared_business_interest: 0.1, gambling: 0.08, other: 0.06 },
}

/** Assumption: the stronger the evidence, the more is done. Where nothing of this comes about: see `fallbackAction`. */
export const actionRates: Readonly<Record<EvidenceLevel, Shares<Action>>> = {
  actual: {
    intelligence_report: 0.75,
    criminal_investigation: 0.6,
    misconduct_investigation: 0.85,
    vetting_review: 0.45,
    referred_to_iopc: 0.4,
  },
  potential: {
    intelligence_report: 0.8,
    criminal_investigation: 0.12,
    misconduct_investigation: 0.35,
    vetting_review: 0.35,
    management_action: 0.2,
    referred_to_iopc: 0.08,
    passed_to_another_body: 0.08,
  },
  none: {
    intelligence_report: 0.22,
    misconduct_investigation: 0.03,
    vetting_review: 0.08,
    welfare_support: 0.2,
    management_action: 0.08,
    reflective_practice: 0.06,
  },
  unable_to_determine: { intelligence_report: 0.4, vetting_review: 0.06, passed_to_another_body: 0.14 },
}
export const fallbackAction: Readonly<Record<EvidenceLevel, Action>> = {
  actual: 'misconduct_investigation',
  potential: 'intelligence_report',
  none: 'no_action',
  unable_to_determine: 'no_action',
}
export const strangerActionRates: Shares<Action> = { passed_to_another_body: 0.35, intelligence_report: 0.15 }

/** Assumption: of criminal investigations; without one the criminal outcome is none. */
export const criminalOutcomeShares: Readonly<Record<CriminalOutcome, number>> = {
  none: 0,
  under_way: 0.34,
  charged: 0.2,
  convicted: 0.13,
  acquitted: 0.04,
  caution: 0.07,
  no_further_action: 0.22,
}

export const intelligenceShares: Readonly<Record<EvidenceLevel, Shares<IntelligenceValue>>> = {
  actual: { new_information: 0.3, valuable_and_actionable: 0.6, already_known: 0.1 },
  potential: { new_information: 0.45, valuable_and_actionable: 0.35, already_known: 0.15, no_value: 0.05 },
  none: { new_information: 0.25, valuable_and_actionable: 0.05, already_known: 0.25, no_value: 0.45 },
  unable_to_determine: { new_information: 0.3, already_known: 0.2, no_value: 0.5 },
}

/** Assumption: of referrals by a link; there is nothing to declare of a report about the subject alone. */
export const declarationShares: Readonly<Record<LinkDeclaration, number>> = {
  yes: 0.3,
  no: 0.4,
  not_applicable: 0.3,
}

/** Assumption: all conclude in the week before they answer. In calendar days. */
export const concludedAtMostDaysBefore = 6

/** Assumption: learning is given more often where something was found. */
export const learningRates: Readonly<Record<EvidenceLevel, number>> = {
  actual: 0.4,
  potential: 0.25,
  none: 0.06,
  unable_to_determine: 0.04,
}

/** Assumption: a few outcomes are corrected, in working days after they were given. */
export const corrected = { share: 0.07, soonest: 5, latest: 70 } as const
/** Assumption: what a criminal investigation that was under way comes to by the time of a correction. */
export const laterCriminalOutcomeShares: Shares<CriminalOutcome> = {
  charged: 0.5,
  convicted: 0.1,
  caution: 0.1,
  no_further_action: 0.3,
}

/** Assumption: how far an enquiry has come by its first report, and by a later one. */
export const firstStageShares: Shares<ProgressStage> = { assessing: 0.4, under_investigation: 0.6 }
export const laterStageShares: Shares<ProgressStage> = {
  under_investigation: 0.4,
  awaiting_proceedings: 0.35,
  awaiting_another_body: 0.25,
}
/** Assumption: some enquiries are covert and may say only that they go on. */
export const detailWithheld = 0.1
