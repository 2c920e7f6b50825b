import { inWords, londonDate } from '../../../domain/dates.ts'
import type { Report } from '../../../domain/figures/report.ts'
import type { AnnualSummary } from '../../../domain/figures/summary.ts'

export const title = ({ reportingYear }: AnnualSummary): string =>
  `Suspicious activity reports about police personnel, ${reportingYear}`

const versionLine = ({ version }: AnnualSummary): string =>
  version === 'internal'
    ? 'Internal version, for the UKFIU and the authors of the national strategic threat assessment.'
    : 'Published version: no organisation is named, and counts that somebody could be told from are withheld.'

type Said = {
  readonly lines: readonly string[]
  readonly warning: string | null
  /** What it is called in one breath, such as `edition 2, approved`. */
  readonly name: string
}

/** What officers wrote, and their names, are not for the published version. */
const stands = ({ standing, summary }: Report): Said => {
  if (standing.state === 'live') {
    const warning = 'Live figures, which still change. Freeze an edition before you quote them.'
    return { lines: [], warning, name: `live figures as at ${inWords(summary.asAt)}` }
  }
  const { edition, draftedBy, draftedAt, note } = standing
  const named = summary.version === 'internal'
  const drafted = named ? [`Drafted by ${draftedBy} on ${inWords(londonDate(draftedAt))}: ${note}`] : []
  if (standing.state === 'approved') {
    const by = named ? ` by ${standing.approvedBy}` : ''
    const approved = `Edition ${edition}, approved${by} on ${inWords(londonDate(standing.approvedAt))}.`
    return { lines: [approved, ...drafted], warning: null, name: `edition ${edition}, approved` }
  }
  if (standing.state === 'draft') {
    const warning = `DRAFT of edition ${edition}: not approved. Do not quote it.`
    return { lines: drafted, warning, name: `edition ${edition}, draft` }
  }
  const returned = named
    ? [
        `Returned by ${standing.returnedBy} on ${inWords(londonDate(standing.returnedAt))}: ${standing.reason}`,
      ]
    : []
  const warning = `RETURNED draft of edition ${edition}: not approved. Do not quote it.`
  return { lines: [...drafted, ...returned], warning, name: `edition ${edition}, returned` }
}

/** How far a report is decided, in words for its title and its foot. */
export const edition = (report: Report): Said => {
  const { summary } = report
  const said = stands(report)
  const asAt = `Figures as at the end of ${inWords(summary.asAt)}, for referrals made from April ${summary.reportingYear.slice(0, 4)} to the March after.`
  return { ...said, lines: [asAt, ...said.lines, versionLine(summary)] }
}
