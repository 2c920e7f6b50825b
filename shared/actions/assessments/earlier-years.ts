import type { LocalDate } from '../../domain/dates.ts'
import type { EarlierYear } from '../../domain/figures/report.ts'
import type { InternalSummary } from '../../domain/figures/summary.ts'
import type { Version } from '../../domain/figures/version.ts'
import { yearBefore, type ReportingYear } from '../../domain/reporting-year.ts'
import { approvedEditions, publishedSoFar, readFrozen, type EditionDependencies } from './frozen.ts'
import { inVersion, yearFigures, type FiguresDependencies } from './year-figures.ts'

/** As many as fit a chart and a table that are read at a glance. */
const mostYears = 4

const isEmpty = ({ response: { referralsMade, withdrawn, redirected } }: InternalSummary): boolean =>
  referralsMade + withdrawn + redirected === 0

const earlierYear = async (
  dependencies: FiguresDependencies & EditionDependencies,
  year: ReportingYear,
  asAt: LocalDate,
): Promise<((version: Version) => Promise<EarlierYear>) | undefined> => {
  const approved = await approvedEditions(dependencies, year)
  const last = approved.at(-1)
  if (last) {
    return async (version) => {
      const { summary } = await readFrozen(dependencies, last, version)
      return { year, edition: last.edition.number, summary }
    }
  }
  const figures = await yearFigures(dependencies)(year, asAt)
  if (isEmpty(figures.internal)) return undefined
  return async (version) => {
    const before = await publishedSoFar(dependencies, approved)
    return { year, edition: null, summary: inVersion(figures, version, before) }
  }
}

/**
 * The years before one to compare it with, the latest first, back to the first without a referral and four at most:
 * each as its latest approved edition has it, or as at the same day where none was approved.
 */
export const earlierYears =
  (dependencies: FiguresDependencies & EditionDependencies) =>
  async (
    of: ReportingYear,
    asAt: LocalDate,
  ): Promise<(version: Version) => Promise<readonly EarlierYear[]>> => {
    const found: ((version: Version) => Promise<EarlierYear>)[] = []
    let year = yearBefore(of)
    while (found.length < mostYears) {
      const earlier = await earlierYear(dependencies, year, asAt)
      if (!earlier) break
      found.push(earlier)
      year = yearBefore(year)
    }
    return (version) => Promise.all(found.map((inThe) => inThe(version)))
  }
