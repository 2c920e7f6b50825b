import type { Page } from '../../page.ts'
import { showChanges } from './changes.ts'
import { sendDecision, showDecision } from './decide.ts'
import { showDone } from './done.ts'
import { downloadEdition, downloadYear } from './download.ts'
import { showEdition } from './edition.ts'
import { sendFreeze, showFreeze } from './freeze.ts'
import { showYear } from './year.ts'
import { showYears } from './years.ts'

/** Who reads the year's figures. */
const assessing = ['ukfiu', 'sta_author', 'sta_approver'] as const

const read = { method: 'GET', allowed: assessing, logged: 'combination' } as const
const taken = { ...read, logged: 'disclosure' } as const
/** A form shows nothing about anybody. */
const form = { method: 'GET', logged: null } as const
const decision = { method: 'POST', allowed: ['sta_approver'], logged: 'alteration' } as const

const edition = '/assessments/{year}/editions/{n}'

/** The pages of those who write, approve and read the annual assessment. */
export const assessmentPages = {
  'the years of the assessment': { ...read, path: '/assessments', serve: showYears },
  'figures of a year': { ...read, path: '/assessments/{year}', serve: showYear },
  'figures of a year taken away': {
    ...taken,
    path: '/assessments/{year}/download/{format}',
    serve: downloadYear,
  },
  'figures of a year against its last edition': {
    ...read,
    path: '/assessments/{year}/changes',
    serve: showChanges,
  },
  'form to freeze a year': {
    ...form,
    allowed: ['sta_author'],
    path: '/assessments/{year}/freeze',
    serve: showFreeze,
  },
  'year frozen as a draft': {
    method: 'POST',
    allowed: ['sta_author'],
    path: '/assessments/{year}/freeze',
    logged: 'combination',
    serve: sendFreeze,
  },
  'edition of a year': { ...read, path: edition, logged: 'consultation', serve: showEdition },
  'edition of a year taken away': { ...taken, path: `${edition}/download/{format}`, serve: downloadEdition },
  'receipt for an edition': { ...form, allowed: assessing, path: `${edition}/done`, serve: showDone },
  'form to approve an edition': {
    ...form,
    allowed: ['sta_approver'],
    path: `${edition}/approve`,
    serve: showDecision('approve'),
  },
  'edition approved': { ...decision, path: `${edition}/approve`, serve: sendDecision('approve') },
  'form to return an edition': {
    ...form,
    allowed: ['sta_approver'],
    path: `${edition}/return`,
    serve: showDecision('return'),
  },
  'edition returned to its author': { ...decision, path: `${edition}/return`, serve: sendDecision('return') },
} as const satisfies Readonly<Record<string, Page>>
