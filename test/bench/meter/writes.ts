import type { Index } from './schema.ts'
import { itemBytes, writeUnits, type Item } from './sizes.ts'

/** An item before and after one write; undefined where there is none. */
export type Change = { readonly before: Item | undefined; readonly after: Item | undefined }

/** What an index has of an item: nothing where the item lacks one of its keys. */
const entryIn = ({ keys, projected }: Index, item: Item | undefined): Item | undefined => {
  if (!item || keys.some((key) => item[key] === undefined)) return undefined
  return Object.fromEntries(Object.entries(item).filter(([name]) => projected.includes(name)))
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const movedIn = ({ keys }: Index, before: Item, after: Item): boolean =>
  keys.some((key) => !same(before[key], after[key]))

/**
 * Write units that an index takes for a change of its table: none where nothing that it projects has changed, a delete
 * and a put where a key has.
 */
export const indexUnits = (index: Index, { before, after }: Change): number => {
  const [old, now] = [entryIn(index, before), entryIn(index, after)]
  if (old && now) {
    if (movedIn(index, old, now)) return writeUnits(itemBytes(old)) + writeUnits(itemBytes(now))
    return same(old, now) ? 0 : writeUnits(Math.max(itemBytes(old), itemBytes(now)))
  }
  const only = old ?? now
  return only ? writeUnits(itemBytes(only)) : 0
}

const bytesOf = (item: Item | undefined): number => (item ? itemBytes(item) : 0)

/** Write units of the table itself: for the larger of what was there and what is; double in a transaction. */
export const tableUnits = ({ before, after }: Change, transactional: boolean): number =>
  writeUnits(Math.max(bytesOf(before), bytesOf(after))) * (transactional ? 2 : 1)
