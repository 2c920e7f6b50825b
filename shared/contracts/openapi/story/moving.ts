import { problem } from '../../problem.ts'
import { surreysHistory } from './histories.ts'
import { borderForcesId, essexsId, kentsId, surreysId, sussexsId } from './ids.ts'
import type { Step } from './step.ts'
import {
  borderForcesExtended,
  essexsWithdrawn,
  invalid,
  surreysRedirected,
  toTheUkfiu,
  withReceipt,
} from './told.ts'

const ukfiu = { as: 'ukfiu', at: '2026-06-01T13:00:00.000Z' } as const

/** The UKFIU puts off a date, passes a referral on and takes one back. */
export const moving: readonly Step[] = [
  {
    name: 'extend',
    summary: 'Two more weeks for a covert enquiry',
    route: 'extend',
    ...ukfiu,
    path: { id: borderForcesId },
    body: {
      workingDays: 10,
      reason: 'covert_enquiry',
      rationale: 'The unit asks for two weeks more, so that nobody is alerted.',
    },
    status: 200,
    answer: withReceipt(toTheUkfiu(borderForcesExtended, 'SAR-2026/000418'), ukfiu.at),
  },
  {
    name: 'extendTooLong',
    summary: 'More working days than can be given at once',
    route: 'extend',
    ...ukfiu,
    path: { id: borderForcesId },
    body: { workingDays: 30, reason: 'complexity', rationale: 'There are many accounts to look at.' },
    status: 422,
    answer: invalid(['/workingDays', 'Must be at most 20.']),
  },
  {
    name: 'redirect',
    summary: 'The person works for another force',
    route: 'redirect',
    ...ukfiu,
    path: { id: surreysId },
    body: {
      organisation: 'sussex',
      reason: 'moved_force',
      rationale: 'Surrey Police says that the member of staff moved to Sussex in April.',
    },
    status: 200,
    answer: withReceipt(
      {
        ...toTheUkfiu(surreysRedirected, 'SAR-2026/000419', 'sussex'),
        redirectedTo: { id: sussexsId, organisation: 'sussex' },
      },
      ukfiu.at,
    ),
  },
  {
    name: 'readHistoryOfRedirected',
    summary: 'The UKFIU is told where it was redirected to',
    route: 'readHistory',
    ...ukfiu,
    path: { id: surreysId },
    status: 200,
    answer: { items: surreysHistory },
  },
  {
    name: 'redirectClosed',
    summary: 'A referral that is closed',
    route: 'redirect',
    ...ukfiu,
    path: { id: surreysId },
    body: {
      organisation: 'hampshire',
      reason: 'moved_force',
      rationale: 'Sussex Police says that the member of staff moved on to Hampshire.',
    },
    status: 409,
    answer: problem(
      409,
      "The referral is redirected, so this is not possible. You can't redirect it to another organisation now. Nothing more can be done to it.",
    ),
  },
  {
    name: 'withdraw',
    summary: 'A referral that should not have been made',
    route: 'withdraw',
    ...ukfiu,
    path: { id: essexsId },
    body: {
      reason: 'registered_in_error',
      rationale: 'The employer named in the SAR is Kent Police, which has it already.',
    },
    status: 200,
    answer: withReceipt(toTheUkfiu(essexsWithdrawn, 'SAR-2026/000417', 'kent'), ukfiu.at),
  },
  {
    name: 'withdrawWithoutReason',
    summary: 'A withdrawal without a reason',
    route: 'withdraw',
    ...ukfiu,
    path: { id: kentsId },
    body: { rationale: 'It is not needed any more, as far as we can see.' },
    status: 422,
    answer: invalid(['/reason', 'This field is needed.']),
  },
]
