import type { Wanted } from './alternatives.ts'
import type { Cell } from './system.ts'

/** Counts from 1 to 4 are withheld for themselves. */
const smallest = { from: 1, to: 4 } as const

export const isSmall = (count: number): boolean => count >= smallest.from && count <= smallest.to

/** Readers can't be sure of a withheld count: it could be more, or less. */
export const anotherValue = (cell: Cell): readonly Wanted[][] => [
  [
    { cell, side: 'min', value: cell.value + 1 },
    ...(cell.value > 0 ? [{ cell, side: 'max', value: cell.value - 1 } as const] : []),
  ],
]

/** Of a count from 1 to 4 they know no more than that it is withheld: it could be 1, and it could be more than 4. */
export const wholeRange = (cell: Cell): readonly Wanted[][] =>
  isSmall(cell.value)
    ? [
        [{ cell, side: 'min', value: smallest.to + 1 }],
        ...(cell.value > smallest.from ? [[{ cell, side: 'max', value: smallest.from } as const]] : []),
      ]
    : []
