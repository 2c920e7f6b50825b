import { outcomeRules } from '../../../domain/referral/outcome-rules.ts'
import type { OperationsOf } from './operation.ts'

const recorded = 'It is recorded. The receipt says when and as which version; keep it.'
const notThere = "There is no such referral that you may see; another organisation's does not exist for you."
const notNow =
  'The referral is in a state in which this is not possible; `detail` names it and what is possible.'

const rules = outcomeRules.map(({ statement }) => `- ${statement}`).join('\n')

/** What forces write. */
export const returnOperations: OperationsOf<'returns'> = {
  acknowledge: {
    summary: 'Acknowledge a referral',
    description:
      'Says that the referral has arrived with the right unit. It is not a return: the first return is still owed. The same acknowledgement again changes nothing and earns the same receipt.',
    body: 'AcknowledgementRequest',
    versioned: true,
    answers: { 200: recorded },
    refusals: { 404: notThere, 409: notNow },
  },
  reportProgress: {
    summary: 'Report progress',
    description:
      'Says that the enquiry goes on, and when you will say more: a day after today and at most 92 days on. Of a covert enquiry, `detailWithheld` says no more than that. A report without an acknowledgement acknowledges. The same report again on the same day changes nothing and earns the same receipt.',
    body: 'ProgressReportRequest',
    versioned: true,
    answers: { 200: recorded },
    refusals: { 404: notThere, 409: notNow },
  },
  giveOutcome: {
    summary: 'Give or correct the outcome',
    description: `Says what the enquiry showed and what was done. Every coded field is needed; only \`learning\` may be left out, and lists may be empty. The first outcome needs no \`If-Match\`; a correction names the version that it changes. Each correction is a new version, and the old ones stay in the history. The same outcome again changes nothing and earns the same receipt.\n\nRules between the fields:\n\n${rules}`,
    body: 'OutcomeRequest',
    versioned: true,
    changesVersion: true,
    answers: { 200: recorded },
    refusals: {
      404: notThere,
      409: notNow,
      412: '`If-Match` names a version that is not the latest: read the referral again before you change it.',
      422: 'A field is not valid, or fields contradict each other.',
      428: 'An outcome was given before: a correction needs `If-Match`.',
    },
  },
  nameContacts: {
    summary: 'Name the contacts of an organisation',
    description:
      'Names who holds which role, all at once: a role that is left out has nobody. Whoever names an address vouches for it today. Reminders go to these addresses.',
    body: 'ContactsRequest',
    answers: { 200: 'These are the contacts now.' },
    refusals: { 404: 'There is no such organisation that you may act for.' },
  },
}
