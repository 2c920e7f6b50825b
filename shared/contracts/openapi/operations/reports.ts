import { accessLogQuery } from '../../access-log.ts'
import { referralPageQuery, reviewsQuery } from '../../paging.ts'
import { learningQuery, statementQuery } from '../../requests.ts'
import type { OperationsOf } from './operation.ts'

const noReferral =
  "There is no such referral that you may see; another organisation's does not exist for you."
const noOrganisation = 'There is no such organisation that you may act for.'

/** What everybody reads. */
export const reportOperations: OperationsOf<'reports'> = {
  listReferrals: {
    summary: 'List referrals',
    description:
      'The referrals that you may see, a page at a time: first the open ones, what is due soonest first, then the closed ones, the latest first. A page may be shorter than `limit` and still have a next.',
    query: referralPageQuery,
    answers: { 200: 'A page of referrals.' },
  },
  readReferral: {
    summary: 'Read a referral',
    description: 'One referral as it stands now, with what is owed for it and why then.',
    versioned: true,
    answers: { 200: 'The referral.' },
    refusals: { 404: noReferral },
  },
  readHistory: {
    summary: 'Read the history of a referral',
    description: 'Everything that happened to a referral, oldest first, with every version of its outcome.',
    answers: { 200: 'Its events.' },
    refusals: { 404: noReferral },
  },
  readNonResponses: {
    summary: 'Read who has not answered',
    description:
      'Every overdue referral by organisation, the worst age first, with what is owed, since when and the reminders sent; the organisations that have been silent for twelve months; and the addresses that e-mail comes back from. As CSV it has a row for each overdue referral.',
    alsoAs: ['text/csv'],
    answers: { 200: 'What is overdue today.' },
  },
  listReviews: {
    summary: 'List the closed referrals whose review has come up',
    description:
      'What waits to be kept or erased, the longest due first. A search each week finds what has come up; what was decided since is left out, so that the next ones come once these are done.',
    query: reviewsQuery,
    answers: { 200: 'What waits.' },
  },
  listLearning: {
    summary: 'List learning points',
    description:
      'What forces said others could learn, from the outcomes of the referrals made in a reporting year: the latest given first.',
    query: learningQuery,
    answers: { 200: 'The learning points.' },
  },
  listOrganisations: {
    summary: 'List the receiving organisations',
    description: 'Every organisation that referrals can be made to, with the facts that rules depend on.',
    answers: { 200: 'The organisations.' },
  },
  readContacts: {
    summary: 'Read the contacts of an organisation',
    description: 'Who holds which role, and on which day each address was last vouched for.',
    answers: { 200: 'The contacts.' },
    refusals: { 404: noOrganisation },
  },
  readStatement: {
    summary: "Read an organisation's statement",
    description:
      'Everything asked of an organisation in a reporting year and everything it sent, with the receipts, and its own timeliness beside the national figures. As CSV it has a row for each thing sent, or one for a referral for which nothing was sent. This year when no year is named.',
    query: statementQuery,
    alsoAs: ['text/csv'],
    answers: { 200: 'The statement.' },
    refusals: { 404: noOrganisation, 422: 'The year is not one, or has not begun.' },
  },
  readAccessLog: {
    summary: 'Read the access log',
    description:
      'Who looked at, changed or took away what, oldest first: of one referral, of one person, or of the days from one to another; of today when nothing is asked. Refusals of permission are in it too.',
    query: accessLogQuery,
    answers: { 200: 'A page of the log.' },
  },
  readOpenApi: {
    summary: 'Read this document',
    description: 'The contract of this service, made from the schemas that its requests are parsed with.',
    answers: { 200: 'This document.' },
  },
  health: {
    summary: 'Ask whether the service is up',
    description: 'Answers once the service takes requests.',
    answers: { 200: 'It is up.' },
  },
}
