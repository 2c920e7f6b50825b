import { localDate, type LocalDate } from '../../../../shared/domain/dates.ts'
import { reportingYearOf } from '../../../../shared/domain/reporting-year.ts'

const yearsShown = 4

/** This reporting year, those before it, and the one that is shown, for a select. */
export const yearItems = (today: LocalDate, shown: string) => {
  const thisYear = Number(reportingYearOf(today).slice(0, 4))
  const years: readonly string[] = Array.from({ length: yearsShown }, (_, back) =>
    reportingYearOf(localDate(`${thisYear - back}-04-01`)),
  )
  return [...new Set([...years, shown])].map((year) => ({ value: year, text: year }))
}
