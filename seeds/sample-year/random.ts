import { createHash } from 'node:crypto'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { entriesOf } from './entries.ts'

/** How often each key comes up beside the others, or how likely each is by itself; what is left out never does. */
export type Shares<Key extends string> = Readonly<Partial<Record<Key, number>>>

const seedOf = (seed: number, name: readonly string[]): number =>
  createHash('sha256')
    .update(JSON.stringify([seed, ...name]))
    .digest()
    .readInt32BE(0)

/**
 * Draws that are the same again for the same seed and name. Everything has a name of its own, so that one draw more
 * for one of them changes nothing of the others.
 */
export const randomFor = (seed: number, ...name: readonly string[]) => {
  const generator = xoroshiro128plus(seedOf(seed, name))
  const share = () => uniformFloat64(generator)

  /** One of several by weight. Throws when there is none. */
  const byWeight = <Item>(items: readonly (readonly [Item, number])[]): Item => {
    let left = share() * items.reduce((sum, [, weight]) => sum + weight, 0)
    const chosen =
      items.find(([, weight]) => (left -= weight) < 0) ?? items.findLast(([, weight]) => weight > 0)
    if (!chosen) throw new RangeError(`Nothing to choose from for ${name.join(' ')}`)
    return chosen[0]
  }

  /** One of several, each as likely as any other. Throws when there is none. */
  const oneOf = <Item>(items: readonly Item[]): Item => {
    const place = uniformInt(generator, 0, Math.max(0, items.length - 1))
    return byWeight(items.slice(place, place + 1).map((item) => [item, 1]))
  }

  return {
    byWeight,
    byShare: <Key extends string>(shares: Shares<Key>): Key => byWeight(entriesOf(shares)),
    oneOf,
    /** Every key that comes about, each by its own probability. */
    each: <Key extends string>(probabilities: Shares<Key>): readonly Key[] =>
      entriesOf(probabilities).flatMap(([key, probability]) => (share() < probability ? [key] : [])),
    /** Whether something comes about that does so with this probability, 0 to 1. */
    happens: (probability: number): boolean => share() < probability,
    /** A whole number between two, both included. */
    whole: (least: number, most: number): number => uniformInt(generator, least, most),
    shuffled: <Item>(items: readonly Item[]): readonly Item[] =>
      items
        .map((item) => ({ item, place: share() }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ item }) => item),
  }
}
export type Random = ReturnType<typeof randomFor>
