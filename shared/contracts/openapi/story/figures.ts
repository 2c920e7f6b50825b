import { kentsId, psnisId } from './ids.ts'

const twoOfThree = { value: 2 / 3, low: 0.20765960080204765, high: 0.9385080552796037 }
const oneOfOne = { value: 1, low: 0.20654931437723745, high: 1 }

const kentsResponse = {
  referralsMade: 1,
  returnedOnTime: 1,
  returnedLate: 0,
  outstanding: 0,
  notYetDue: 0,
  responseRate: oneOfOne,
}
const nationalResponse = {
  referralsMade: 4,
  returnedOnTime: 2,
  returnedLate: 0,
  outstanding: 1,
  notYetDue: 1,
  responseRate: twoOfThree,
  withdrawn: 1,
  redirected: 1,
}
const workingDaysToOutcome = { count: 1, median: 29, p90: 29 }
const nationalTimeliness = {
  workingDaysToFirstReturn: { count: 2, median: 0, p90: 15 },
  workingDaysToOutcome,
}
const evidenceOfCorruption = { actual: 0, potential: 1, none: 0, unable_to_determine: 0, no_outcome_yet: 3 }
const corruptionCategories = [{ code: 'vulnerability', label: 'Vulnerability', actual: 0, potential: 1 }]

const sent = (what: string, version: number, at: string) => ({
  what,
  receipt: { reference: `${kentsId}-${version}`, at, referral: kentsId, version },
})

const whatKentSent = [
  sent('acknowledged', 2, '2026-06-01T11:00:00.000Z'),
  sent('progress_reported', 3, '2026-06-22T14:00:00.000Z'),
  sent('outcome_given', 4, '2026-07-10T09:15:00.000Z'),
  sent('outcome_given', 5, '2026-07-10T15:00:00.000Z'),
]

/** The statement of Kent Police on 14 July; the list of categories is an excerpt. */
export const kentsStatement = {
  organisation: { code: 'kent', name: 'Kent Police' },
  reportingYear: '2026-27',
  asAt: '2026-07-14',
  cutOff: '2027-04-30',
  own: {
    response: { ...kentsResponse, withdrawn: 0, redirected: 0 },
    timeliness: { workingDaysToFirstReturn: { count: 1, median: 15, p90: 15 }, workingDaysToOutcome },
  },
  national: {
    response: nationalResponse,
    timeliness: nationalTimeliness,
    evidenceOfCorruption,
    corruptionCategories,
    themes: [],
  },
  referrals: [
    {
      id: kentsId,
      referredOn: '2026-06-01',
      status: 'outcome_received',
      owed: null,
      firstReturnDueOn: '2026-07-27',
      firstReturnOn: '2026-06-22',
      sent: whatKentSent,
    },
  ],
}

const csvHeader =
  'referral,referredOn,status,owed,owedOn,overdue,firstReturnDueOn,firstReturnOn,sent,sentAt,receipt'

export const kentsStatementAsCsv = [
  csvHeader,
  ...whatKentSent.map(
    ({ what, receipt: { at, reference } }) =>
      `${kentsId},2026-06-01,outcome_received,,,,2026-07-27,2026-06-22,${what},${at},${reference}`,
  ),
  '',
].join('\r\n')

/** The year's figures on 15 July; the lists of codes and organisations are excerpts. */
export const assessment = {
  reportingYear: '2026-27',
  asAt: '2026-07-15',
  version: 'internal',
  countingUnit: 'referral',
  response: nationalResponse,
  responseByMonth: [
    {
      month: '2026-06',
      referralsMade: 4,
      returnedOnTime: 2,
      returnedLate: 0,
      outstanding: 1,
      notYetDue: 1,
    },
  ],
  outstandingByAge: [{ code: 'up_to_30', label: '1 to 30 days', count: 1 }],
  evidenceOfCorruption,
  corruptionCategories,
  otherConcerns: [
    { code: 'financial_vulnerability', label: 'Financial vulnerability', count: 1 },
    { code: 'debt', label: 'Debt', count: 1 },
  ],
  actions: [{ code: 'welfare_support', label: 'Welfare support', count: 1 }],
  disciplinaryActions: [{ code: 'written_warning', label: 'Written warning', count: 1 }],
  criminalOutcomes: [{ code: 'none', label: 'None', count: 1 }],
  intelligenceValue: [{ code: 'new_information', label: 'New information', count: 1 }],
  subjectTypes: [{ code: 'police_officer', label: 'Police officer', referrals: 2, actual: 0, potential: 1 }],
  linkTypes: [{ code: 'direct', label: 'Direct', referrals: 1, actual: 0, potential: 1 }],
  timeliness: nationalTimeliness,
  organisations: [
    {
      code: 'kent',
      name: 'Kent Police',
      ...kentsResponse,
      oldestOutstandingDays: null,
      outstandingReferrals: [],
    },
    {
      code: 'psni',
      name: 'Police Service of Northern Ireland',
      referralsMade: 1,
      returnedOnTime: 0,
      returnedLate: 0,
      outstanding: 1,
      notYetDue: 0,
      responseRate: { value: 0, low: 0, high: 0.7934506856227626 },
      oldestOutstandingDays: 30,
      outstandingReferrals: [{ id: psnisId, daysOverdue: 30 }],
    },
  ],
  themes: [],
  dataQuality: {
    organisationsWithReferrals: 4,
    organisationsInScope: 52,
    cutOff: '2027-04-30',
    returnedAfterCutOff: 0,
    referralsWithoutRecordedRisk: 3,
    codeListVersions: ['2026-04'],
    withHmrcInformation: 1,
  },
}

const none = { count: 0, median: null, p90: null }

/** The published version as at a day before the first referral; the lists are left out. */
export const nothingYet = {
  reportingYear: '2026-27',
  asAt: '2026-04-30',
  version: 'published',
  countingUnit: 'referral',
  response: {
    referralsMade: 0,
    returnedOnTime: 0,
    returnedLate: 0,
    outstanding: 0,
    notYetDue: 0,
    responseRate: null,
    withdrawn: 0,
    redirected: 0,
  },
  responseByMonth: [],
  outstandingByAge: [],
  evidenceOfCorruption: { actual: 0, potential: 0, none: 0, unable_to_determine: 0, no_outcome_yet: 0 },
  corruptionCategories: [],
  otherConcerns: [],
  actions: [],
  disciplinaryActions: [],
  criminalOutcomes: [],
  intelligenceValue: [],
  subjectTypes: [],
  linkTypes: [],
  timeliness: { workingDaysToFirstReturn: none, workingDaysToOutcome: none },
  themes: [],
  dataQuality: {
    organisationsWithReferrals: 0,
    organisationsInScope: 52,
    cutOff: '2027-04-30',
    returnedAfterCutOff: 0,
    referralsWithoutRecordedRisk: 0,
    codeListVersions: [],
    withheldCounts: 0,
    counts: 178,
  },
}
