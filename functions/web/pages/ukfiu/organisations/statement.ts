import { readStatement } from '../../../../../shared/actions/read-statement.ts'
import { isReportingYear, reportingYearOf } from '../../../../../shared/domain/reporting-year.ts'
import { statementCsv } from '../../../../../shared/runtime/statement-csv.ts'
import type { Dependencies } from '../../../dependencies.ts'
import { giveFile, refuse, show, type PageRequest, type Serve } from '../../../page.ts'
import { yearItems } from '../years.ts'

const find = async ({ principal, params, query, today }: PageRequest, dependencies: Dependencies) => {
  const year = query['year'] ?? ''
  const asked = isReportingYear(year) ? year : reportingYearOf(today)
  return readStatement(dependencies)(principal, params['code'] ?? '', asked)
}

/** Everything asked of an organisation in a year and everything it sent, beside the figures of all. */
export const showOrganisationStatement: Serve = async (request, dependencies) => {
  const found = await find(request, dependencies)
  if (!found.ok) return refuse(found.problem)
  const { organisation, reportingYear, referrals } = found.value
  const path = `/organisations/${organisation.code}/statement`
  const data = {
    statement: found.value,
    years: yearItems(request.today, reportingYear),
    values: { year: [reportingYear] },
    path,
    csv: `${path}/csv?year=${reportingYear}`,
    back: `/organisations/${organisation.code}`,
  }
  return show('pages/ukfiu/organisations/statement.njk', 'Its statement', data, {
    referrals: referrals.map(({ id }) => id),
    marked: true,
  })
}

/** The same as a table for a spreadsheet. */
export const downloadOrganisationStatement: Serve = async (request, dependencies) => {
  const found = await find(request, dependencies)
  if (!found.ok) return refuse(found.problem)
  const { organisation, reportingYear, referrals } = found.value
  const name = `OFFICIAL-SENSITIVE-statement-${organisation.code}-${reportingYear}.csv`
  const ids = referrals.map(({ id }) => id)
  return giveFile('text/csv; charset=utf-8', name, statementCsv(found.value), ids)
}
