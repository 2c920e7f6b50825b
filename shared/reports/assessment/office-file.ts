import { zipSync, type Unzipped } from 'fflate'
import type { Report } from '../../domain/figures/report.ts'

/** The first day that a zip can name, in whichever zone: a file must not tell when it was written. */
const noTime = new Date(1980, 0, 1)

/** The parts of an office document as its file: the same parts give the same bytes. */
export const zipped = (parts: Unzipped): Uint8Array => zipSync(parts, { mtime: noTime })

/** The moment that a document says it was made: when its figures were frozen, or the last day they count. */
export const madeAt = ({ summary, standing }: Report): string =>
  standing.state === 'live' ? `${summary.asAt}T00:00:00Z` : standing.draftedAt
