import { readStatement, type Statement } from '../../../../shared/actions/read-statement.ts'
import { localDate, type LocalDate } from '../../../../shared/domain/dates.ts'
import type { Principal } from '../../../../shared/domain/principal.ts'
import { isReportingYear, reportingYearOf } from '../../../../shared/domain/reporting-year.ts'
import type { ReferenceData } from '../../../../shared/domain/rules.ts'
import { statementCsv } from '../../../../shared/runtime/statement-csv.ts'
import type { Dependencies } from '../../dependencies.ts'
import { giveFile, refuse, show, type PageRequest, type Serve } from '../../page.ts'

const yearsShown = 4

/** This reporting year and those before it. */
const yearsUpTo = (today: LocalDate) => {
  const thisYear = Number(reportingYearOf(today).slice(0, 4))
  return Array.from({ length: yearsShown }, (_, back) =>
    reportingYearOf(localDate(`${thisYear - back}-04-01`)),
  )
}

/** A force and those that it answers for. */
const standsForWhom = ({ organisations }: ReferenceData, principal: Principal) =>
  [...organisations.values()].filter(
    ({ code, respondedToBy }) =>
      principal.role === 'force' && [code, respondedToBy].includes(principal.organisation),
  )

const asked = ({ principal, query, today }: PageRequest) => {
  const year = query['year'] ?? ''
  const own = principal.role === 'force' ? principal.organisation : ''
  return {
    code: query['organisation'] || own,
    year: isReportingYear(year) ? year : reportingYearOf(today),
  }
}

const find = (request: PageRequest, dependencies: Dependencies) => {
  const { code, year } = asked(request)
  return readStatement(dependencies)(request.principal, code, year)
}

const idsIn = ({ referrals }: Statement) => referrals.map(({ id }) => id)

/** Everything asked of a force in a year and everything it sent, beside the figures of all. */
export const showStatement: Serve = async (request, dependencies) => {
  const found = await find(request, dependencies)
  if (!found.ok) return refuse(found.problem)
  const { code, year } = asked(request)
  const organisations = standsForWhom(dependencies.reference, request.principal)
  const years = yearsUpTo(request.today)
  const data = {
    statement: found.value,
    years: (years.includes(year) ? years : [...years, year]).map((each) => ({ value: each, text: each })),
    organisations: organisations.map((each) => ({ value: each.code, text: each.name })),
    values: { year: [year], organisation: [code] },
    csv: `/statement/csv?${new URLSearchParams({ year, organisation: code }).toString()}`,
  }
  return show('pages/force/statement.njk', 'Your statement', data, {
    referrals: idsIn(found.value),
    marked: true,
  })
}

/** The same as a table for a spreadsheet. */
export const downloadStatement: Serve = async (request, dependencies) => {
  const found = await find(request, dependencies)
  if (!found.ok) return refuse(found.problem)
  const { code, year } = asked(request)
  const name = `OFFICIAL-SENSITIVE-statement-${code}-${year}.csv`
  return giveFile('text/csv; charset=utf-8', name, statementCsv(found.value), idsIn(found.value))
}
