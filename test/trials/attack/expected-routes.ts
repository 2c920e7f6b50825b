import type { RouteName } from '../../../shared/contracts/routes.ts'
import type { Caller } from '../support/callers.ts'

/** The status for a plain referral and for a restricted one; one number where that makes no difference. */
export type Expected = number | readonly [plain: number, restricted: number]
export type Row = Readonly<Record<Caller, Expected>>

const forNobody = {
  nobody: 401,
  roleless: 403,
  ukfiu: 403,
  own: 403,
  ownPlain: 403,
  answering: 403,
  answeringPlain: 403,
  other: 403,
  author: 403,
  approver: 403,
  auditor: 403,
} as const satisfies Row

const everybody = (status: number) => ({
  nobody: status,
  roleless: status,
  ukfiu: status,
  own: status,
  ownPlain: status,
  answering: status,
  answeringPlain: status,
  other: status,
  author: status,
  approver: status,
  auditor: status,
})

/** Of a force that may see the referral; to every other it is not there. */
const forcesOf = (status: number) => ({
  own: status,
  ownPlain: [status, 404] as const,
  answering: status,
  answeringPlain: [status, 404] as const,
  other: 404,
})

const forces = (status: number) => ({
  own: status,
  ownPlain: status,
  answering: status,
  answeringPlain: status,
  other: status,
})

const officer = (status: number): Row => ({ ...forNobody, ukfiu: status })
const reader: Row = { ...forNobody, ukfiu: 200, ...forcesOf(200) }
const answering: Row = { ...forNobody, ...forcesOf(200) }
/** Of Border Force, which it keeps itself and the National Crime Agency for it. */
const ofOrganisation: Row = { ...forNobody, ukfiu: 200, ...forces(200), other: 404 }
const assessing: Row = { ...forNobody, ukfiu: 200, author: 200, approver: 200 }
const deciding: Row = { ...forNobody, approver: 200 }

/** What everybody is to be answered. Written by hand beside the service's own table: a new route needs a row here. */
export const expectedRoutes: Readonly<Record<RouteName, Row>> = {
  registerReferral: officer(201),
  importReferrals: officer(200),
  listReferrals: { ...forNobody, ukfiu: 200, ...forces(200) },
  readReferral: reader,
  readHistory: reader,
  redirect: officer(200),
  withdraw: officer(200),
  extend: officer(200),
  // Nothing of the trial is old enough for its review.
  retain: officer(409),
  erase: officer(409),
  listReviews: officer(200),
  acknowledge: answering,
  reportProgress: answering,
  giveOutcome: answering,
  readNonResponses: officer(200),
  listLearning: officer(200),
  listOrganisations: { ...everybody(200), nobody: 401, roleless: 403 },
  readContacts: ofOrganisation,
  nameContacts: ofOrganisation,
  readStatement: ofOrganisation,
  readAssessment: assessing,
  freezeEdition: { ...forNobody, author: 201 },
  listEditions: assessing,
  readEdition: assessing,
  approveEdition: deciding,
  returnEdition: deciding,
  readAccessLog: { ...forNobody, auditor: 200 },
  readOpenApi: everybody(200),
  // GOV.UK Notify's own token is nobody's here.
  receiveDeliveryReceipt: everybody(401),
  health: everybody(200),
}
