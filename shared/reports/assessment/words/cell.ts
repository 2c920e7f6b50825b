import { withheld } from '../../../domain/figures/summary.ts'
import type { Cell, Column } from '../table.ts'
import { numberInWords, percentInWords, shorthand } from './numbers.ts'

/** A cell as a page shows it. A figure that is withheld, or that there is nothing to make from, is in shorthand. */
export const cellInWords = (cell: Cell | undefined, { kind }: Column): string => {
  if (kind === 'text') return String(cell ?? '')
  if (cell === withheld) return shorthand.withheld
  if (cell === null || cell === undefined) return shorthand.notApplicable
  if (typeof cell === 'string') return cell
  return kind === 'rate' ? percentInWords(cell) : numberInWords(cell)
}
