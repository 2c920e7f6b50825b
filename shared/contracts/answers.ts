import * as z from 'zod'
import { accessEntry } from './access-log.ts'
import { edition, editions } from './answers/editions.ts'
import { event } from './answers/event.ts'
import { annualSummary } from './answers/figures.ts'
import { learningPoints } from './answers/learning.ts'
import { nonResponses } from './answers/non-responses.ts'
import { contacts, health, importResult, organisations } from './answers/plain.ts'
import { changedReferral, pageOf, referral } from './answers/referral.ts'
import { dueReviews } from './answers/reviews.ts'
import { statement } from './answers/statement.ts'
import type { RouteName } from './routes.ts'

/** What is published: all but what GOV.UK Notify calls, which nobody else can. */
export type PublishedRoute = Exclude<RouteName, 'receiveDeliveryReceipt'>

/**
 * What each route answers with when it doesn't refuse, for the published contract. Answers are made, not parsed, so
 * nothing that serves a request loads this; that it says the same as the actions is checked where both are known.
 */
export const answers = {
  registerReferral: referral,
  importReferrals: importResult,
  listReferrals: pageOf(referral),
  readReferral: referral,
  readHistory: z.strictObject({ items: z.array(event).describe('Oldest first.') }),
  redirect: changedReferral,
  withdraw: changedReferral,
  extend: changedReferral,
  retain: changedReferral,
  erase: changedReferral,
  listReviews: dueReviews,
  acknowledge: changedReferral,
  reportProgress: changedReferral,
  giveOutcome: changedReferral,
  readNonResponses: nonResponses,
  listLearning: learningPoints,
  listOrganisations: organisations,
  readContacts: contacts,
  nameContacts: contacts,
  readStatement: statement,
  readAssessment: annualSummary,
  freezeEdition: edition,
  listEditions: editions,
  readEdition: annualSummary,
  approveEdition: edition,
  returnEdition: edition,
  readAccessLog: pageOf(accessEntry),
  readOpenApi: z.looseObject({ openapi: z.string() }),
  health,
} as const satisfies Record<PublishedRoute, z.ZodType>
