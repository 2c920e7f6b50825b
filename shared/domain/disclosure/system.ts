import { withheld, type Count } from '../figures/summary.ts'
import { mapCounts, type CountTree } from './counts.ts'
import { importanceOf } from './importance.ts'
import { relationsOf, type Relation } from './relations.ts'

/** A count of the summary, by where it stands. `importance` is what withholding it costs the reader. */
export type Cell = { readonly path: string; readonly value: number; readonly importance: number }

/** How counts may move together: the sum of the terms' movements is 0, or at least minus the slack. */
export type Constraint = {
  readonly equal: boolean
  readonly slack: number
  readonly terms: ReadonlyMap<string, number>
}

/** Everything that a reader knows of the counts but the values. */
export type System = {
  readonly cells: ReadonlyMap<string, Cell>
  readonly constraints: readonly Constraint[]
  /** How many of the constraints, the first ones, are of the edition itself. */
  readonly ownConstraints: number
  /** Withheld in an earlier edition of the year. */
  readonly withheldBefore: ReadonlySet<string>
  /** Shown in an earlier edition of the year, with the value that they have now. */
  readonly known: ReadonlySet<string>
}

type Place = { readonly path: string; readonly count: Count }

const termsOf = ({ whole, parts }: Relation<Place>): [Place, number][] => [
  ...whole.map((place): [Place, number] => [place, 1]),
  ...parts.map((place): [Place, number] => [place, -1]),
]

/** Null where a count has no value now, as when a code was retired since. */
const slackOf = (relation: Relation<Place>, cells: ReadonlyMap<string, Cell>): number | null =>
  termsOf(relation).reduce(
    (sum: number | null, [{ path, count }, sign]) => {
      const value = count === withheld ? cells.get(path)?.value : count
      return sum === null || value === undefined ? null : sum + sign * value
    },
    -(relation.shown ?? 0),
  )

/**
 * What a relation of one edition says of the counts that it withholds, if that is so of the counts now. In an earlier
 * edition it need not be: then some of them have moved, and it says nothing of those here.
 */
const constraintOf =
  (cells: ReadonlyMap<string, Cell>, isOpen: (place: Place) => boolean) =>
  (relation: Relation<Place>): Constraint[] => {
    const terms = termsOf(relation)
    const slack = slackOf(relation, cells)
    const open = terms.filter(([place]) => isOpen(place)).map(([{ path }, sign]) => [path, sign] as const)
    const equal = relation.holds === 'equals'
    const isSo = slack !== null && (equal ? slack === 0 : slack >= 0)
    return isSo && open.length > 0 ? [{ equal, slack, terms: new Map(open) }] : []
  }

const placesOf = (figures: CountTree<Count>): { places: Place[]; relations: readonly Relation<Place>[] } => {
  const places: Place[] = []
  const tree = mapCounts(figures, (path, count) => {
    const place = { path, count }
    places.push(place)
    return place
  })
  return { places, relations: relationsOf(tree) }
}

const isWithheld = ({ count }: Place): boolean => count === withheld

/** The counts as a system, with what earlier editions of the same year told of it. */
export const systemOf = (
  figures: CountTree<Count<never>>,
  published: readonly CountTree<Count>[],
): System => {
  const now = placesOf(figures)
  const earlier = published.map(placesOf)
  const cells = new Map(
    now.places.flatMap(({ path, count }) =>
      count === withheld ? [] : [[path, { path, value: count, importance: importanceOf(path) }] as const],
    ),
  )
  const before = earlier.flatMap(({ places }) => places).filter(({ path }) => cells.has(path))
  const isKnown = ({ path, count }: Place) => cells.get(path)?.value === count
  const own = now.relations.flatMap(constraintOf(cells, () => true))
  const others = earlier.flatMap(({ relations }) => relations.flatMap(constraintOf(cells, isWithheld)))
  return {
    cells,
    constraints: [...own, ...others],
    ownConstraints: own.length,
    withheldBefore: new Set(before.filter(isWithheld).map(({ path }) => path)),
    known: new Set(before.filter(isKnown).map(({ path }) => path)),
  }
}

/** What a reader knows who has this edition only. */
export const alone = (system: System): System =>
  system.constraints.length === system.ownConstraints && system.known.size === 0
    ? system
    : { ...system, constraints: system.constraints.slice(0, system.ownConstraints), known: new Set() }

/** What a reader takes a withheld count to be at the least: a 0 is shown, unless the count was withheld before. */
export const leastOf = ({ value }: Cell): number => Math.min(value, 1)
