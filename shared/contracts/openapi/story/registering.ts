import { importColumns } from '../../import.ts'
import { problem } from '../../problem.ts'
import { essexsId, kentsId, surreysId } from './ids.ts'
import type { Step } from './step.ts'
import { borderForcesRegistered, invalid, kentsRegistered, psnisRegistered, toTheUkfiu } from './told.ts'

const at = '2026-06-01T09:00:00.000Z'

const kents = {
  sarReference: 'SAR-2026/000417',
  organisation: 'kent',
  referredOn: '2026-06-01',
  subjectType: 'police_officer',
  linkType: 'direct',
  identificationBasis: 'employer_stated_in_sar',
  apparentConcern: 'financial_vulnerability',
  glossaryCodes: ['XXS99XX'],
  risk: { severity: 'medium', suspicion: 'high' },
  handling: 'P',
}

const importHeader =
  'sarReference,organisation,referredOn,subjectType,linkType,identificationBasis,apparentConcern,handling'

/** The UKFIU registers referrals. */
export const registering: readonly Step[] = [
  {
    name: 'register',
    summary: 'A SAR is referred to Kent Police',
    route: 'registerReferral',
    as: 'ukfiu',
    at,
    body: kents,
    status: 201,
    answer: toTheUkfiu(kentsRegistered, 'SAR-2026/000417'),
  },
  {
    name: 'registerRestricted',
    summary: 'A restricted referral, shared under conditions',
    route: 'registerReferral',
    as: 'ukfiu',
    at,
    body: {
      sarReference: 'SAR-2026/000418',
      organisation: 'border-force',
      referredOn: '2026-06-01',
      subjectType: 'other_law_enforcement',
      linkType: 'known_criminal_associate',
      identificationBasis: 'ukfiu_enquiry',
      apparentConcern: 'possible_corruption',
      handling: 'C',
      handlingConditions: 'Anti-corruption unit only. Nothing may be acted on without asking us first.',
      restricted: true,
    },
    status: 201,
    answer: toTheUkfiu(borderForcesRegistered, 'SAR-2026/000418'),
  },
  {
    name: 'registerUrgent',
    summary: 'An urgent referral, to which the shorter clocks hold',
    route: 'registerReferral',
    as: 'ukfiu',
    at,
    body: {
      sarReference: 'SAR-2026/000421',
      organisation: 'psni',
      referredOn: '2026-06-01',
      subjectType: 'police_officer',
      linkType: 'family_member',
      identificationBasis: 'other',
      apparentConcern: 'unclear',
      handling: 'P',
      urgent: true,
      containsHmrcInformation: true,
    },
    status: 201,
    answer: toTheUkfiu(psnisRegistered, 'SAR-2026/000421'),
  },
  {
    name: 'registerAgain',
    summary: 'The same registration again answers with the referral that is there',
    route: 'registerReferral',
    as: 'ukfiu',
    at,
    body: kents,
    status: 200,
    answer: toTheUkfiu(kentsRegistered, 'SAR-2026/000417'),
  },
  {
    name: 'registerDifferently',
    summary: 'The same SAR and organisation with other content',
    route: 'registerReferral',
    as: 'ukfiu',
    at,
    body: { ...kents, urgent: true },
    status: 409,
    answer: problem(
      409,
      `This SAR is registered with this organisation already, as ${kentsId}, with other content. Read that one.`,
    ),
  },
  {
    name: 'registerWithMistakes',
    summary: 'Fields that are missing, wrong or not known',
    route: 'registerReferral',
    as: 'ukfiu',
    at,
    body: { ...kents, referredOn: '2026-02-30', linkType: undefined, colour: 'blue' },
    status: 422,
    answer: invalid(
      ['/referredOn', 'Must be a date that exists, written YYYY-MM-DD.'],
      ['/linkType', 'This field is needed.'],
      ['/colour', 'Not a field of this request: check its spelling, or leave it out.'],
    ),
  },
  {
    name: 'import',
    summary: 'Two new rows, one that is there already and one with a mistake',
    route: 'importReferrals',
    as: 'ukfiu',
    at,
    body: [
      importHeader,
      'SAR-2026/000417,essex,2026-06-01,police_officer,direct,role_stated_employer_inferred,financial_vulnerability,P',
      'SAR-2026/000419,surrey,2026-05-29,police_staff,connected_business,employer_stated_in_sar,unclear,P',
      'SAR-2026/000419,surrey,2026-05-29,police_staff,connected_business,employer_stated_in_sar,unclear,P',
      'SAR-2026/000420,surrey,2026-02-30,police_staff,direct,employer_stated_in_sar,unclear,P',
      '',
    ].join('\n'),
    status: 200,
    answer: {
      items: [
        { row: 1, result: 'created', id: essexsId },
        { row: 2, result: 'created', id: surreysId },
        { row: 3, result: 'existing', id: surreysId },
        {
          row: 4,
          result: 'refused',
          errors: [{ column: 'referredOn', detail: 'Must be a date that exists, written YYYY-MM-DD.' }],
        },
      ],
    },
  },
  {
    name: 'importUnknownColumn',
    summary: 'A column that is not known',
    route: 'importReferrals',
    as: 'ukfiu',
    at,
    body: 'sarReference,colour\nSAR-2026/000422,blue\n',
    status: 422,
    answer: problem(422, `These columns are not known: colour. Known are ${importColumns.join(', ')}.`),
  },
]
