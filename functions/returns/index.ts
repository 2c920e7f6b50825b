import * as z from 'zod'
import { acknowledgeReferral } from '../../shared/actions/acknowledge-referral.ts'
import type { Changed } from '../../shared/actions/change-referral.ts'
import { nameContacts } from '../../shared/actions/contacts.ts'
import { giveReferralOutcome } from '../../shared/actions/give-outcome.ts'
import { reportReferralProgress } from '../../shared/actions/report-progress.ts'
import { viewFor } from '../../shared/actions/view.ts'
import { environments } from '../../shared/contracts/environment.ts'
import {
  acknowledgementBody,
  contactsBody,
  outcomeBody,
  progressReportBody,
} from '../../shared/contracts/requests.ts'
import { organisationCode, referralId } from '../../shared/contracts/values.ts'
import { londonDate } from '../../shared/domain/dates.ts'
import type { Principal } from '../../shared/domain/principal.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Result } from '../../shared/domain/result.ts'
import { answer, answerRefusal } from '../../shared/runtime/answer.ts'
import { answerReferral } from '../../shared/runtime/answer-referral.ts'
import { apiHandler } from '../../shared/runtime/api.ts'
import { documentClient } from '../../shared/runtime/clients.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { correlationId } from '../../shared/runtime/correlation.ts'
import { endpoint, noParameters } from '../../shared/runtime/endpoint.ts'
import { json, versionNamed } from '../../shared/runtime/request.ts'
import { reminderQueue } from '../../shared/runtime/reminder-queue.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { accessLogStore } from '../../shared/store/access-log.ts'
import { contactsStore } from '../../shared/store/contacts-store.ts'
import { referralStore } from '../../shared/store/referral-store.ts'

const environment = environments.returns.parse(process.env)
const tables = {
  client: documentClient(),
  referrals: environment.REFERRALS_TABLE,
  changedIn: correlationId,
  accessLog: environment.ACCESS_LOG_TABLE,
  contacts: environment.CONTACTS_TABLE,
}
const dependencies = {
  referrals: referralStore(tables),
  contacts: contactsStore(tables),
  queue: reminderQueue(environment.REMINDER_QUEUE_URL),
  reference: referenceData,
  clock: systemClock,
}

const answerChange = (principal: Principal, change: Result<Changed, Refusal>) => {
  if (!change.ok) return answerRefusal(change.problem)
  const { referral, receipt } = change.value
  const today = londonDate(systemClock.now())
  const view = viewFor(principal, referral, { today, holders: [], policy: referenceData.policy })
  return answerReferral(200, view, receipt)
}

const path = z.strictObject({ id: referralId })

/** What forces write. */
export const handler = apiHandler<'returns'>(accessLogStore(tables), {
  acknowledge: endpoint({ path, query: noParameters, body: json(acknowledgementBody) }, async (request) =>
    answerChange(
      request.principal,
      await acknowledgeReferral(dependencies)(request.principal, request.path.id, request.body),
    ),
  ),
  reportProgress: endpoint({ path, query: noParameters, body: json(progressReportBody) }, async (request) =>
    answerChange(
      request.principal,
      await reportReferralProgress(dependencies)(request.principal, request.path.id, request.body),
    ),
  ),
  giveOutcome: endpoint(
    { path, query: noParameters, body: json(outcomeBody), version: versionNamed },
    async ({ principal, path: { id }, body, version }) =>
      answerChange(principal, await giveReferralOutcome(dependencies)(principal, id, body, version)),
  ),
  nameContacts: endpoint(
    { path: z.strictObject({ code: organisationCode }), query: noParameters, body: json(contactsBody) },
    async ({ principal, path: { code }, body }) => {
      const named = await nameContacts(dependencies)(principal, code, body)
      return named.ok ? answer(200, { contacts: named.value }) : answerRefusal(named.problem)
    },
  ),
})
