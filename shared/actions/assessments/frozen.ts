import { frozenReport, type FrozenReport } from '../../contracts/frozen-report.ts'
import type { AnnualSummary, PublishedSummary } from '../../domain/figures/summary.ts'
import type { Version } from '../../domain/figures/version.ts'
import type { ReportingYear } from '../../domain/reporting-year.ts'
import type { EditionFiles } from '../../store/edition-files.ts'
import type { EditionsStore, StoredEdition } from '../../store/editions-store.ts'

export type EditionDependencies = {
  readonly editions: EditionsStore
  readonly files: EditionFiles
}

/** Under which name an edition keeps what it froze of a version. */
export const frozenName = (version: Version): string => `report-${version}.json`

/** What an edition froze of one of its versions. */
export const readFrozen = async (
  { files }: Pick<EditionDependencies, 'files'>,
  { edition, files: kept }: StoredEdition,
  version: Version,
): Promise<FrozenReport> => {
  const file = kept.find(({ folder, name }) => folder === 'frozen' && name === frozenName(version))
  if (!file) throw new Error(`Edition ${edition.number} of ${edition.year} has no frozen ${version} figures`)
  return frozenReport.parse(JSON.parse(Buffer.from(await files.read(file)).toString('utf8')))
}

const isPublished = (summary: AnnualSummary): summary is PublishedSummary => summary.version === 'published'

/** The approved editions of a year, the first one first. */
export const approvedEditions = async (
  { editions }: EditionDependencies,
  year: ReportingYear,
): Promise<readonly StoredEdition[]> =>
  (await editions.list(year)).filter(({ edition }) => edition.state === 'approved')

/** What was published of a year so far: later figures must not give away what these withhold. */
export const publishedSoFar = async (
  dependencies: EditionDependencies,
  approved: readonly StoredEdition[],
): Promise<readonly PublishedSummary[]> => {
  const reports = await Promise.all(approved.map((each) => readFrozen(dependencies, each, 'published')))
  return reports.map(({ summary }) => summary).filter(isPublished)
}
