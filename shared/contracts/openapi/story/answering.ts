import { problem } from '../../problem.ts'
import { kentsHistory } from './histories.ts'
import { borderForcesId, kentsId } from './ids.ts'
import { corrected, outcome } from './outcomes.ts'
import type { Step } from './step.ts'
import {
  borderForcesInProgress,
  invalid,
  kentsAcknowledged,
  kentsAcknowledgement,
  kentsAnswered,
  kentsInProgress,
  withReceipt,
} from './told.ts'

const kents = { as: 'force-kent', path: { id: kentsId } } as const

const given = withReceipt({ ...kentsAnswered, version: 4, outcome }, '2026-07-10T09:15:00.000Z')

/** Kent's referral at the end of the story. */
export const kentsCorrected = { ...kentsAnswered, version: 5, outcome: corrected }

/** Forces say on the day that they have the referral. */
export const acknowledging: readonly Step[] = [
  {
    name: 'acknowledge',
    summary: 'Kent Police has the referral',
    route: 'acknowledge',
    ...kents,
    at: '2026-06-01T11:00:00.000Z',
    body: kentsAcknowledgement,
    status: 200,
    answer: withReceipt(kentsAcknowledged, '2026-06-01T11:00:00.000Z'),
  },
  {
    name: 'acknowledgeDifferently',
    summary: 'Another acknowledgement after the first',
    route: 'acknowledge',
    ...kents,
    at: '2026-06-01T11:05:00.000Z',
    body: { personnelConfirmed: 'checking' },
    status: 409,
    answer: problem(
      409,
      "The referral is awaiting_first_return, so this is not possible. You can't acknowledge it now. You can report progress, or give or correct the outcome.",
    ),
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
    answer: withReceipt(borderForcesInProgress, '2026-06-01T12:00:00.000Z'),
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
    answer: withReceipt(kentsInProgress, '2026-06-22T14:00:00.000Z'),
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
    answer: invalid(['/nextUpdateOn', 'Must be after today (2026-06-22) and no later than 2026-09-22.']),
  },
  {
    name: 'giveOutcome',
    summary: 'The first outcome needs no version',
    route: 'giveOutcome',
    ...kents,
    at: '2026-07-10T09:15:00.000Z',
    body: outcome,
    status: 200,
    answer: given,
  },
  {
    name: 'giveOutcomeAgain',
    summary: 'The same outcome again changes nothing and earns the same receipt',
    route: 'giveOutcome',
    ...kents,
    at: '2026-07-10T09:20:00.000Z',
    body: outcome,
    status: 200,
    answer: given,
  },
  {
    name: 'correctWithoutVersion',
    summary: 'A correction that does not say which version it changes',
    route: 'giveOutcome',
    ...kents,
    at: '2026-07-10T09:25:00.000Z',
    body: corrected,
    status: 428,
    answer: problem(
      428,
      'An outcome was given before: send If-Match with the version you are changing, "4".',
    ),
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
    answer: problem(412, 'The referral is at version "4" now: read it again before you change it.'),
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
    answer: invalid(
      ['/corruptionCategories', 'Evidence is none: leave the list empty.'],
      [
        '/disciplinaryAction',
        'After a misconduct meeting: must be none or written_warning or final_written_warning.',
      ],
    ),
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
    answer: withReceipt(kentsCorrected, '2026-07-10T15:00:00.000Z'),
  },
  {
    name: 'readHistory',
    summary: 'Everything that happened to the referral',
    route: 'readHistory',
    ...kents,
    at: '2026-07-10T15:05:00.000Z',
    status: 200,
    answer: { items: kentsHistory },
  },
]
