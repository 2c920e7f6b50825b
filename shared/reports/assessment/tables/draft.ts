import { withheld, type Withheld } from '../../../domain/figures/summary.ts'
import type { Rate } from '../../../domain/figures/statistics.ts'
import type { Cell, Column, Row, Table } from '../table.ts'

/** A table that has yet to be given its number. */
export type Draft = Omit<Table, 'number'>

export const text = (key: string, label: string): Column => ({ key, label, kind: 'text' })
export const count = (key: string, label: string): Column => ({ key, label, kind: 'count' })
export const number = (key: string, label: string): Column => ({ key, label, kind: 'number' })
const rate = (key: string, label: string): Column => ({ key, label, kind: 'rate' })

export const row = (key: string, ...cells: readonly Cell[]): Row => ({ key, cells })

/** A rate with its interval, as three columns. */
export const rateColumns: readonly Column[] = [
  rate('responseRate', 'Response rate'),
  rate('responseRateLow', '95% interval from'),
  rate('responseRateHigh', '95% interval to'),
]

/** The cells of `rateColumns`. */
export const rateCells = (of: Rate | Withheld | null): readonly Cell[] => {
  if (of === null || of === withheld) return [of, of, of]
  return [of.value, of.low, of.high]
}

/** How referrals were answered, as columns. */
export const answeredColumns: readonly Column[] = [
  count('referralsMade', 'Referrals made'),
  count('returnedOnTime', 'Returned on time'),
  count('returnedLate', 'Returned late'),
  count('outstanding', 'Outstanding'),
  count('notYetDue', 'Not yet due'),
]
