import { inWords, londonDate, type LocalDate } from '../../domain/dates.ts'
import type { Report } from '../../domain/figures/report.ts'
import type { AnnualSummary } from '../../domain/figures/summary.ts'
import type { Version } from '../../domain/figures/version.ts'
import { invalidField, type Refusal } from '../../domain/refusal.ts'
import { firstDayOf, type ReportingYear } from '../../domain/reporting-year.ts'
import { ok, refused, type Result } from '../../domain/result.ts'
import { earlierYears } from './earlier-years.ts'
import { approvedEditions, publishedSoFar, type EditionDependencies } from './frozen.ts'
import { inVersion, yearFigures, type FiguresDependencies } from './year-figures.ts'

export type AssessmentDependencies = FiguresDependencies & EditionDependencies

/** What is asked for; as at today when no day is named. */
export type Asked = { readonly asAt?: LocalDate | undefined; readonly version: Version }

/** The day a year's figures are wanted as at: a day of the year or after it that has come. Else refused. */
export const dayAsked = (
  year: ReportingYear,
  asked: LocalDate | undefined,
  today: LocalDate,
): Result<LocalDate, Refusal> => {
  const begins = firstDayOf(year)
  if (begins > today) {
    return refused(invalidField('/year', `Must have begun: ${year} begins on ${inWords(begins)}.`))
  }
  const asAt = asked ?? today
  if (asAt > today) {
    return refused(invalidField('/asAt', `Must not be in the future: today is ${inWords(today)}.`))
  }
  return asAt < begins
    ? refused(invalidField('/asAt', `Must be in the year or after it: ${year} begins on ${inWords(begins)}.`))
    : ok(asAt)
}

/** The figures of a reporting year as at the end of a London day, in one version. Refuses a day that can't be. */
export const readAssessment =
  (dependencies: AssessmentDependencies) =>
  async (year: ReportingYear, { asAt, version }: Asked): Promise<Result<AnnualSummary, Refusal>> => {
    const day = dayAsked(year, asAt, londonDate(dependencies.clock.now()))
    if (!day.ok) return day
    const figures = await yearFigures(dependencies)(year, day.value)
    if (version === 'internal') return ok(figures.internal)
    const approved = await approvedEditions(dependencies, year)
    return ok(inVersion(figures, version, await publishedSoFar(dependencies, approved)))
  }

/** The same beside earlier years, as a document has it. */
export const readReport =
  (dependencies: AssessmentDependencies) =>
  async (year: ReportingYear, asked: Asked): Promise<Result<Report, Refusal>> => {
    const summary = await readAssessment(dependencies)(year, asked)
    if (!summary.ok) return summary
    const earlier = await earlierYears(dependencies)(year, summary.value.asAt)
    return ok({
      summary: summary.value,
      earlier: await earlier(asked.version),
      standing: { state: 'live' },
    })
  }
