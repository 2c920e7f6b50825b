import { importColumns, mostImportRows } from '../../import.ts'
import type { OperationsOf } from './operation.ts'

const closed =
  'The referral is in a state in which this is not possible; `detail` names it and what is possible.'
const changed = 'It is done. The receipt says when and as which version.'
const notDue = 'It is open, its review has not come up yet, or it is erased; `detail` says which.'
const notThere = 'There is no such referral.'

/** What the UKFIU writes. */
export const referralOperations: OperationsOf<'referrals'> = {
  registerReferral: {
    summary: 'Register a referral',
    description:
      'Registers one SAR reference as referred to one receiving organisation. The SAR reference is unique with the organisation, so sending the same registration again is safe: it answers with the referral that is there.',
    body: 'RegistrationRequest',
    versioned: true,
    answers: {
      200: 'The same registration was there before; nothing has changed.',
      201: 'It is registered. `Location` is where to read it.',
    },
    refusals: { 409: 'This SAR is registered with this organisation already, with other content.' },
  },
  importReferrals: {
    summary: 'Register many referrals from CSV',
    description: `Takes a header row of field names and up to ${mostImportRows.toLocaleString('en-GB')} rows, each like the body of a single registration. Good rows go in and bad ones do not; every row is answered for. The same file again creates nothing. Columns: ${importColumns.map((column) => `\`${column}\``).join(', ')}. A column that would be empty may be left out. Several glossary codes stand in one cell, apart by spaces.`,
    body: 'csv',
    answers: { 200: 'What became of each row.' },
    refusals: {
      422: 'The header has a column that is not known or stands twice, or there are too many rows.',
    },
  },
  redirect: {
    summary: 'Redirect a referral to another organisation',
    description:
      'Closes this referral as redirected and opens a linked one with the other organisation, referred today. The new one is in the history of this one.',
    body: 'RedirectionRequest',
    versioned: true,
    answers: { 200: changed },
    refusals: { 404: notThere, 409: closed },
  },
  withdraw: {
    summary: 'Withdraw a referral',
    description: 'Takes a referral back. It is kept and counted as withdrawn, never deleted.',
    body: 'WithdrawalRequest',
    versioned: true,
    answers: { 200: changed },
    refusals: { 404: notThere, 409: closed },
  },
  extend: {
    summary: 'Put off the date now owed',
    description:
      'Gives up to 20 working days more, at most twice. The dates before stay on record, and whether the first return was in time is still reckoned by the date first set. The same request again on the same day changes nothing and earns the same receipt.',
    body: 'ExtensionRequest',
    versioned: true,
    answers: { 200: changed },
    refusals: {
      404: notThere,
      409: 'Nothing is owed any more, or the dates were put off twice before.',
    },
  },
  retain: {
    summary: 'Keep a closed referral whose review has come up',
    description:
      'A closed referral comes up for review 24 months after it closed, and whenever the last review said. Keeping it takes a reason, and the day of the next review. The same decision again changes nothing and earns the same receipt.',
    body: 'RetentionRequest',
    versioned: true,
    answers: { 200: changed },
    refusals: { 404: notThere, 409: notDue },
  },
  erase: {
    summary: 'Erase a closed referral whose review has come up',
    description:
      'Erases the SAR reference and every text of a closed referral, from every version: what the figures count stays, with dates and codes, and each text reads as null. It can not be undone. Erased already, it stays as it is and earns the same receipt.',
    body: 'ErasureRequest',
    versioned: true,
    answers: { 200: changed },
    refusals: { 404: notThere, 409: notDue },
  },
}
