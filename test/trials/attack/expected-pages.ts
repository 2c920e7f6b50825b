import type { assessmentPages } from '../../../functions/web/pages/assessment/pages.ts'
import type { auditPages } from '../../../functions/web/pages/audit/pages.ts'
import type { forcePages } from '../../../functions/web/pages/force/pages.ts'
import type { ukfiuPages } from '../../../functions/web/pages/ukfiu/pages.ts'
import type { Caller } from '../support/callers.ts'

type PageName =
  keyof typeof forcePages | keyof typeof ukfiuPages | keyof typeof assessmentPages | keyof typeof auditPages

/** Who is let through; those who are shown nothing because the referral is restricted, or isn't theirs, get “not found”. */
export type Audience =
  'forces' | 'forces of the referral' | 'ukfiu' | 'assessing' | 'author' | 'approver' | 'auditor'

const forces = ['own', 'ownPlain', 'answering', 'answeringPlain', 'other'] as const

export const audiences: Readonly<Record<Audience, readonly Caller[]>> = {
  forces,
  'forces of the referral': forces,
  ukfiu: ['ukfiu'],
  assessing: ['ukfiu', 'author', 'approver'],
  author: ['author'],
  approver: ['approver'],
  auditor: ['auditor'],
}

/** Who of a force is told that a referral of Border Force is not there: always, and where it is restricted. */
export const notThere: readonly Caller[] = ['other']
export const notThereRestricted: readonly Caller[] = ['other', 'ownPlain', 'answeringPlain']

/** Whose each page is. Written by hand beside the service's own table: a new page needs a row here. */
export const expectedPages = {
  'what a force owes': 'forces',
  'referral of a force': 'forces of the referral',
  'acknowledgement form': 'forces of the referral',
  acknowledgement: 'forces of the referral',
  'progress form': 'forces of the referral',
  'progress report': 'forces of the referral',
  'outcome begun': 'forces of the referral',
  'outcome form': 'forces of the referral',
  'outcome saved': 'forces of the referral',
  'outcome check': 'forces of the referral',
  outcome: 'forces of the referral',
  'outcome discarded': 'forces of the referral',
  receipt: 'forces of the referral',
  'contacts form': 'forces',
  contacts: 'forces',
  statement: 'forces',
  'statement as a table': 'forces',
  'non-responses': 'ukfiu',
  'non-responses as a table': 'ukfiu',
  'referrals found': 'ukfiu',
  'referrals to redirect': 'ukfiu',
  'referral as the UKFIU sees it': 'ukfiu',
  'receipt of the UKFIU': 'ukfiu',
  'redirection form': 'ukfiu',
  redirection: 'ukfiu',
  'withdrawal form': 'ukfiu',
  withdrawal: 'ukfiu',
  'extension form': 'ukfiu',
  extension: 'ukfiu',
  'referrals due for review': 'ukfiu',
  'form to keep a referral': 'ukfiu',
  'referral kept': 'ukfiu',
  'form to erase a referral': 'ukfiu',
  'referral erased': 'ukfiu',
  'registration form': 'ukfiu',
  registration: 'ukfiu',
  'import form': 'ukfiu',
  'import looked at or saved': 'ukfiu',
  organisations: 'ukfiu',
  organisation: 'ukfiu',
  'contacts of an organisation, form': 'ukfiu',
  'contacts of an organisation': 'ukfiu',
  'statement of an organisation': 'ukfiu',
  'statement of an organisation as a table': 'ukfiu',
  'learning points': 'ukfiu',
  'the years of the assessment': 'assessing',
  'figures of a year': 'assessing',
  'figures of a year taken away': 'assessing',
  'figures of a year against its last edition': 'assessing',
  'form to freeze a year': 'author',
  'year frozen as a draft': 'author',
  'edition of a year': 'assessing',
  'edition of a year taken away': 'assessing',
  'receipt for an edition': 'assessing',
  'form to approve an edition': 'approver',
  'edition approved': 'approver',
  'form to return an edition': 'approver',
  'edition returned to its author': 'approver',
  'search the access log': 'auditor',
  'take entries of the access log away': 'auditor',
} as const satisfies Readonly<Record<PageName, Audience>>
