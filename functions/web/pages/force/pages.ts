import type { Page } from '../../page.ts'
import { sendAcknowledge, showAcknowledge } from './acknowledge.ts'
import { sendContacts, showContacts } from './contacts.ts'
import { discard, sendCheck, showCheck } from './outcome/check.ts'
import { beginOutcome, sendStep, showStep } from './outcome/step.ts'
import { listOwed } from './owed.ts'
import { sendProgress, showProgress } from './progress.ts'
import { showReceipt } from './receipt.ts'
import { showReferral } from './referral.ts'
import { downloadStatement, showStatement } from './statement.ts'

const reading = { method: 'GET', allowed: ['force'], logged: 'consultation' } as const
const answering = { method: 'POST', allowed: ['force'], logged: 'alteration' } as const

/** The pages of a force's professional standards department. */
export const forcePages = {
  'what a force owes': { ...reading, path: '/referrals', serve: listOwed },
  'referral of a force': { ...reading, path: '/referrals/{id}', serve: showReferral },
  'acknowledgement form': { ...reading, path: '/referrals/{id}/acknowledge', serve: showAcknowledge },
  acknowledgement: { ...answering, path: '/referrals/{id}/acknowledge', serve: sendAcknowledge },
  'progress form': { ...reading, path: '/referrals/{id}/progress', serve: showProgress },
  'progress report': { ...answering, path: '/referrals/{id}/progress', serve: sendProgress },
  'outcome begun': { ...reading, path: '/referrals/{id}/outcome', serve: beginOutcome },
  'outcome form': { ...reading, path: '/referrals/{id}/outcome/{step}', serve: showStep },
  'outcome saved': { ...answering, path: '/referrals/{id}/outcome/{step}', serve: sendStep },
  'outcome check': { ...reading, path: '/referrals/{id}/outcome/check', serve: showCheck },
  outcome: { ...answering, path: '/referrals/{id}/outcome/check', serve: sendCheck },
  'outcome discarded': { ...answering, path: '/referrals/{id}/outcome/discard', serve: discard },
  receipt: { ...reading, path: '/referrals/{id}/receipts/{version}', serve: showReceipt },
  'contacts form': { ...reading, path: '/contacts', serve: showContacts },
  contacts: { ...answering, path: '/contacts', serve: sendContacts },
  statement: { ...reading, path: '/statement', logged: 'disclosure', serve: showStatement },
  'statement as a table': {
    ...reading,
    path: '/statement/csv',
    logged: 'disclosure',
    serve: downloadStatement,
  },
} as const satisfies Readonly<Record<string, Page>>
