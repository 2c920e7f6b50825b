import { puzzleOf, together, withheldIn, type Guess, type Puzzle } from './disclosure-attacker.ts'
import type { Known, Reading } from './disclosure-reader.ts'

/*
 * A reader who lays two editions of the same year side by side, and takes some withheld counts for unmoved.
 */

const countsOf = ({ cells }: Reading): ReadonlyMap<string, Known['count']> =>
  new Map(cells.map(({ name, count }) => [name, count]))

/** Names of the second edition's unknowns where they may differ from those of the first. */
const second = (name: string): string => `${name}_2`

/** Withheld counts of the later edition around which nothing that both editions show has moved. */
export const seeminglyUnmoved = (earlier: Reading, later: Reading): ReadonlySet<string> => {
  const before = countsOf(earlier)
  const hasMoved = ({ name, count }: Known) => {
    const was = before.get(name)
    return name !== '' && was !== undefined && was !== 'c' && count !== 'c' && was !== count
  }
  const disturbed = new Set(
    later.statements
      .filter(({ sign, left, right }) => sign === '=' && [...left, ...right].some(hasMoved))
      .flatMap(({ left, right }) => [...left, ...right].map(({ name }) => name)),
  )
  return new Set(withheldIn(later).filter((name) => before.has(name) && !disturbed.has(name)))
}

/** Both editions as one puzzle, in which those counts are the same in both. */
export const sideBySide = (earlier: Reading, later: Reading, unmoved: ReadonlySet<string>): Puzzle => {
  const before = countsOf(earlier)
  const guess: Guess = (name) => {
    if (!unmoved.has(name)) return second(name)
    const was = before.get(name)
    return was === undefined || was === 'c' ? name : was
  }
  const maybeZero = new Set(withheldIn(earlier))
  return together(puzzleOf(earlier), puzzleOf(later, guess, maybeZero))
}

/** What the counts of both editions are, by the names of the puzzle. */
export const truthOf =
  (first: ReadonlyMap<string, number>, then: ReadonlyMap<string, number>) =>
  (name: string): number =>
    (name.endsWith('_2') ? then.get(name.slice(0, -2)) : first.get(name)) ?? Number.NaN
