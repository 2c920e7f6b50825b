import { accessEntry } from '../access-log.ts'
import { answers } from '../answers.ts'
import * as events from '../answers/event.ts'
import { edition, editions } from '../answers/editions.ts'
import * as figures from '../answers/figures.ts'
import { learningPoint, learningPoints } from '../answers/learning.ts'
import { nonResponse, nonResponses, organisationNonResponses } from '../answers/non-responses.ts'
import { contact, organisation, problem, rowResult } from '../answers/plain.ts'
import { changedReferral, owed, receipt, referral, registration, retention } from '../answers/referral.ts'
import { dueReview, dueReviews } from '../answers/reviews.ts'
import { statement, statementLine } from '../answers/statement.ts'
import { actor, deadline } from '../items.ts'
import * as kept from '../kept.ts'
import { erasureBody } from '../requests.ts'
import type { Described } from './schemas.ts'

const { readHistory, listReferrals, readAccessLog, listOrganisations, readContacts, importReferrals } =
  answers

const referrals: Readonly<Record<string, Described>> = {
  Referral: { schema: referral, description: 'A referral as you see it.' },
  ChangedReferral: {
    schema: changedReferral,
    description: 'A referral after your change, with the receipt for it.',
  },
  ReferralPage: { schema: listReferrals, description: 'A page of referrals.' },
  OwedNow: { schema: owed, description: 'What the organisation owes for the referral now.' },
  Receipt: { schema: receipt, description: 'Proof that an answer is recorded.' },
  Registration: { schema: registration, description: 'What the UKFIU said when it made the referral.' },
  Acknowledgement: {
    schema: kept.keptAcknowledgement,
    description: 'An acknowledgement as it was sent; null in place of a text that was erased.',
  },
  ProgressReport: {
    schema: kept.keptReport,
    description: 'A progress report as it was sent; null in place of a text that was erased.',
  },
  Outcome: {
    schema: kept.keptOutcome,
    description: 'An outcome as it was sent; null in place of a text that was erased.',
  },
  Redirection: { schema: events.redirection, description: 'A redirection, as far as you are told of it.' },
  Withdrawal: {
    schema: kept.keptWithdrawal,
    description: 'A withdrawal as it was sent; null in place of a text that was erased.',
  },
  Extension: {
    schema: kept.keptExtension,
    description: 'An extension as it was sent; null in place of a text that was erased.',
  },
  RetentionDecided: {
    schema: events.retention,
    description: 'That it is kept, as far as you are told of it.',
  },
  Erasure: { schema: erasureBody, description: 'Why it was erased.' },
  Retention: {
    schema: retention,
    description: 'What is to become of a closed referral: when its review comes up, or that it was erased.',
  },
  DueReviews: { schema: dueReviews, description: 'What waits for a decision of the retention review.' },
  DueReview: { schema: dueReview, description: 'A closed referral whose review has come up.' },
}

const history: Readonly<Record<string, Described>> = {
  History: { schema: readHistory, description: 'Everything that happened to a referral.' },
  Event: { schema: events.event, description: 'Something that happened to a referral.' },
  RegisteredEvent: { schema: events.registeredEvent, description: 'The UKFIU referred it.' },
  AcknowledgedEvent: { schema: events.acknowledgedEvent, description: 'The force said that it has it.' },
  ProgressReportedEvent: {
    schema: events.progressReportedEvent,
    description: 'The force reported progress.',
  },
  OutcomeGivenEvent: {
    schema: events.outcomeGivenEvent,
    description: 'The force gave or corrected the outcome.',
  },
  RedirectedEvent: {
    schema: events.redirectedEvent,
    description: 'The UKFIU passed it on to another organisation.',
  },
  WithdrawnEvent: { schema: events.withdrawnEvent, description: 'The UKFIU took it back.' },
  DateExtendedEvent: { schema: events.dateExtendedEvent, description: 'The UKFIU put off a date.' },
  DatesRecalculatedEvent: {
    schema: events.datesRecalculatedEvent,
    description: 'The calendar changed, and the due dates with it.',
  },
  RemindedEvent: { schema: events.remindedEvent, description: 'A reminder went out.' },
  RetainedEvent: {
    schema: events.retainedEvent,
    description: 'Its review came up, and the UKFIU keeps it.',
  },
  ErasedEvent: {
    schema: events.erasedEvent,
    description: 'Its review came up, and the UKFIU erased all that was written into it.',
  },
  Deadline: { schema: deadline, description: 'A due date with all that explains it.' },
  Actor: { schema: actor, description: 'Who did it: a person, a system or the service by itself.' },
}

const { internalParts, publishedParts } = figures

const figuresOfYears: Readonly<Record<string, Described>> = {
  AnnualSummary: {
    schema: figures.annualSummary,
    description: 'The SAR summary of a reporting year, in either version.',
  },
  InternalSummary: {
    schema: figures.internalSummary,
    description: 'The SAR summary of a reporting year for the UKFIU and the authors of the assessment.',
  },
  PublishedSummary: {
    schema: figures.publishedSummary,
    description:
      'The same for everybody: no organisation, no referral with HMRC information, and `c` in place of every count that somebody could be told from.',
  },
  CountOrWithheld: {
    schema: figures.countOrWithheld,
    description: 'A count, or `c` where it is withheld.',
  },
  OrganisationFigures: {
    schema: figures.organisationFigures,
    description: 'How one organisation answered, with each outstanding referral by reference and age.',
  },
  Response: {
    schema: internalParts.response,
    description:
      'How referrals were answered; returned on time, returned late, outstanding and not yet due sum to the referrals made.',
  },
  MonthCounts: {
    schema: internalParts.monthCounts,
    description: 'How the referrals of a month were answered.',
  },
  Rate: { schema: figures.rate, description: 'A proportion with its 95% Wilson interval.' },
  Timeliness: { schema: internalParts.timeliness, description: 'How long answers took.' },
  Spread: {
    schema: internalParts.spread,
    description: 'Working days it took: of how many, the median and the 90th percentile (nearest rank).',
  },
  EvidenceCounts: { schema: internalParts.evidenceCounts, description: 'Referrals by the evidence found.' },
  CodeCount: { schema: internalParts.codeCount, description: 'Referrals that carry a code.' },
  CategoryCount: {
    schema: internalParts.categoryCount,
    description: 'Referrals of a category, by evidence.',
  },
  KindCount: {
    schema: internalParts.kindCount,
    description: 'Referrals of a kind, and those with evidence.',
  },
  Theme: {
    schema: internalParts.theme,
    description: 'A category, and how many organisations have evidence of it.',
  },
  PublishedResponse: { schema: publishedParts.response, description: 'As `Response`, for everybody.' },
  PublishedCodeCount: { schema: publishedParts.codeCount, description: 'As `CodeCount`, for everybody.' },
  PublishedCategoryCount: {
    schema: publishedParts.categoryCount,
    description: 'As `CategoryCount`, for everybody.',
  },
  PublishedKindCount: { schema: publishedParts.kindCount, description: 'As `KindCount`, for everybody.' },
  PublishedSpread: { schema: publishedParts.spread, description: 'As `Spread`, for everybody.' },
  LearningPoints: { schema: learningPoints, description: 'What others could learn from outcomes.' },
  LearningPoint: {
    schema: learningPoint,
    description: 'What a force said others could learn from an outcome, as its latest version has it.',
  },
  Edition: {
    schema: edition,
    description: "A year's figures and text, frozen, and what was decided about them.",
  },
  Editions: { schema: editions, description: 'Every edition of a year.' },
  Statement: {
    schema: statement,
    description: 'Everything asked of an organisation in a year and everything it sent.',
  },
  StatementLine: { schema: statementLine, description: 'A referral in a statement.' },
}

const others: Readonly<Record<string, Described>> = {
  ImportResult: { schema: importReferrals, description: 'What became of each row.' },
  RowResult: { schema: rowResult, description: 'What became of a row.' },
  NonResponses: { schema: nonResponses, description: 'Everything that is overdue in the country.' },
  OrganisationNonResponses: {
    schema: organisationNonResponses,
    description: 'What is overdue of one organisation.',
  },
  NonResponse: { schema: nonResponse, description: 'A referral whose date has passed.' },
  Organisations: { schema: listOrganisations, description: 'The receiving organisations.' },
  Organisation: {
    schema: organisation,
    description: 'A receiving organisation, with the facts that rules depend on.',
  },
  Contacts: { schema: readContacts, description: 'The role holders of an organisation.' },
  Contact: { schema: contact, description: 'Who holds a role.' },
  AccessLogPage: { schema: readAccessLog, description: 'A page of the access log.' },
  AccessEntry: { schema: accessEntry, description: 'One request, as the access log keeps it.' },
  Problem: { schema: problem, description: 'A refusal (RFC 9457).' },
  Health: { schema: answers.health, description: 'That the service is up.' },
  OpenApi: { schema: answers.readOpenApi, description: 'An OpenAPI 3.1 document.' },
}

/** What is answered, by the name it has in the document. */
export const answeredSchemas: Readonly<Record<string, Described>> = {
  ...referrals,
  ...history,
  ...figuresOfYears,
  ...others,
}
