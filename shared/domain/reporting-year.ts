import { localDate, type LocalDate } from './dates.ts'

declare const reportingYearBrand: unique symbol

/** 1 April to 31 March, written `2025-26`. */
export type ReportingYear = string & { readonly [reportingYearBrand]: true }

const startOf = (text: string): number => Number(text.slice(0, 4))

/** Whether a text names a reporting year of this century or the last: the two years must follow each other. */
export const isReportingYear = (text: string): text is ReportingYear =>
  /^(?:19|20)\d{2}-\d{2}$/.test(text) && (startOf(text) + 1) % 100 === Number(text.slice(5))

/** The reporting year a day falls in. */
export const reportingYearOf = (date: LocalDate): ReportingYear => {
  const calendarYear = Number(date.slice(0, 4))
  const start = date.slice(5) >= '04-01' ? calendarYear : calendarYear - 1
  const text = `${start}-${String((start + 1) % 100).padStart(2, '0')}`
  if (!isReportingYear(text)) throw new RangeError(`No reporting year for ${date}`)
  return text
}

/** The first day of a reporting year, 1 April. */
export const firstDayOf = (year: ReportingYear): LocalDate => localDate(`${startOf(year)}-04-01`)

/** The last day of a reporting year, 31 March. */
export const lastDayOf = (year: ReportingYear): LocalDate => localDate(`${startOf(year) + 1}-03-31`)

/** The cut-off dates that the UKFIU has set after consulting, by reporting year. */
export type CutOffs = Readonly<Record<string, LocalDate>>

/** The day after which a return is left to the next edition: as set, or 30 April after the year's end until then. */
export const cutOffOf = (year: ReportingYear, set: CutOffs = {}): LocalDate =>
  set[year] ?? localDate(`${startOf(year) + 1}-04-30`)

/** The twelve calendar months of a reporting year, `2025-04` first. */
export const monthsOf = (year: ReportingYear): readonly string[] =>
  Array.from({ length: 12 }, (_, place) => {
    const month = String(((place + 3) % 12) + 1).padStart(2, '0')
    return `${startOf(year) + (place < 9 ? 0 : 1)}-${month}`
  })

/** The reporting year before one. */
export const yearBefore = (year: ReportingYear): ReportingYear =>
  reportingYearOf(localDate(`${startOf(year) - 1}-04-01`))
