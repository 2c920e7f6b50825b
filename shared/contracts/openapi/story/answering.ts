import { borderForcesId, kentsId } from './registering.ts'
import type { Step } from './step.ts'

const kents = { as: 'force-kent', path: { id: kentsId } } as const

const outcome = {
  subjectConfirmed: 'current_personnel',
  evidenceOfCorruption: 'potential',
  corruptionCategories: ['vulnerability'],
  otherConcerns: ['financial_vulnerability', 'debt'],
  actions: ['intelligence_report', 'misconduct_investigation', 'welfare_support'],
  criminalOutcome: 'none',
  proceedingType: 'none',
  findingLevel: 'not_applicable',
  disciplinaryAction: 'none',
  leftBeforeConclusion: 'no',
  barredList: 'no',
  intelligenceValue: 'new_information',
  linkAlreadyDeclared: 'not_applicable',
  concludedOn: '2026-07-09',
  rationale: 'Payments to an online gambling firm explain the debts. Welfare support is in place.',
}

const corrected = {
  ...outcome,
  proceedingType: 'misconduct_meeting',
  findingLevel: 'misconduct',
  disciplinaryAction: 'written_warning',
  rationale: 'The misconduct meeting has now been held: the debts had not been declared at vetting.',
  learning: 'Ask about gambling when vetting is renewed.',
}

/** Forces say on the day that they have the referral. */
export const acknowledging: readonly Step[] = [
  {
    name: 'acknowledge',
    summary: 'Kent Police has the referral',
    route: 'acknowledge',
    ...kents,
    at: '2026-06-01T11:00:00.000Z',
    body: { personnelConfirmed: 'yes', localReference: 'PSD/2026/0117', expectedBy: '2026-07-24' },
    status: 200,
  },
  {
    name: 'acknowledgeDifferently',
    summary: 'Another acknowledgement after the first',
    route: 'acknowledge',
    ...kents,
    at: '2026-06-01T11:05:00.000Z',
    body: { personnelConfirmed: 'checking' },
    status: 409,
  },
  {
    name: 'reportProgressWithheld',
    summary: 'A covert enquiry says no more than that it goes on',
    route: 'reportProgress',
    as: 'force-nca',
    path: { id: borderForcesId },
    at: '2026-06-01T12:00:00.000Z',
    body: { detailWithheld: true, nextUpdateOn: '2026-07-31' },
    status: 200,
  },
]

/** Kent Police reports progress, gives the outcome and corrects it. */
export const answering: readonly Step[] = [
  {
    name: 'reportProgress',
    summary: 'The enquiry goes on',
    route: 'reportProgress',
    ...kents,
    at: '2026-06-22T14:00:00.000Z',
    body: {
      stage: 'under_investigation',
      nextUpdateOn: '2026-08-28',
      rationale: 'Bank statements have been asked for and are expected within the month.',
    },
    status: 200,
  },
  {
    name: 'reportProgressTooFar',
    summary: 'The next update is too far away',
    route: 'reportProgress',
    ...kents,
    at: '2026-06-22T14:05:00.000Z',
    body: {
      stage: 'under_investigation',
      nextUpdateOn: '2026-12-24',
      rationale: 'Bank statements have been asked for and are expected within the year.',
    },
    status: 422,
  },
  {
    name: 'giveOutcome',
    summary: 'The first outcome needs no version',
    route: 'giveOutcome',
    ...kents,
    at: '2026-07-10T09:15:00.000Z',
    body: outcome,
    status: 200,
  },
  {
    name: 'giveOutcomeAgain',
    summary: 'The same outcome again changes nothing and earns the same receipt',
    route: 'giveOutcome',
    ...kents,
    at: '2026-07-10T09:20:00.000Z',
    body: outcome,
    status: 200,
  },
  {
    name: 'correctWithoutVersion',
    summary: 'A correction that does not say which version it changes',
    route: 'giveOutcome',
    ...kents,
    at: '2026-07-10T09:25:00.000Z',
    body: corrected,
    status: 428,
  },
  {
    name: 'correctStaleVersion',
    summary: 'A correction of a version that is not the latest',
    route: 'giveOutcome',
    ...kents,
    at: '2026-07-10T09:30:00.000Z',
    headers: { 'If-Match': '"3"' },
    body: corrected,
    status: 412,
  },
  {
    name: 'correctAgainstRules',
    summary: 'Fields that contradict each other',
    route: 'giveOutcome',
    ...kents,
    at: '2026-07-10T09:35:00.000Z',
    headers: { 'If-Match': '"4"' },
    body: { ...corrected, evidenceOfCorruption: 'none', disciplinaryAction: 'dismissal_without_notice' },
    status: 422,
  },
  {
    name: 'correctOutcome',
    summary: 'A correction names the version it changes',
    route: 'giveOutcome',
    ...kents,
    at: '2026-07-10T15:00:00.000Z',
    headers: { 'If-Match': '"4"' },
    body: corrected,
    status: 200,
  },
  {
    name: 'readHistory',
    summary: 'Everything that happened to the referral',
    route: 'readHistory',
    ...kents,
    at: '2026-07-10T15:05:00.000Z',
    status: 200,
  },
]
