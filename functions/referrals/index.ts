import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import type { Changed } from '../../shared/actions/change-referral.ts'
import { extendDate } from '../../shared/actions/extend-date.ts'
import { viewOf } from '../../shared/actions/read-referral.ts'
import { redirectReferral } from '../../shared/actions/redirect-referral.ts'
import { registerReferral } from '../../shared/actions/register-referral.ts'
import { withdrawReferral } from '../../shared/actions/withdraw-referral.ts'
import { environments } from '../../shared/contracts/environment.ts'
import {
  extensionBody,
  redirectionBody,
  registrationBody,
  withdrawalBody,
} from '../../shared/contracts/requests.ts'
import { referralId } from '../../shared/contracts/values.ts'
import type { Principal } from '../../shared/domain/principal.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Result } from '../../shared/domain/result.ts'
import { answer, answerRefusal } from '../../shared/runtime/answer.ts'
import { apiHandler } from '../../shared/runtime/api.ts'
import { documentClient } from '../../shared/runtime/clients.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { endpoint, noParameters } from '../../shared/runtime/endpoint.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { accessLogStore } from '../../shared/store/access-log.ts'
import { referralStore, sarRegister } from '../../shared/store/referral-store.ts'

const environment = environments.referrals.parse(process.env)
const tables = {
  client: documentClient(),
  accessLog: environment.ACCESS_LOG_TABLE,
  referrals: environment.REFERRALS_TABLE,
  sarRegister: environment.SAR_REGISTER_TABLE,
}
const dependencies = {
  referrals: referralStore(tables),
  sarRegister: sarRegister(tables),
  reference: referenceData,
  clock: systemClock,
  randomBytes,
}

const path = z.strictObject({ id: referralId })

const answerChange = async (principal: Principal, change: Result<Changed, Refusal>) => {
  if (!change.ok) return answerRefusal(change.problem)
  const { referral, receipt } = change.value
  const view = await viewOf(dependencies)(principal, referral)
  return answer(
    200,
    { ...view, receipt },
    { headers: { etag: `"${referral.version}"` }, referrals: [referral.id] },
  )
}

/** What the UKFIU writes. */
export const handler = apiHandler<'referrals'>(accessLogStore(tables), {
  registerReferral: endpoint(
    { path: noParameters, query: noParameters, body: registrationBody },
    async ({ principal, body }) => {
      const registered = await registerReferral(dependencies)(principal, body)
      if (!registered.ok) return answerRefusal(registered.problem)
      const { created, referral } = registered.value
      const view = await viewOf(dependencies)(principal, referral)
      const headers = { location: `/v1/referrals/${referral.id}`, etag: `"${referral.version}"` }
      return answer(created ? 201 : 200, view, { headers, referrals: [referral.id] })
    },
  ),
  redirect: endpoint({ path, query: noParameters, body: redirectionBody }, async (request) =>
    answerChange(
      request.principal,
      await redirectReferral(dependencies)(request.principal, request.path.id, request.body),
    ),
  ),
  withdraw: endpoint({ path, query: noParameters, body: withdrawalBody }, async (request) =>
    answerChange(
      request.principal,
      await withdrawReferral(dependencies)(request.principal, request.path.id, request.body),
    ),
  ),
  extend: endpoint({ path, query: noParameters, body: extensionBody }, async (request) =>
    answerChange(
      request.principal,
      await extendDate(dependencies)(request.principal, request.path.id, request.body),
    ),
  ),
})
