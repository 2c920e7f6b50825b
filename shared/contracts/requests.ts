import * as z from 'zod'
import {
  actions,
  apparentConcerns,
  barredListEntries,
  corruptionCategories,
  criminalOutcomes,
  departures,
  disciplinaryActions,
  erasureReasons,
  evidenceLevels,
  extensionReasons,
  findingLevels,
  identificationBases,
  intelligenceValues,
  linkDeclarations,
  linkTypes,
  markings,
  otherConcerns,
  personnelConfirmations,
  progressStages,
  proceedingTypes,
  redirectReasons,
  retentionReasons,
  riskLevels,
  subjectConfirmations,
  subjectTypes,
  withdrawalReasons,
} from '../domain/codes.ts'
import { versions } from '../domain/figures/version.ts'
import type {
  Erasure,
  ExtensionRequest,
  Redirection,
  Retention,
  Withdrawal,
} from '../domain/referral/moves.ts'
import type { Registration } from '../domain/referral/registration.ts'
import type { Acknowledgement, Outcome, ProgressReport } from '../domain/referral/returns.ts'
import { contactRoles } from '../domain/response-policy.ts'
import { code, codes, localDate, reportingYear, text } from './values.ts'

const risk = z.strictObject({
  severity: code(riskLevels).optional(),
  suspicion: code(riskLevels).optional(),
  reliability: code(riskLevels).optional(),
})

const glossaryCodes = z
  .array(z.string().regex(/^XX[A-Z0-9]{1,16}XX$/, 'Must be a UKFIU glossary code such as XXS99XX.'))
  .refine((given) => new Set(given).size === given.length, 'Name each code once.')
  .meta({ uniqueItems: true })
  .default([])

const sarReference = z
  .string()
  .trim()
  // Before upper-casing, which makes ordinary letters of some that are not.
  .regex(/^[A-Za-z0-9/-]{4,40}$/, 'Must be 4 to 40 characters of A to Z, 0 to 9, - and /.')
  .toUpperCase()

/** What a registration says, however it may be handled. */
export const registrationFields = {
  sarReference,
  organisation: z.string().min(1).max(60),
  referredOn: localDate,
  subjectType: code(subjectTypes),
  linkType: code(linkTypes),
  identificationBasis: code(identificationBases),
  apparentConcern: code(apparentConcerns),
  glossaryCodes,
  risk: risk.optional(),
  marking: code(markings).default('OFFICIAL-SENSITIVE'),
  urgent: z.boolean().default(false),
  restricted: z.boolean().default(false),
  containsHmrcInformation: z.boolean().default(false),
}

/** `POST /v1/referrals` */
export const registrationBody: z.ZodType<Registration> = z.discriminatedUnion(
  'handling',
  [
    z.strictObject({ ...registrationFields, handling: z.literal('P') }),
    z.strictObject({ ...registrationFields, handling: z.literal('C'), handlingConditions: text(1, 2000) }),
  ],
  'Must be P, or C together with handlingConditions.',
)

export const acknowledgementFields = {
  personnelConfirmed: code(personnelConfirmations),
  localReference: text(1, 40).optional(),
  expectedBy: localDate.optional(),
}

/** `POST /v1/referrals/{id}/acknowledgement` */
export const acknowledgementBody: z.ZodType<Acknowledgement> = z.strictObject(acknowledgementFields)

export const openReportFields = {
  detailWithheld: z.literal(false).default(false),
  stage: code(progressStages),
  nextUpdateOn: localDate,
  rationale: text(20, 2000),
}

export const withheldReportFields = {
  detailWithheld: z.literal(true),
  stage: code(progressStages).optional(),
  nextUpdateOn: localDate,
  rationale: text(20, 2000).optional(),
}

/** `POST /v1/referrals/{id}/progress-reports` */
export const progressReportBody: z.ZodType<ProgressReport> = z.discriminatedUnion(
  'detailWithheld',
  [z.strictObject(openReportFields), z.strictObject(withheldReportFields)],
  'Must be true or false.',
)

export const outcomeFields = {
  subjectConfirmed: code(subjectConfirmations),
  evidenceOfCorruption: code(evidenceLevels),
  corruptionCategories: codes(corruptionCategories).default([]),
  otherConcerns: codes(otherConcerns).default([]),
  actions: codes(actions)
    .refine((given) => given.length > 0, 'Name at least one action, or no_action.')
    .meta({ uniqueItems: true, minItems: 1 }),
  criminalOutcome: code(criminalOutcomes),
  proceedingType: code(proceedingTypes),
  findingLevel: code(findingLevels),
  disciplinaryAction: code(disciplinaryActions),
  leftBeforeConclusion: code(departures),
  barredList: code(barredListEntries),
  intelligenceValue: code(intelligenceValues),
  linkAlreadyDeclared: code(linkDeclarations),
  concludedOn: localDate,
  rationale: text(20, 2000),
  learning: text(1, 2000).optional(),
}

/** `PUT /v1/referrals/{id}/outcome`. What it says is checked field against field by the outcome rules. */
export const outcomeBody: z.ZodType<Outcome> = z.strictObject(outcomeFields)

const rationale = text(20, 2000)

export const redirectionFields = {
  organisation: z.string().min(1).max(60),
  reason: code(redirectReasons),
  rationale,
}

/** `POST /v1/referrals/{id}/redirection` */
export const redirectionBody: z.ZodType<Redirection> = z.strictObject(redirectionFields)

export const withdrawalFields = { reason: code(withdrawalReasons), rationale }

/** `POST /v1/referrals/{id}/withdrawal` */
export const withdrawalBody: z.ZodType<Withdrawal> = z.strictObject(withdrawalFields)

export const extensionFields = {
  workingDays: z.int().min(1).max(20),
  reason: code(extensionReasons),
  rationale,
}

/** `POST /v1/referrals/{id}/extension` */
export const extensionBody: z.ZodType<ExtensionRequest> = z.strictObject(extensionFields)

export const retentionFields = { reason: code(retentionReasons), rationale, nextReviewOn: localDate }

/** `POST /v1/referrals/{id}/retention` */
export const retentionBody: z.ZodType<Retention> = z.strictObject(retentionFields)

/** `POST /v1/referrals/{id}/erasure` */
export const erasureBody: z.ZodType<Erasure> = z.strictObject({ reason: code(erasureReasons) })

/** The query of `GET /v1/organisations/{code}/statement`; this year when none is named. */
export const statementQuery = z.strictObject({ year: reportingYear.optional() })

/** The query of `GET /v1/learning-points`: this year's, of every category, when nothing else is asked. */
export const learningQuery = z.strictObject({
  year: reportingYear.optional(),
  category: code(corruptionCategories).optional(),
})

const version = z.enum(versions, 'Must be internal or published.').default('internal')

/** The query of `GET /v1/assessments/{year}`: as at today, and internal, when nothing else is asked. */
export const assessmentQuery = z.strictObject({ asAt: localDate.optional(), version })

/** The query of `GET /v1/assessments/{year}/editions/{n}` */
export const editionQuery = z.strictObject({ version })

/** `POST /v1/assessments/{year}/editions` */
export const freezingBody = z.strictObject({ asAt: localDate, note: text(1, 2000) })
export type Freezing = z.infer<typeof freezingBody>

/** `POST /v1/assessments/{year}/editions/{n}/approval` and `/return` */
export const decisionBody = z.strictObject({ note: text(1, 2000) })
export type Decision = z.infer<typeof decisionBody>

/** `PUT /v1/organisations/{code}/contacts` */
export const contactsBody = z.strictObject({
  contacts: z
    .array(
      z.strictObject({ role: z.enum(contactRoles), email: z.email('Must be an e-mail address.').max(254) }),
    )
    .refine(
      (all) => new Set(all.map(({ role }) => role)).size === all.length,
      'Name one holder for each role.',
    ),
})
export type ContactsBody = z.infer<typeof contactsBody>
