import type { Page } from '../../page.ts'
import { downloadBoard, showBoard } from './board/board.ts'
import { findReferrals } from './find.ts'
import { sendImport, showImport } from './import/import.ts'
import { showLearning } from './learning.ts'
import { sendOrganisationContacts, showOrganisationContacts } from './organisations/contacts.ts'
import { listOrganisations, showOrganisation } from './organisations/organisations.ts'
import { downloadOrganisationStatement, showOrganisationStatement } from './organisations/statement.ts'
import { extensionForm } from './referral/extend.ts'
import { showUkfiuReceipt } from './referral/receipt.ts'
import { redirectionForm } from './referral/redirect.ts'
import { showUkfiuReferral } from './referral/referral.ts'
import { withdrawalForm } from './referral/withdraw.ts'
import { sendRegister, showRegister } from './register.ts'
import { erasureForm } from './reviews/erase.ts'
import { retentionForm } from './reviews/retain.ts'
import { showReviews } from './reviews/reviews.ts'
import { showToRedirect } from './to-redirect.ts'

const reading = { method: 'GET', allowed: ['ukfiu'], logged: 'consultation' } as const
const taking = { ...reading, logged: 'disclosure' } as const
const collecting = { method: 'POST', allowed: ['ukfiu'], logged: 'collection' } as const
const erasing = { method: 'POST', allowed: ['ukfiu'], logged: 'erasure' } as const
const moving = { method: 'POST', allowed: ['ukfiu'], logged: 'alteration' } as const

/** The pages of the UKFIU’s officers. */
export const ukfiuPages = {
  'non-responses': { ...reading, path: '/non-responses', serve: showBoard },
  'non-responses as a table': { ...taking, path: '/non-responses/csv', serve: downloadBoard },
  'referrals found': { ...reading, path: '/referrals', serve: findReferrals },
  'referrals to redirect': { ...reading, path: '/to-redirect', serve: showToRedirect },
  'referral as the UKFIU sees it': { ...reading, path: '/referrals/{id}', serve: showUkfiuReferral },
  'receipt of the UKFIU': { ...reading, path: '/referrals/{id}/receipts/{version}', serve: showUkfiuReceipt },
  'redirection form': { ...reading, path: '/referrals/{id}/redirect', serve: redirectionForm.show },
  redirection: { ...moving, path: '/referrals/{id}/redirect', serve: redirectionForm.send },
  'withdrawal form': { ...reading, path: '/referrals/{id}/withdraw', serve: withdrawalForm.show },
  withdrawal: { ...moving, path: '/referrals/{id}/withdraw', serve: withdrawalForm.send },
  'extension form': { ...reading, path: '/referrals/{id}/extend', serve: extensionForm.show },
  extension: { ...moving, path: '/referrals/{id}/extend', serve: extensionForm.send },
  'referrals due for review': { ...reading, path: '/reviews', serve: showReviews },
  'form to keep a referral': { ...reading, path: '/referrals/{id}/retain', serve: retentionForm.show },
  'referral kept': { ...moving, path: '/referrals/{id}/retain', serve: retentionForm.send },
  'form to erase a referral': { ...reading, path: '/referrals/{id}/erase', serve: erasureForm.show },
  'referral erased': { ...erasing, path: '/referrals/{id}/erase', serve: erasureForm.send },
  'registration form': { ...reading, path: '/register', serve: showRegister },
  registration: { ...collecting, path: '/register', serve: sendRegister },
  'import form': { ...reading, path: '/import', serve: showImport },
  'import looked at or saved': { ...collecting, path: '/import', serve: sendImport },
  organisations: { ...reading, path: '/organisations', logged: null, serve: listOrganisations },
  organisation: { ...reading, path: '/organisations/{code}', serve: showOrganisation },
  'contacts of an organisation, form': {
    ...reading,
    path: '/organisations/{code}/contacts',
    serve: showOrganisationContacts,
  },
  'contacts of an organisation': {
    ...moving,
    path: '/organisations/{code}/contacts',
    serve: sendOrganisationContacts,
  },
  'statement of an organisation': {
    ...taking,
    path: '/organisations/{code}/statement',
    serve: showOrganisationStatement,
  },
  'statement of an organisation as a table': {
    ...taking,
    path: '/organisations/{code}/statement/csv',
    serve: downloadOrganisationStatement,
  },
  'learning points': { ...reading, path: '/learning', serve: showLearning },
} as const satisfies Readonly<Record<string, Page>>
