import { londonDate } from '../../domain/dates.ts'
import type { Revision } from '../../domain/figures/report.ts'
import { revised } from '../../domain/figures/revision.ts'
import type { AnnualSummary } from '../../domain/figures/summary.ts'
import type { Version } from '../../domain/figures/version.ts'
import type { ReportingYear } from '../../domain/reporting-year.ts'
import { assessYear } from './assess-year.ts'
import { approvedEditions, publishedSoFar, readFrozen } from './frozen.ts'
import type { AssessmentDependencies } from './read-assessment.ts'
import { inVersion } from './year-figures.ts'

/** What a year's figures say now, and what its last approved edition says otherwise and why. */
export type Comparison = { readonly now: AnnualSummary; readonly revision: Revision }

/** Today's figures of a year against its last approved edition; nothing where none was approved. */
export const compareWithEdition =
  (dependencies: AssessmentDependencies) =>
  async (year: ReportingYear, version: Version): Promise<Comparison | undefined> => {
    const approved = await approvedEditions(dependencies, year)
    const last = approved.at(-1)
    if (!last) return undefined
    const { number, asAt } = last.edition
    const today = londonDate(dependencies.clock.now())
    const [{ figures, movements }, published, before] = await Promise.all([
      assessYear(dependencies)(year, today, asAt),
      publishedSoFar(dependencies, approved),
      readFrozen(dependencies, last, version),
    ])
    const now = inVersion(figures, version, published)
    return {
      now,
      revision: { revises: number, asAt, figures: revised(before.summary, now, movements[version]) },
    }
  }
