import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { readAccessLog } from '../../shared/actions/read-access-log.ts'
import { listLearning } from '../../shared/actions/list-learning.ts'
import { listReviews } from '../../shared/actions/list-reviews.ts'
import { listReferrals } from '../../shared/actions/list-referrals.ts'
import { readContacts } from '../../shared/actions/contacts.ts'
import { readNonResponses } from '../../shared/actions/read-non-responses.ts'
import { readStatement } from '../../shared/actions/read-statement.ts'
import { readHistory } from '../../shared/actions/read-history.ts'
import { readReferral } from '../../shared/actions/read-referral.ts'
import { accessLogQuery } from '../../shared/contracts/access-log.ts'
import { environments } from '../../shared/contracts/environment.ts'
import { cursorAt, referralPageQuery, reviewsQuery } from '../../shared/contracts/paging.ts'
import { learningQuery, statementQuery } from '../../shared/contracts/requests.ts'
import { organisationCode, referralId } from '../../shared/contracts/values.ts'
import { preferred } from '../../shared/runtime/accept.ts'
import { answer, answerFile, answerProblem, answerRefusal } from '../../shared/runtime/answer.ts'
import { answerReferral } from '../../shared/runtime/answer-referral.ts'
import { apiHandler } from '../../shared/runtime/api.ts'
import { documentClient } from '../../shared/runtime/clients.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { endpoint, noParameters } from '../../shared/runtime/endpoint.ts'
import { nonResponsesCsv } from '../../shared/runtime/non-responses-csv.ts'
import { statementCsv } from '../../shared/runtime/statement-csv.ts'
import { noBody } from '../../shared/runtime/request.ts'
import { referenceData } from '../../shared/runtime/reference-data.ts'
import { accessLogStore } from '../../shared/store/access-log.ts'
import { contactsStore } from '../../shared/store/contacts-store.ts'
import { figuresStore } from '../../shared/store/figures-store.ts'
import { referralStore, sarRegister } from '../../shared/store/referral-store.ts'
import { reviewsStore } from '../../shared/store/reviews-store.ts'

const environment = environments.reports.parse(process.env)
const tables = {
  client: documentClient(),
  referrals: environment.REFERRALS_TABLE,
  sarRegister: environment.SAR_REGISTER_TABLE,
  figures: environment.FIGURES_TABLE,
  accessLog: environment.ACCESS_LOG_TABLE,
  contacts: environment.CONTACTS_TABLE,
  upkeep: environment.UPKEEP_TABLE,
}
const accessLog = accessLogStore(tables)
const dependencies = {
  referrals: referralStore(tables),
  sarRegister: sarRegister(tables),
  figures: figuresStore(tables),
  contacts: contactsStore(tables),
  reviews: reviewsStore(tables),
  accessLog,
  reference: referenceData,
  clock: systemClock,
}

/** The contract is made when the functions are bundled, and lies beside this one. */
const openApi = async (): Promise<unknown> =>
  JSON.parse(await readFile(new URL('openapi.json', import.meta.url), 'utf8'))

/** What everybody reads. */
export const handler = apiHandler<'reports'>(accessLog, {
  readReferral: endpoint(
    { path: z.strictObject({ id: referralId }), query: noParameters, body: noBody },
    async ({ principal, path }) => {
      const found = await readReferral(dependencies)(principal, path.id)
      return found.ok ? answerReferral(200, found.value) : answerRefusal(found.problem)
    },
  ),
  readHistory: endpoint(
    { path: z.strictObject({ id: referralId }), query: noParameters, body: noBody },
    async ({ principal, path }) => {
      const history = await readHistory(dependencies)(principal, path.id)
      return history.ok
        ? answer(200, { items: history.value }, { referrals: [path.id] })
        : answerRefusal(history.problem)
    },
  ),
  listReferrals: endpoint(
    { path: noParameters, query: referralPageQuery, body: noBody },
    async ({ principal, query }) => {
      const { items, next } = await listReferrals(dependencies)(principal, query)
      const referrals = items.map(({ id }) => id)
      return answer(200, { items, next: next === null ? null : cursorAt(next) }, { referrals })
    },
  ),
  readNonResponses: endpoint(
    { path: noParameters, query: noParameters, body: noBody },
    async ({ accept }) => {
      const format = preferred(accept, 'application/json', 'text/csv')
      if (!format.ok) return answerProblem(format.problem)
      const found = await readNonResponses(dependencies)()
      const referrals = found.organisations.flatMap(({ overdue }) => overdue.map(({ id }) => id))
      if (format.value === 'application/json') return answer(200, found, { referrals })
      const name = `OFFICIAL-SENSITIVE-non-responses-${found.asAt}.csv`
      return answerFile('text/csv; charset=utf-8', name, nonResponsesCsv(found), referrals)
    },
  ),
  listReviews: endpoint({ path: noParameters, query: reviewsQuery, body: noBody }, async ({ query }) => {
    const found = await listReviews(dependencies)(query.limit)
    return answer(200, found, { referrals: found.items.map(({ id }) => id) })
  }),
  listLearning: endpoint({ path: noParameters, query: learningQuery, body: noBody }, async ({ query }) => {
    const items = await listLearning(dependencies)(query)
    return answer(200, { items }, { referrals: items.map(({ id }) => id) })
  }),
  listOrganisations: endpoint({ path: noParameters, query: noParameters, body: noBody }, async () =>
    answer(200, { items: [...referenceData.organisations.values()] }),
  ),
  readContacts: endpoint(
    { path: z.strictObject({ code: organisationCode }), query: noParameters, body: noBody },
    async ({ principal, path: { code } }) => {
      const contacts = await readContacts(dependencies)(principal, code)
      return contacts.ok ? answer(200, { contacts: contacts.value }) : answerRefusal(contacts.problem)
    },
  ),
  readStatement: endpoint(
    {
      path: z.strictObject({ code: organisationCode }),
      query: statementQuery,
      body: noBody,
    },
    async ({ principal, path: { code }, query, accept }) => {
      const format = preferred(accept, 'application/json', 'text/csv')
      if (!format.ok) return answerProblem(format.problem)
      const found = await readStatement(dependencies)(principal, code, query.year)
      if (!found.ok) return answerRefusal(found.problem)
      const referrals = found.value.referrals.map(({ id }) => id)
      if (format.value === 'application/json') return answer(200, found.value, { referrals })
      const name = `OFFICIAL-SENSITIVE-statement-${code}-${found.value.reportingYear}.csv`
      return answerFile('text/csv; charset=utf-8', name, statementCsv(found.value), referrals)
    },
  ),
  readAccessLog: endpoint({ path: noParameters, query: accessLogQuery, body: noBody }, async ({ query }) => {
    const page = await readAccessLog(dependencies)(query)
    return answer(200, page, { referrals: query.referral === undefined ? [] : [query.referral] })
  }),
  readOpenApi: async () => answer(200, await openApi()),
  health: async () => answer(200, { status: 'up' }),
})
