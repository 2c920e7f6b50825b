import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import type { Changed } from '../../shared/actions/change-referral.ts'
import { eraseReferral } from '../../shared/actions/erase-referral.ts'
import { importReferrals } from '../../shared/actions/import-referrals.ts'
import { extendDate } from '../../shared/actions/extend-date.ts'
import { viewOf } from '../../shared/actions/read-referral.ts'
import { redirectReferral } from '../../shared/actions/redirect-referral.ts'
import { registerReferral } from '../../shared/actions/register-referral.ts'
import { retainReferral } from '../../shared/actions/retain-referral.ts'
import { withdrawReferral } from '../../shared/actions/withdraw-referral.ts'
import { environments } from '../../shared/contracts/environment.ts'
import {
  erasureBody,
  extensionBody,
  redirectionBody,
  registrationBody,
  retentionBody,
  withdrawalBody,
} from '../../shared/contracts/requests.ts'
import { referralId } from '../../shared/contracts/values.ts'
import type { Principal } from '../../shared/domain/principal.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Result } from '../../shared/domain/result.ts'
import { answer, answerProblem, answerRefusal } from '../../shared/runtime/answer.ts'
import { answerReferral } from '../../shared/runtime/answer-referral.ts'
import { apiHandler } from '../../shared/runtime/api.ts'
import { documentClient } from '../../shared/runtime/clients.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { correlationId } from '../../shared/runtime/correlation.ts'
import { endpoint, noParameters } from '../../shared/runtime/endpoint.ts'
import { csvText, json } from '../../shared/runtime/request.ts'
import { logger } from '../../shared/runtime/logger.ts'
import { reminderQueue } from '../../shared/runtime/reminder-queue.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { accessLogStore } from '../../shared/store/access-log.ts'
import { draftsStore } from '../../shared/store/drafts-store.ts'
import { referralStore, sarRegister } from '../../shared/store/referral-store.ts'

const environment = environments.referrals.parse(process.env)
const tables = {
  client: documentClient(),
  accessLog: environment.ACCESS_LOG_TABLE,
  referrals: environment.REFERRALS_TABLE,
  changedIn: correlationId,
  sarRegister: environment.SAR_REGISTER_TABLE,
  drafts: environment.DRAFTS_TABLE,
}
const dependencies = {
  referrals: referralStore(tables),
  sarRegister: sarRegister(tables),
  drafts: draftsStore(tables),
  reference: referenceData,
  clock: systemClock,
  randomBytes,
  announcer: {
    queue: reminderQueue(environment.REMINDER_QUEUE_URL),
    onFault: (fault: unknown) => logger.error('An urgent referral could not be announced', { fault }),
  },
}

const path = z.strictObject({ id: referralId })

/** A route on which the UKFIU changes one referral. */
const changing = <Body>(
  body: z.ZodType<Body>,
  change: (principal: Principal, id: string, body: Body) => Promise<Result<Changed, Refusal>>,
) =>
  endpoint({ path, query: noParameters, body: json(body) }, async (request) => {
    const changed = await change(request.principal, request.path.id, request.body)
    if (!changed.ok) return answerRefusal(changed.problem)
    const { referral, receipt } = changed.value
    return answerReferral(200, await viewOf(dependencies)(request.principal, referral), receipt)
  })

/** What the UKFIU writes. */
export const handler = apiHandler<'referrals'>(accessLogStore(tables), {
  registerReferral: endpoint(
    { path: noParameters, query: noParameters, body: json(registrationBody) },
    async ({ principal, body }) => {
      const registered = await registerReferral(dependencies)(principal, body)
      if (!registered.ok) return answerRefusal(registered.problem)
      const { created, referral } = registered.value
      // Who else holds the SAR is looked up after it is stored: of two who register it at once, one is told of the other.
      return answerReferral(created ? 201 : 200, await viewOf(dependencies)(principal, referral))
    },
  ),
  importReferrals: endpoint(
    { path: noParameters, query: noParameters, body: csvText },
    async ({ principal, body }) => {
      // The parser of CSV is loaded for an import alone.
      const { importRows } = await import('../../shared/runtime/csv.ts')
      const rows = await importRows(body)
      if (!rows.ok) return answerProblem(rows.problem)
      const items = await importReferrals(dependencies)(principal, rows.value)
      const referrals = items.flatMap((item) => (item.result === 'refused' ? [] : [item.id]))
      return answer(200, { items }, { referrals })
    },
  ),
  redirect: changing(redirectionBody, redirectReferral(dependencies)),
  withdraw: changing(withdrawalBody, withdrawReferral(dependencies)),
  extend: changing(extensionBody, extendDate(dependencies)),
  retain: changing(retentionBody, retainReferral(dependencies)),
  erase: changing(erasureBody, eraseReferral(dependencies)),
})
