import { alternativeTo, answers, type Alternative, type Wanted } from './alternatives.ts'
import { anotherValue, isSmall, wholeRange } from './needs.ts'
import { alone, type Cell, type System } from './system.ts'

/** One of these must be possible, for all that the readers of a system know. */
type Need = { readonly system: System; readonly anyOf: readonly Wanted[] }

/** What is withheld so far, and other summaries that leave readers in the doubt wanted, by what these know. */
type Choice = {
  readonly withheld: ReadonlySet<string>
  readonly alternatives: readonly { readonly system: System; readonly alternative: Alternative }[]
}

const cellsOf = ({ cells }: System, paths: Iterable<string>): Cell[] =>
  [...paths].flatMap((path) => cells.get(path) ?? [])

/** What a reader does not know already from an earlier edition may differ. */
const unknownOf = ({ known }: System, { withheld }: Choice): ReadonlySet<string> => withheld.difference(known)

const isMet = ({ alternatives }: Choice, { system, anyOf }: Need): boolean =>
  anyOf.some((wanted) =>
    alternatives.some((found) => found.system === system && answers(found.alternative, wanted)),
  )

const costOf = (system: System, { withheld }: Choice, alternative: Alternative): number =>
  cellsOf(system, alternative.keys())
    .filter(({ path }) => !withheld.has(path))
    .reduce((sum, { importance }) => sum + importance, 0)

/** Counts that could be withheld too: never a 0, which is shown, nor what a reader would still know. */
const possibleOf = ({ cells, known }: System, { withheld }: Choice): ReadonlySet<string> =>
  new Set(
    [...cells.values()]
      .filter(({ path, value }) => value > 0 && !withheld.has(path) && !known.has(path))
      .map(({ path }) => path),
  )

/** The choice with whatever more must be withheld to meet a need, the cheapest way; as it was where nothing does. */
const metByMore = (choice: Choice, { system, anyOf }: Need): Choice => {
  const freedom = { withheld: unknownOf(system, choice), possible: possibleOf(system, choice) }
  const [cheapest] = anyOf
    .flatMap((wanted) => alternativeTo(system, freedom, wanted) ?? [])
    .map((alternative) => ({ alternative, cost: costOf(system, choice, alternative) }))
    .toSorted((a, b) => a.cost - b.cost)
  if (!cheapest) return choice
  const { alternative } = cheapest
  return {
    withheld: choice.withheld.union(new Set(alternative.keys())),
    alternatives: [...choice.alternatives, { system, alternative }],
  }
}

/** Every need met, by withholding whatever more it takes; those stay out that are out of reach whatever is withheld. */
const meeting = (start: Choice, needs: readonly Need[]): Choice =>
  needs.reduce((choice, need) => (isMet(choice, need) ? choice : metByMore(choice, need)), start)

/** What is to remain possible of each count withheld that these readers don't know already. */
const ofEach = (
  system: System,
  choice: Choice,
  wanted: (cell: Cell) => readonly (readonly Wanted[])[],
): Need[] =>
  cellsOf(system, unknownOf(system, choice)).flatMap((cell) =>
    wanted(cell).map((anyOf): Need => ({ system, anyOf })),
  )

/** For when the solver gives up: with nothing shown but zeros, every count could be any multiple of itself. */
const everything = ({ cells, withheldBefore }: System): ReadonlySet<string> =>
  withheldBefore.union(new Set([...cells.values()].filter(({ value }) => value > 0).map(({ path }) => path)))

/**
 * Which counts to withhold: all that is small, what was withheld before, and no more besides than must be. The whole
 * range is out of reach for a total of several parts, none of which is 0. That it could be another value is, at times,
 * for readers of three editions; never for those who have this one alone.
 */
export const chooseWithheld = (system: System): ReadonlySet<string> => {
  const small = [...system.cells.values()].filter(({ value }) => isSmall(value)).map(({ path }) => path)
  const first: Choice = { withheld: system.withheldBefore.union(new Set(small)), alternatives: [] }
  const own = alone(system)
  const readers = [...new Set([system, own])]
  const doubtsOf = (choice: Choice): Need[] => readers.flatMap((known) => ofEach(known, choice, anotherValue))
  const wide = meeting(first, ofEach(system, first, wholeRange))
  const doubted = meeting(wide, doubtsOf(wide))
  const last = meeting(doubted, doubtsOf(doubted))
  const isSure = ofEach(own, last, anotherValue).some((need) => !isMet(last, need))
  return isSure ? everything(system) : last.withheld
}
