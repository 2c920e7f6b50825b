import * as z from 'zod'
import { decideEdition } from '../../shared/actions/assessments/decide-edition.ts'
import { freezeEdition } from '../../shared/actions/assessments/freeze-edition.ts'
import { readAssessment, readReport } from '../../shared/actions/assessments/read-assessment.ts'
import { readEdition } from '../../shared/actions/assessments/read-edition.ts'
import { assessmentQuery, decisionBody, editionQuery, freezingBody } from '../../shared/contracts/requests.ts'
import { editionNumber, reportingYear } from '../../shared/contracts/values.ts'
import { approve, giveBack } from '../../shared/domain/editions/edition.ts'
import { referralsNamedIn } from '../../shared/domain/figures/named-referrals.ts'
import type { AnnualSummary } from '../../shared/domain/figures/summary.ts'
import { renderAssessment } from '../../shared/reports/assessment/render.ts'
import { answer, answerFile, answerProblem, answerRefusal, type Answer } from '../../shared/runtime/answer.ts'
import { apiHandler } from '../../shared/runtime/api.ts'
import { formatAsked } from '../../shared/runtime/assessment-formats.ts'
import { endpoint, noParameters, type Endpoint } from '../../shared/runtime/endpoint.ts'
import { json, noBody } from '../../shared/runtime/request.ts'
import { accessLog, dependencies } from './dependencies.ts'
import { editionView } from './edition-view.ts'

const ofYear = z.strictObject({ year: reportingYear })
const ofEdition = z.strictObject({ year: reportingYear, n: editionNumber })

const decision = (decide: typeof approve | typeof giveBack): Endpoint =>
  endpoint(
    { path: ofEdition, query: noParameters, body: json(decisionBody) },
    async ({ principal, path: { year, n }, body }) => {
      const edition = await decideEdition(dependencies, decide)(principal, { year, number: n }, body.note)
      return edition.ok ? answer(200, editionView(edition.value)) : answerRefusal(edition.problem)
    },
  )

const asJson = (summary: AnnualSummary): Answer =>
  answer(200, summary, { referrals: referralsNamedIn(summary) })

/** The year's figures for those who write, approve and read the annual assessment. */
export const handler = apiHandler<'assessments'>(accessLog, {
  readAssessment: endpoint(
    { path: ofYear, query: assessmentQuery, body: noBody },
    async ({ path: { year }, query, accept }) => {
      const format = formatAsked(accept)
      if (!format.ok) return answerProblem(format.problem)
      if (format.value === 'json') {
        const summary = await readAssessment(dependencies)(year, query)
        return summary.ok ? asJson(summary.value) : answerRefusal(summary.problem)
      }
      const report = await readReport(dependencies)(year, query)
      if (!report.ok) return answerRefusal(report.problem)
      const { contentType, name, body } = await renderAssessment(report.value, format.value)
      return answerFile(contentType, name, body, referralsNamedIn(report.value.summary))
    },
  ),
  freezeEdition: endpoint(
    { path: ofYear, query: noParameters, body: json(freezingBody) },
    async ({ principal, path: { year }, body }) => {
      const frozen = await freezeEdition(dependencies)(principal, year, body)
      if (!frozen.ok) return answerRefusal(frozen.problem)
      const view = editionView(frozen.value)
      const headers = { location: `/v1/assessments/${year}/editions/${view.edition}` }
      return answer(201, view, { headers })
    },
  ),
  listEditions: endpoint({ path: ofYear, query: noParameters, body: noBody }, async ({ path: { year } }) =>
    answer(200, { items: (await dependencies.editions.list(year)).map(editionView) }),
  ),
  readEdition: endpoint(
    { path: ofEdition, query: editionQuery, body: noBody },
    async ({ path: { year, n }, query, accept }) => {
      const format = formatAsked(accept)
      if (!format.ok) return answerProblem(format.problem)
      const read = await readEdition(dependencies)({ year, number: n }, query.version, format.value)
      if (!read.ok) return answerRefusal(read.problem)
      const { file, content, summary } = read.value
      return answerFile(file.contentType, file.name, content, referralsNamedIn(summary))
    },
  ),
  approveEdition: decision(approve),
  returnEdition: decision(giveBack),
})
