import type { Processing } from '../../../shared/contracts/processing.ts'
import { routes, type RouteName } from '../../../shared/contracts/routes.ts'

/* What the access log calls what somebody asked for, whether they got it or not. */

const routeNames: Readonly<Record<RouteName, string>> = {
  registerReferral: 'Register a referral',
  importReferrals: 'Import referrals',
  listReferrals: 'List referrals',
  readReferral: 'Look at a referral',
  readHistory: 'Look at a referral’s history',
  redirect: 'Redirect a referral',
  withdraw: 'Withdraw a referral',
  extend: 'Put off a due date',
  listReviews: 'List what is due for review',
  retain: 'Keep a closed referral',
  erase: 'Erase a closed referral',
  acknowledge: 'Acknowledge a referral',
  reportProgress: 'Report progress',
  giveOutcome: 'Give or correct an outcome',
  readNonResponses: 'See who has not answered',
  listLearning: 'List learning points',
  listOrganisations: 'List organisations',
  readContacts: 'Look at contacts',
  nameContacts: 'Change contacts',
  readStatement: 'Take an organisation’s statement',
  readAssessment: 'See a year’s figures',
  freezeEdition: 'Freeze a year’s figures as a draft',
  listEditions: 'List a year’s editions',
  readEdition: 'Take an edition of a year',
  approveEdition: 'Approve an edition',
  returnEdition: 'Return an edition to its author',
  readAccessLog: 'Search the access log',
  readOpenApi: 'Read the API’s description',
  receiveDeliveryReceipt: 'Report what became of an e-mail',
  health: 'Ask whether the service is up',
}

const isRoute = (name: string): name is RouteName => Object.hasOwn(routes, name)

/** What was asked for, and whether a person did it on a page or a system over the API. */
export const requestInWords = (route: string): { readonly what: string; readonly how: string } => {
  const page = /^page (.+)$/.exec(route)?.[1]
  if (page !== undefined) return { what: page.charAt(0).toUpperCase() + page.slice(1), how: 'on a page' }
  return { what: isRoute(route) ? routeNames[route] : route, how: 'over the API' }
}

export const processingNames: Readonly<Record<Processing, string>> = {
  collection: 'Collection',
  alteration: 'Alteration',
  consultation: 'Consultation',
  disclosure: 'Disclosure',
  combination: 'Combination',
  erasure: 'Erasure',
}

const refusals: ReadonlyMap<number, string> = new Map([
  [401, 'not signed in'],
  [403, 'not allowed'],
  [404, 'nothing there that they may see'],
  [409, 'not possible by then'],
  [412, 'changed by somebody else first'],
  [428, 'changed by somebody else first'],
])

/** What came of a request, by the status that it was answered with. */
export const answerInWords = (status: number): string => {
  if (status < 400) return 'Answered'
  if (status >= 500) return 'Failed'
  return `Refused: ${refusals.get(status) ?? 'not a valid request'}`
}
