import { problem } from '../../problem.ts'
import { borderForcesId, essexsId, kentsId, psnisId, surreysId, sussexsId } from './ids.ts'

/** What the story's answers are made of. */

const registeredAt = '2026-06-01T09:00:00.000Z'

/** When the day's calendar and policy put a date so many working days on, as it is explained. */
const counted = (dueOn: string, workingDays: number, from: string, division = 'england-and-wales') =>
  `${dueOn} is ${workingDays} working days after ${from}, with no bank holiday in between (calendar ${division} 5b1c8e02, policy 2026-11-21).`

const owing = (what: string, dueOn: string, explanation: string) => ({
  what,
  dueOn,
  overdue: false,
  explanation,
})

/** A closed referral comes up for review after two years. */
const dueForReview = (reviewDueOn: string) => ({ state: 'kept', reviewDueOn })

/** The acknowledgement that is due two weeks after 1 June. */
const acknowledgementOwed = owing('acknowledgement', '2026-06-15', counted('15 June 2026', 10, '1 June 2026'))

const asRegistered = {
  version: 1,
  referredOn: '2026-06-01',
  glossaryCodes: [],
  marking: 'OFFICIAL-SENSITIVE',
  urgent: false,
  restricted: false,
  containsHmrcInformation: false,
  handling: 'P',
  status: 'awaiting_acknowledgement',
  owed: acknowledgementOwed,
  firstReturnDueOn: '2026-07-27',
  registeredAt,
  acknowledgement: null,
  outcome: null,
  retention: null,
}

export const kentsRegistered = {
  ...asRegistered,
  id: kentsId,
  organisation: 'kent',
  subjectType: 'police_officer',
  linkType: 'direct',
  identificationBasis: 'employer_stated_in_sar',
  apparentConcern: 'financial_vulnerability',
  glossaryCodes: ['XXS99XX'],
  risk: { severity: 'medium', suspicion: 'high' },
}

export const kentsAcknowledgement = {
  personnelConfirmed: 'yes',
  localReference: 'PSD/2026/0117',
  expectedBy: '2026-07-24',
}

export const kentsAcknowledged = {
  ...kentsRegistered,
  version: 2,
  status: 'awaiting_first_return',
  owed: owing('first_return', '2026-07-27', counted('27 July 2026', 40, '1 June 2026')),
  acknowledgement: kentsAcknowledgement,
}

export const kentsInProgress = {
  ...kentsAcknowledged,
  version: 3,
  status: 'awaiting_update',
  owed: owing(
    'progress_update',
    '2026-08-28',
    '28 August 2026 is the date that the organisation gave on 22 June 2026.',
  ),
}

export const kentsAnswered = {
  ...kentsAcknowledged,
  status: 'outcome_received',
  owed: null,
  retention: dueForReview('2028-07-10'),
}

export const borderForcesRegistered = {
  ...asRegistered,
  id: borderForcesId,
  organisation: 'border-force',
  subjectType: 'other_law_enforcement',
  linkType: 'known_criminal_associate',
  identificationBasis: 'ukfiu_enquiry',
  apparentConcern: 'possible_corruption',
  restricted: true,
  handling: 'C',
  handlingConditions: 'Anti-corruption unit only. Nothing may be acted on without asking us first.',
}

const givenOnTheDay = '31 July 2026 is the date that the organisation gave on 1 June 2026.'

export const borderForcesInProgress = {
  ...borderForcesRegistered,
  version: 2,
  status: 'awaiting_update',
  owed: owing('progress_update', '2026-07-31', givenOnTheDay),
}

export const borderForcesExtended = {
  ...borderForcesInProgress,
  version: 3,
  owed: owing(
    'progress_update',
    '2026-08-14',
    `${givenOnTheDay} The UKFIU put it off from 31 July 2026 by 10 working days, with no bank holiday in between. It is now 14 August 2026.`,
  ),
}

export const psnisRegistered = {
  ...asRegistered,
  id: psnisId,
  organisation: 'psni',
  subjectType: 'police_officer',
  linkType: 'family_member',
  identificationBasis: 'other',
  apparentConcern: 'unclear',
  urgent: true,
  containsHmrcInformation: true,
  owed: owing('acknowledgement', '2026-06-03', counted('3 June 2026', 2, '1 June 2026', 'northern-ireland')),
  firstReturnDueOn: '2026-06-15',
}

const staffAtAConnectedBusiness = {
  ...asRegistered,
  subjectType: 'police_staff',
  linkType: 'connected_business',
  identificationBasis: 'employer_stated_in_sar',
  apparentConcern: 'unclear',
}

export const surreysRedirected = {
  ...staffAtAConnectedBusiness,
  id: surreysId,
  version: 2,
  organisation: 'surrey',
  referredOn: '2026-05-29',
  status: 'redirected',
  owed: null,
  retention: dueForReview('2028-06-01'),
  firstReturnDueOn: '2026-07-24',
}

export const sussexsRegistered = {
  ...staffAtAConnectedBusiness,
  id: sussexsId,
  organisation: 'sussex',
  registeredAt: '2026-06-01T13:00:00.000Z',
}

export const essexsWithdrawn = {
  ...kentsRegistered,
  id: essexsId,
  version: 2,
  organisation: 'essex',
  identificationBasis: 'role_stated_employer_inferred',
  glossaryCodes: [],
  risk: undefined,
  status: 'withdrawn',
  owed: null,
  retention: dueForReview('2028-06-01'),
}

/** What the UKFIU sees of a referral beside what its organisation sees. */
export const toTheUkfiu = <Told extends object>(
  referral: Told,
  sarReference: string | null,
  ...alsoWith: readonly string[]
) => ({ ...referral, sarReference, alsoWith })

/** A referral with the receipt for the version that it is at. */
export const withReceipt = <Told extends { readonly id: string; readonly version: number }>(
  referral: Told,
  at: string,
) => ({
  ...referral,
  receipt: {
    reference: `${referral.id}-${referral.version}`,
    at,
    referral: referral.id,
    version: referral.version,
  },
})

/** A refusal that names fields, each by its pointer. */
export const invalid = (...errors: readonly (readonly [pointer: string, detail: string])[]) =>
  problem(
    422,
    'Some of what was sent is not valid: put right each field named in errors.',
    errors.map(([pointer, detail]) => ({ pointer, detail })),
  )
