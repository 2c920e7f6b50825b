import type { ApparentConcern, IdentificationBasis, Marking, RiskLevel } from '../../shared/domain/codes.ts'

/** More of what a sample referral says when it is registered. EVERY NUMBER IS AN ASSUMPTION: see `assumptions.ts`. */

/** Assumption: a report usually names the employer, since that is how it comes to be referred at all. */
export const identificationShares: Readonly<Record<IdentificationBasis, number>> = {
  employer_stated_in_sar: 0.55,
  role_stated_employer_inferred: 0.2,
  ukfiu_enquiry: 0.2,
  other: 0.05,
}

/** Assumption: at the start it is often unclear what a report will turn out to mean. */
export const concernShares: Readonly<Record<ApparentConcern, number>> = {
  possible_corruption: 0.35,
  financial_vulnerability: 0.3,
  victim_of_fraud: 0.1,
  unclear: 0.25,
}

/** Assumption: risk is left out often enough that the summary's count of "risk not recorded" matters. */
export const riskRecorded = 0.72
/** Assumption: of a recorded risk, each part is usually but not always there. */
export const riskPartRecorded = 0.9
export const riskLevelShares: Readonly<Record<RiskLevel, number>> = { low: 0.4, medium: 0.42, high: 0.18 }

/** Assumption: each rare enough to be an exception, often enough to be seen on a page of referrals. */
export const rare = {
  urgent: 0.06,
  restricted: 0.05,
  containsHmrcInformation: 0.05,
  handledUnderConditions: 0.12,
} as const

/** Assumption: a few SARs concern two organisations, so that the UKFIU is shown who else holds one. */
export const sharedWithAnother = 0.03

/** Assumption: the default marking, as the domain has it, is nearly always kept. */
export const markingShares: Readonly<Record<Marking, number>> = { 'OFFICIAL-SENSITIVE': 0.92, OFFICIAL: 0.08 }

/** Made up: no glossary code of the UKFIU begins with SAMPLE, so none of these can be taken for one. */
export const glossaryCodeRates = {
  XXSAMPLEAXX: 0.5,
  XXSAMPLEBXX: 0.2,
  XXSAMPLECXX: 0.1,
} as const

export const handlingConditions = [
  'Do not share outside the professional standards department without asking the UKFIU first.',
  'For intelligence only. Speak to the UKFIU before any overt enquiry.',
  'Not to be disclosed to the subject, nor to anyone outside the counter-corruption unit.',
  'Speak to the UKFIU before approaching the reporting institution.',
] as const
