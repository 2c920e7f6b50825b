/** Some of a list in order, and the place from which there may be more. */
export type Slice<Item> = { readonly items: readonly Item[]; readonly next: string | null }

type Order = { readonly descending: boolean }

const inOrder =
  ({ descending }: Order) =>
  (one: string, other: string): number =>
    one === other ? 0 : one < other === descending ? 1 : -1

/**
 * Several ordered lists as one: each was asked for at most `limit` items. Beyond the earliest end of a list that may
 * go on, the order across them isn't known yet, so there the slice ends.
 */
export const merge = <Item>(
  lists: readonly (readonly Item[])[],
  limit: number,
  placeOf: (item: Item) => string,
  order: Order,
): Slice<Item> => {
  const compare = inOrder(order)
  const placed = lists.map((list) => list.map((item) => ({ item, place: placeOf(item) })))
  const ends = placed.flatMap((list) => (list.length < limit ? [] : list.slice(-1).map(({ place }) => place)))
  const horizon = ends.toSorted(compare)[0]
  const items = placed
    .flat()
    .filter(({ place }) => horizon === undefined || compare(place, horizon) <= 0)
    .toSorted((one, other) => compare(one.place, other.place))
    .map(({ item }) => item)
  return { items, next: horizon ?? null }
}

/** A filter that lets little through must not make one request read the whole table. */
const mostRounds = 20

/**
 * A page of the items that are wanted: slices are fetched, each from where the one before ended, until the page is
 * full or there is nothing more. After many slices a page may be short and still have a next.
 */
export const collect = async <Item>(
  fetchFrom: (place: string) => Promise<Slice<Item>>,
  start: string,
  limit: number,
  placeOf: (item: Item) => string,
  wanted: (item: Item) => boolean,
): Promise<Slice<Item>> => {
  const items: Item[] = []
  let place = start
  for (let round = 0; round < mostRounds; round += 1) {
    const slice = await fetchFrom(place)
    for (const item of slice.items.filter(wanted)) {
      if (items.length === limit) return { items, next: items.slice(-1).map(placeOf)[0] ?? null }
      items.push(item)
    }
    if (slice.next === null) return { items, next: null }
    place = slice.next
  }
  return { items, next: place }
}
