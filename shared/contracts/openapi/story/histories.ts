import { kentsId, surreysId, sussexsId } from './ids.ts'
import { corrected, outcome } from './outcomes.ts'
import { kentsAcknowledgement } from './told.ts'

const ukfiu = { id: 'ukfiu', name: 'UKFIU officer', role: 'ukfiu' }
const kentPolice = {
  id: 'force-kent',
  name: 'Kent Police professional standards',
  role: 'force',
  organisation: 'kent',
}

/** What every event has: when, by whom and as which version, with the receipt for it. */
const recorded = (id: string, version: number, at: string, by: object) => ({
  version,
  at,
  by,
  receipt: { reference: `${id}-${version}`, at, referral: id, version },
})

const deadline = (dueOn: string, from: string, workingDays: number) => ({
  dueOn,
  basis: {
    kind: 'working_days',
    from,
    workingDays,
    holidaysSkipped: [],
    calendar: 'england-and-wales 5b1c8e02',
    policy: '2026-11-21',
  },
  extensions: [],
})

const plain = {
  marking: 'OFFICIAL-SENSITIVE',
  urgent: false,
  restricted: false,
  containsHmrcInformation: false,
  handling: 'P',
}

const registeredAt = '2026-06-01T09:00:00.000Z'

/** As Kent Police is told it: without the SAR reference. */
export const kentsHistory = [
  {
    ...recorded(kentsId, 1, registeredAt, ukfiu),
    type: 'registered',
    id: kentsId,
    registration: {
      organisation: 'kent',
      referredOn: '2026-06-01',
      subjectType: 'police_officer',
      linkType: 'direct',
      identificationBasis: 'employer_stated_in_sar',
      apparentConcern: 'financial_vulnerability',
      glossaryCodes: ['XXS99XX'],
      risk: { severity: 'medium', suspicion: 'high' },
      ...plain,
    },
    answeringUnit: 'kent',
    acknowledgementDue: deadline('2026-06-15', '2026-06-01', 10),
    firstReturnDue: deadline('2026-07-27', '2026-06-01', 40),
    firstReturnTakesOverOn: '2026-07-20',
  },
  {
    ...recorded(kentsId, 2, '2026-06-01T11:00:00.000Z', kentPolice),
    type: 'acknowledged',
    acknowledgement: kentsAcknowledgement,
  },
  {
    ...recorded(kentsId, 3, '2026-06-22T14:00:00.000Z', kentPolice),
    type: 'progress_reported',
    report: {
      detailWithheld: false,
      stage: 'under_investigation',
      nextUpdateOn: '2026-08-28',
      rationale: 'Bank statements have been asked for and are expected within the month.',
    },
    received: { on: '2026-06-22', workingDays: 15 },
    updateDue: { dueOn: '2026-08-28', basis: { kind: 'given', on: '2026-06-22' }, extensions: [] },
  },
  {
    ...recorded(kentsId, 4, '2026-07-10T09:15:00.000Z', kentPolice),
    type: 'outcome_given',
    outcome,
    received: { on: '2026-07-10', workingDays: 29 },
    codeLists: '2026-04',
  },
  {
    ...recorded(kentsId, 5, '2026-07-10T15:00:00.000Z', kentPolice),
    type: 'outcome_given',
    outcome: corrected,
    received: { on: '2026-07-10', workingDays: 29 },
    codeLists: '2026-04',
  },
]

/** As the UKFIU is told it: with where it was redirected to. */
export const surreysHistory = [
  {
    ...recorded(surreysId, 1, registeredAt, ukfiu),
    type: 'registered',
    id: surreysId,
    registration: {
      sarReference: 'SAR-2026/000419',
      organisation: 'surrey',
      referredOn: '2026-05-29',
      subjectType: 'police_staff',
      linkType: 'connected_business',
      identificationBasis: 'employer_stated_in_sar',
      apparentConcern: 'unclear',
      glossaryCodes: [],
      ...plain,
    },
    answeringUnit: 'surrey',
    acknowledgementDue: deadline('2026-06-12', '2026-05-29', 10),
    firstReturnDue: deadline('2026-07-24', '2026-05-29', 40),
    firstReturnTakesOverOn: '2026-07-17',
  },
  {
    ...recorded(surreysId, 2, '2026-06-01T13:00:00.000Z', ukfiu),
    type: 'redirected',
    redirection: {
      organisation: 'sussex',
      reason: 'moved_force',
      rationale: 'Surrey Police says that the member of staff moved to Sussex in April.',
    },
    to: sussexsId,
  },
]
