import { solve, type Constraint as Row } from 'yalps'
import { leastOf, type Cell, type Constraint, type System } from './system.ts'

/** Other values for some of the counts, by path: with them, all that is shown would be the same. */
export type Alternative = ReadonlyMap<string, number>

/** What to look for: another summary in which a count is at least, or at most, so much. */
export type Wanted = { readonly cell: Cell; readonly side: 'min' | 'max'; readonly value: number }

export const answers = (alternative: Alternative, { cell, side, value }: Wanted): boolean => {
  const found = alternative.get(cell.path)
  return found !== undefined && (side === 'min' ? found >= value : found <= value)
}

/** What may differ: what is withheld, free of charge, and what could be withheld besides, at the cost of its importance. */
export type Freedom = { readonly withheld: ReadonlySet<string>; readonly possible: ReadonlySet<string> }

/** Plenty for problems as small and nearly whole as these; where it is not enough, more is withheld. */
const options = { maxIterations: 100, checkCycles: true }

/** A count as the solver's unknowns, none below 0: what it has above its least, or by how much it goes up and down. */
type Unknown = { readonly name: string; readonly path: string; readonly sign: 1 | -1; readonly cost: number }

const unknownsOf = ({ cells }: System, { withheld, possible }: Freedom): Unknown[] => [
  ...[...withheld].map((path): Unknown => ({ name: path, path, sign: 1, cost: 0 })),
  ...[...possible].flatMap((path): Unknown[] => {
    const cost = cells.get(path)?.importance ?? 0
    return [
      { name: `up:${path}`, path, sign: 1, cost },
      { name: `down:${path}`, path, sign: -1, cost },
    ]
  }),
]

const valueOf = ({ cells }: System, path: string): number => cells.get(path)?.value ?? 0

/** Where the unknowns of a count start from. */
const startOf = (system: System, { withheld }: Freedom, path: string): number => {
  const cell = system.cells.get(path)
  return cell && withheld.has(path) ? leastOf(cell) : valueOf(system, path)
}

type Rows = { readonly name: string; readonly row: Row; readonly terms: ReadonlyMap<string, number> }

const rowOf =
  (system: System, freedom: Freedom) =>
  ({ equal, slack, terms }: Constraint, place: number): Rows => {
    const now = [...terms].reduce(
      (sum, [path, sign]) => sum + sign * (valueOf(system, path) - startOf(system, freedom, path)),
      0,
    )
    return { name: String(place), row: equal ? { equal: now } : { min: now - slack }, terms }
  }

const wantedRow = (system: System, freedom: Freedom, { cell, side, value }: Wanted): Rows => ({
  name: 'wanted',
  row: { [side]: value - startOf(system, freedom, cell.path) },
  terms: new Map([[cell.path, 1]]),
})

const solved = (system: System, freedom: Freedom, wanted: Wanted) => {
  const { withheld, possible } = freedom
  const isFree = (path: string) => withheld.has(path) || possible.has(path)
  const relevant = system.constraints.filter(({ terms }) => [...terms.keys()].some(isFree))
  const rows = [...relevant.map(rowOf(system, freedom)), wantedRow(system, freedom, wanted)]
  const touching = new Map<string, [string, number][]>()
  for (const { name, terms } of rows)
    for (const [path, sign] of terms) touching.set(path, [...(touching.get(path) ?? []), [name, sign]])
  const unknowns = unknownsOf(system, freedom)
  const variables = unknowns.map(
    ({ name, path, sign, cost }) =>
      [
        name,
        [
          ['cost', cost] as const,
          ...(touching.get(path) ?? []).map(([row, by]) => [row, by * sign] as const),
        ],
      ] as const,
  )
  const constraints = rows.map(({ name, row }) => [name, row] as const)
  const model = { direction: 'minimize', objective: 'cost', constraints, variables, integers: true } as const
  return { unknowns, solution: solve(model, options) }
}

const holds = ({ constraints, cells }: System, alternative: Alternative): boolean =>
  constraints.every(({ equal, slack, terms }) => {
    const moved = [...terms].reduce((sum, [path, sign]) => {
      const to = alternative.get(path)
      return to === undefined ? sum : sum + sign * (to - (cells.get(path)?.value ?? 0))
    }, 0)
    return equal ? moved === 0 : moved >= -slack
  })

const isPossible = (system: System, alternative: Alternative): boolean =>
  holds(system, alternative) &&
  [...alternative].every(([path, value]) => {
    const cell = system.cells.get(path)
    return cell !== undefined && value >= leastOf(cell)
  })

/**
 * Another summary as wanted, at the least cost, and null where the solver finds none. The solver reckons with
 * fractions; what it finds counts only once checked, in whole numbers, against every constraint.
 */
export const alternativeTo = (system: System, freedom: Freedom, wanted: Wanted): Alternative | null => {
  const { unknowns, solution } = solved(system, freedom, wanted)
  if (solution.status !== 'optimal' && solution.status !== 'timedout') return null
  const found = new Map(solution.variables)
  const values = new Map([...freedom.withheld].map((path) => [path, startOf(system, freedom, path)]))
  for (const { name, path, sign } of unknowns) {
    const by = sign * Math.round(found.get(name) ?? 0)
    if (by !== 0) values.set(path, (values.get(path) ?? valueOf(system, path)) + by)
  }
  const moved = new Map([...values].filter(([path, value]) => value !== valueOf(system, path)))
  return isPossible(system, moved) && answers(moved, wanted) ? moved : null
}
