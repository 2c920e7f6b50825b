import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type * as z from 'zod'
import { StartRefused } from './start-refused.ts'

export type DurableFile<Value> = {
  /** What was written last, or `undefined` when nothing ever was. Refuses the start over a damaged file. */
  read: () => Value | undefined
  /** Replaces the whole: a reader, or a start after a kill, finds the old value or the new one, never a part. */
  write: (value: Value) => void
}

/** A small JSON file of the runner's own, such as the clock's offset, in the shape that `schema` parses. */
export const durableFile = <Value>(path: string, schema: z.ZodType<Value>): DurableFile<Value> => ({
  read: () => {
    const text = textOf(path)
    return text === undefined ? undefined : parse(path, text, schema)
  },
  write: (value) => {
    writeFileSync(`${path}.new`, JSON.stringify(value))
    renameSync(`${path}.new`, path)
  },
})

const textOf = (path: string) => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

const parse = <Value>(path: string, text: string, schema: z.ZodType<Value>) => {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw new StartRefused(`${path} can't be read: delete it, or choose another DATA_DIR.`)
  }
}
