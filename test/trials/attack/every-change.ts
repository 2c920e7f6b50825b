import { registrationRequest } from '../../support/referrals.ts'
import { newSar, outcomeToday, today } from '../support/referring.ts'

/** A change as somebody sends it who may make it: only what is then added to its body can be wrong with it. */
export type Change = {
  readonly method: 'POST' | 'PUT'
  /** `{id}` stands where the reference of the referral is to stand. */
  readonly path: string
  readonly by: 'ukfiu' | 'kent'
  readonly body: () => object
}

const ofReferral = '/v1/referrals/{id}'
const why = { reason: 'other', rationale: 'Because it was asked for so.' }

/** What is sent as JSON about a referral, by what it asks for. */
export const everyChange: Readonly<Record<string, Change>> = {
  registration: {
    method: 'POST',
    path: '/v1/referrals',
    by: 'ukfiu',
    body: () => registrationRequest({ referredOn: today, sarReference: newSar() }),
  },
  acknowledgement: {
    method: 'POST',
    path: `${ofReferral}/acknowledgement`,
    by: 'kent',
    body: () => ({ personnelConfirmed: 'yes' }),
  },
  outcome: { method: 'PUT', path: `${ofReferral}/outcome`, by: 'kent', body: () => outcomeToday() },
  withdrawal: { method: 'POST', path: `${ofReferral}/withdrawal`, by: 'ukfiu', body: () => why },
  extension: {
    method: 'POST',
    path: `${ofReferral}/extension`,
    by: 'ukfiu',
    body: () => ({ workingDays: 2, ...why }),
  },
}
