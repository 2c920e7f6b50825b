import type { LocalDate } from '../../domain/dates.ts'
import type { Version } from '../../domain/figures/version.ts'
import type { ReportingYear } from '../../domain/reporting-year.ts'
import type { Format } from './format.ts'

/** The marking of each version. */
export const markings = { internal: 'OFFICIAL-SENSITIVE', published: 'OFFICIAL' } as const

/** What a file's name says: whose figures, and how far they are decided. */
export type Called = {
  readonly year: ReportingYear
  readonly version: Version
  readonly edition:
    | { readonly state: 'live'; readonly asAt: LocalDate }
    | { readonly state: 'draft' | 'approved' | 'returned'; readonly number: number }
}

/** The name that a file is kept and downloaded under: the marking comes first. */
export const fileName = ({ year, version, edition }: Called, format: Format): string => {
  const standing =
    edition.state === 'live' ? `as-at-${edition.asAt}` : `edition-${edition.number}-${edition.state}`
  return `${markings[version]}-sar-summary-${year}-${standing}.${format}`
}
