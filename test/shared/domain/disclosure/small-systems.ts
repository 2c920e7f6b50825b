import type { Cell, Constraint, System } from '../../../../shared/domain/disclosure/system.ts'

/*
 * A handful of counts and what joins them, small enough that what must be withheld can be seen.
 */

export const cell = (path: string, value: number, importance = 1): Cell => ({ path, value, importance })

const termsOf = (whole: readonly string[], parts: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...whole.map((path) => [path, 1] as const), ...parts.map((path) => [path, -1] as const)])

/** The whole is what its parts come to. */
export const total = (whole: string, ...parts: readonly string[]): Constraint => ({
  equal: true,
  slack: 0,
  terms: termsOf([whole], parts),
})

/** One count is more than another by so much, and may not fall below it. */
export const above = (more: string, less: string, slack: number): Constraint => ({
  equal: false,
  slack,
  terms: termsOf([more], [less]),
})

/** It may not move. */
export const fixed = (path: string): Constraint => total(path)

/** What the readers of one edition know, unless more is said. */
export const system = (
  cells: readonly Cell[],
  constraints: readonly Constraint[],
  more: Partial<System> = {},
): System => ({
  cells: new Map(cells.map((found) => [found.path, found])),
  constraints,
  ownConstraints: constraints.length,
  withheldBefore: new Set(),
  known: new Set(),
  ...more,
})
