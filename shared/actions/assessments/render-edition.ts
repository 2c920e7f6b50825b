import type { Report, Standing } from '../../domain/figures/report.ts'
import { versions, type Version } from '../../domain/figures/version.ts'
import type { FrozenReport } from '../../contracts/frozen-report.ts'
import type { KeptFile } from '../../contracts/edition-item.ts'
import type { Edition, EditionName } from '../../domain/editions/edition.ts'
import { formats } from '../../reports/assessment/format.ts'
import { renderAssessment } from '../../reports/assessment/render.ts'
import type { EditionFiles } from '../../store/edition-files.ts'

/** How an edition stands, as its readers are told. */
export const standingOf = (edition: Edition, { revision }: FrozenReport): Standing => {
  const { number, note, draftedAt } = edition
  const drafted = { edition: number, draftedBy: edition.draftedBy.name, draftedAt, note, revision }
  switch (edition.state) {
    case 'draft':
      return { state: 'draft', ...drafted }
    case 'approved':
      return {
        state: 'approved',
        ...drafted,
        approvedBy: edition.approvedBy.name,
        approvedAt: edition.approvedAt,
      }
    case 'returned':
      return {
        state: 'returned',
        ...drafted,
        returnedBy: edition.returnedBy.name,
        returnedAt: edition.returnedAt,
        reason: edition.reason,
      }
  }
}

const reportOf = (edition: Edition, frozen: FrozenReport): Report => ({
  summary: frozen.summary,
  earlier: frozen.earlier,
  standing: standingOf(edition, frozen),
})

/**
 * Renders both versions of an edition in every format, and keeps the files: what is read of it later are these very
 * bytes, however the service writes documents by then.
 */
export const keepRendered = async (
  files: EditionFiles,
  name: EditionName,
  edition: Edition,
  frozen: Readonly<Record<Version, FrozenReport>>,
): Promise<readonly KeptFile[]> => {
  const reports = versions.map((version) => reportOf(edition, frozen[version]))
  const kept: KeptFile[] = []
  for (const report of reports) {
    for (const format of formats) {
      const { contentType, name: file, body } = await renderAssessment(report, format)
      kept.push(await files.keep(name, { folder: edition.state, name: file, contentType, content: body }))
    }
  }
  return kept
}
