import * as z from 'zod'

type Stored = Readonly<Record<string, unknown>>

/** Makes of what was written under one schema what the next one would have written. Pure, and kept for ever. */
export type Upgrade = (older: Stored) => Stored

/**
 * What the tables hold, and how each came to look as it does: the first upgrade leads from schema 1 to schema 2, and so
 * on, so that their number says which schema is written now. An item that is put whole is marked with its schema; what is
 * appended to is marked event by event, since one history holds events of many years. Counters are counted afresh instead.
 */
const upgrades = {
  event: [],
  editionEvent: [],
  sarHolding: [],
  counted: [],
  generations: [],
  upkeep: [],
  reviews: [],
  contacts: [],
  draft: [],
  access: [],
  signIn: [],
} satisfies Readonly<Record<string, readonly Upgrade[]>>

export type StoredKind = keyof typeof upgrades
const upgradesOf: Readonly<Record<StoredKind, readonly Upgrade[]>> = upgrades

const mark = z.int().positive().default(1)

const anything = z.looseObject({})

/**
 * Reads what was written under any schema from the first to the one after all `steps`, each as the last has it. What has
 * no mark was written under the first; what a later version of the service wrote is refused.
 */
export const upgradedBy = <Schema extends z.ZodType>(
  kind: string,
  steps: readonly Upgrade[],
  schema: Schema,
) =>
  z.preprocess((read, context) => {
    const object = anything.safeParse(read)
    // Damaged: the schema itself says how.
    if (!object.success) return read
    const { schema: found, ...content } = object.data
    const written = mark.safeParse(found)
    const newest = steps.length + 1
    if (written.success && written.data <= newest) {
      return steps.slice(written.data - 1).reduce<Stored>((older, step) => step(older), content)
    }
    context.addIssue(
      `${kind} of schema ${String(found)}: this version of the service reads up to ${newest}. Deploy the version that wrote it, or a later one.`,
    )
    return z.NEVER
  }, schema)

/** Reads a kind of thing as it is written now, however long ago it was written; refuses what a later version wrote. */
export const storedAs = <Schema extends z.ZodType>(kind: StoredKind, schema: Schema) =>
  upgradedBy(kind, upgradesOf[kind], schema)

/** What is to be stored, marked with its schema. The first schema needs no mark. */
export const marked = <Content extends object>(
  kind: StoredKind,
  content: Content,
): Content & { readonly schema?: number } => {
  const { length } = upgradesOf[kind]
  return length === 0 ? content : { ...content, schema: length + 1 }
}
