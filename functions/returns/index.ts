import * as z from 'zod'
import { acknowledgeReferral } from '../../shared/actions/acknowledge-referral.ts'
import type { Changed } from '../../shared/actions/change-referral.ts'
import { giveReferralOutcome } from '../../shared/actions/give-outcome.ts'
import { reportReferralProgress } from '../../shared/actions/report-progress.ts'
import { viewFor } from '../../shared/actions/view.ts'
import { environments } from '../../shared/contracts/environment.ts'
import { acknowledgementBody, outcomeBody, progressReportBody } from '../../shared/contracts/requests.ts'
import { referralId } from '../../shared/contracts/values.ts'
import { londonDate } from '../../shared/domain/dates.ts'
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
import { referralStore } from '../../shared/store/referral-store.ts'

const environment = environments.returns.parse(process.env)
const tables = {
  client: documentClient(),
  referrals: environment.REFERRALS_TABLE,
  accessLog: environment.ACCESS_LOG_TABLE,
}
const dependencies = {
  referrals: referralStore(tables),
  reference: referenceData,
  clock: systemClock,
}

const answerChange = (principal: Principal, change: Result<Changed, Refusal>) => {
  if (!change.ok) return answerRefusal(change.problem)
  const { referral, receipt } = change.value
  const view = viewFor(principal, referral, londonDate(systemClock.now()), [])
  return answer(
    200,
    { ...view, receipt },
    { headers: { etag: `"${referral.version}"` }, referrals: [referral.id] },
  )
}

const path = z.strictObject({ id: referralId })

/** What forces write. */
export const handler = apiHandler<'returns'>(accessLogStore(tables), {
  acknowledge: endpoint({ path, query: noParameters, body: acknowledgementBody }, async (request) =>
    answerChange(
      request.principal,
      await acknowledgeReferral(dependencies)(request.principal, request.path.id, request.body),
    ),
  ),
  reportProgress: endpoint({ path, query: noParameters, body: progressReportBody }, async (request) =>
    answerChange(
      request.principal,
      await reportReferralProgress(dependencies)(request.principal, request.path.id, request.body),
    ),
  ),
  giveOutcome: endpoint({ path, query: noParameters, body: outcomeBody }, async (request) =>
    answerChange(
      request.principal,
      await giveReferralOutcome(dependencies)(
        request.principal,
        request.path.id,
        request.body,
        request.version,
      ),
    ),
  ),
})
