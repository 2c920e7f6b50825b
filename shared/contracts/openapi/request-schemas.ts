import * as requests from '../requests.ts'
import { instant, localDate, organisationCode, referralId, reportingYear } from '../values.ts'
import type { RequestName } from './operations/operation.ts'
import type { Described } from './schemas.ts'

/** What is the same in a request and in an answer. */
export const valueSchemas = {
  Date: { schema: localDate, description: 'A day that exists, as it is counted in London.', format: 'date' },
  Instant: { schema: instant, description: 'A moment, UTC, to the millisecond.', format: 'date-time' },
  ReferralId: {
    schema: referralId,
    description:
      "A referral's reference (Crockford base 32). It says nothing of the SAR, so it may stand in e-mails and addresses.",
  },
  OrganisationCode: { schema: organisationCode, description: 'The code of an organisation.' },
  ReportingYear: {
    schema: reportingYear,
    description: '1 April to 31 March, written `2026-27`.',
    pattern: String.raw`^\d{4}-\d{2}$`,
  },
} as const satisfies Readonly<Record<string, Described>>

/** What is sent, by the name it has in the document. */
export const requestSchemas = {
  RegistrationRequest: { schema: requests.registrationBody, description: 'A referral to be made.' },
  AcknowledgementRequest: {
    schema: requests.acknowledgementBody,
    description: "A force's word that it has the referral.",
  },
  ProgressReportRequest: {
    schema: requests.progressReportBody,
    description: "A force's word that its enquiry goes on.",
  },
  OutcomeRequest: {
    schema: requests.outcomeBody,
    description: "A force's answer: what its enquiry showed and what was done.",
  },
  RedirectionRequest: { schema: requests.redirectionBody, description: 'Who has the referral from now on.' },
  WithdrawalRequest: { schema: requests.withdrawalBody, description: 'Why a referral is taken back.' },
  ExtensionRequest: { schema: requests.extensionBody, description: 'How long a date is put off, and why.' },
  RetentionRequest: {
    schema: requests.retentionBody,
    description: 'Why a closed referral is kept, and until when.',
  },
  ErasureRequest: { schema: requests.erasureBody, description: 'Why a closed referral is erased.' },
  ContactsRequest: { schema: requests.contactsBody, description: 'Who holds which role, all at once.' },
  FreezingRequest: {
    schema: requests.freezingBody,
    description: 'The day whose end the figures of an edition stand at, and what it is for.',
  },
  DecisionRequest: { schema: requests.decisionBody, description: 'What you say of your decision, and why.' },
} as const satisfies Readonly<Record<RequestName, Described>>
