import highsModule from 'highs'
import type { Reading, Statement } from './disclosure-reader.ts'

/** The package's types speak of its CommonJS form, in which the loader stands one level down. */
type Loader = typeof highsModule.default
const isLoader = (found: unknown): found is Loader => typeof found === 'function'
const loader: unknown = highsModule
if (!isLoader(loader)) throw new Error('The solver has no loader')
const highs = await loader()

type Unknowns = ReadonlyMap<string, number>
/** The sum of unknowns, each so many times, is or is at least a number. */
type Row = { readonly terms: Unknowns; readonly sign: '=' | '>='; readonly than: number }

export const withheldIn = ({ cells }: Reading): string[] =>
  cells.filter(({ count }) => count === 'c').map(({ name }) => name)

/** What a reader takes an unknown for: a number, or the same as another unknown. */
export type Guess = (name: string) => string | number

const rowOf = ({ left, sign, right }: Statement, guess: Guess): Row => {
  const terms = new Map<string, number>()
  let than = 0
  for (const [side, by] of [
    [left, 1],
    [right, -1],
  ] as const) {
    for (const { name, count } of side) {
      const taken = count === 'c' ? guess(name) : count
      if (typeof taken === 'number') than -= by * taken
      else terms.set(taken, (terms.get(taken) ?? 0) + by)
    }
  }
  return { terms: new Map([...terms].filter(([, by]) => by !== 0)), sign, than }
}

/** Unknown counts, the least that each can be, and all that is known of them. */
export type Puzzle = { readonly least: Unknowns; readonly rows: readonly Row[] }

/** A count that is withheld is no 0, for a 0 is shown; `maybeZero` names those of which a reader can't say so. */
export const puzzleOf = (
  reading: Reading,
  guess: Guess = (name) => name,
  maybeZero: ReadonlySet<string> = new Set(),
): Puzzle => {
  const unknowns = withheldIn(reading).flatMap((name) => {
    const taken = guess(name)
    return typeof taken === 'string' ? [[taken, maybeZero.has(name) ? 0 : 1] as const] : []
  })
  const rows = reading.statements
    .map((statement) => rowOf(statement, guess))
    .filter(({ terms }) => terms.size > 0)
  return { least: new Map(unknowns), rows }
}

export const together = (one: Puzzle, other: Puzzle): Puzzle => ({
  least: new Map(
    [...new Set([...one.least.keys(), ...other.least.keys()])].map((name) => [
      name,
      Math.max(one.least.get(name) ?? 0, other.least.get(name) ?? 0),
    ]),
  ),
  rows: [...one.rows, ...other.rows],
})

const text = (terms: Unknowns): string =>
  [...terms].map(([name, by]) => `${by < 0 ? '-' : '+'} ${Math.abs(by)} ${name}`).join(' ')

/** Larger than any count of a year, so that nothing is without end. */
const most = 5000

const solved = ({ least, rows }: Puzzle, objective: Unknowns, direction: 'Maximize' | 'Minimize') => {
  const lines = rows.map(({ terms, sign, than }, place) => `r${place}: ${text(terms)} ${sign} ${than}`)
  const bounds = [...least].map(([name, from]) => `${from} <= ${name} <= ${most}`)
  const names = [...least.keys()].join('\n')
  const problem = [
    direction,
    `goal: ${text(objective)}`,
    'Subject To',
    ...lines,
    'Bounds',
    ...bounds,
    'Generals',
    names,
    'End',
  ].join('\n')
  // The solver's presolve was seen to lose solutions of whole-number problems such as these.
  const { Status: status, Columns: columns } = highs.solve(problem, { output_flag: false, presolve: 'off' })
  if (status !== 'Optimal') return null
  return new Map([...least.keys()].map((name) => [name, Math.round(columns[name]?.Primal ?? Number.NaN)]))
}

const only = (name: string): Unknowns => new Map([[name, 1]])

/** The least and the most that a count can be; null where nothing at all fits. */
export const rangeOf = (puzzle: Puzzle, name: string): readonly [number, number] | null => {
  const low = solved(puzzle, only(name), 'Minimize')?.get(name)
  const high = solved(puzzle, only(name), 'Maximize')?.get(name)
  return low === undefined || high === undefined ? null : [low, high]
}

/** Whether the counts as they are fit all the reader believes; the reader errs otherwise. */
export const fits = ({ least, rows }: Puzzle, truth: (name: string) => number): boolean =>
  [...least].every(([name, from]) => truth(name) >= from) &&
  rows.every(({ terms, sign, than }) => {
    const total = [...terms].reduce((all, [name, by]) => all + by * truth(name), 0)
    return sign === '=' ? total === than : total >= than
  })

/** The unknowns with one possible value only, and that value: what the reader found out. Null where nothing fits. */
export const foundOut = (puzzle: Puzzle): ReadonlyMap<string, number> | null => {
  const names = [...puzzle.least.keys()]
  if (names.length === 0) return new Map()
  const all = new Map(names.map((name) => [name, 1]))
  const alternating = new Map(names.map((name, place) => [name, place % 2 === 0 ? 1 : -1]))
  const first = solved(puzzle, all, 'Minimize')
  if (!first) return null
  const seen = [
    first,
    solved(puzzle, all, 'Maximize'),
    solved(puzzle, alternating, 'Maximize'),
    solved(puzzle, alternating, 'Minimize'),
  ]
  const unsure = names.filter((name) => seen.every((found) => found?.get(name) === first.get(name)))
  return new Map(
    unsure.flatMap((name) => {
      const range = rangeOf(puzzle, name)
      return range && range[0] === range[1] ? [[name, range[0]] as const] : []
    }),
  )
}
