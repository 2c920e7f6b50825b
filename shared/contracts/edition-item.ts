import * as z from 'zod'
import type { EditionHistory } from '../domain/editions/events.ts'
import { storedAs } from './stored.ts'
import { instant, localDate, reportingYear } from './values.ts'

const done = { by: z.strictObject({ id: z.string(), name: z.string() }), at: instant, note: z.string() }

const drafted = z.strictObject({
  ...done,
  type: z.literal('drafted'),
  asAt: localDate,
  revises: z.int().positive().nullable(),
})
const decision = z.discriminatedUnion('type', [
  z.strictObject({ ...done, type: z.literal('approved') }),
  z.strictObject({ ...done, type: z.literal('returned') }),
])

const history: z.ZodType<EditionHistory> = z.union([
  z.tuple([storedAs('editionEvent', drafted)]),
  z.tuple([storedAs('editionEvent', drafted), storedAs('editionEvent', decision)]),
])

/** What a file was kept for: the frozen figures themselves, or what people read of them in one state. */
const editionFolders = ['frozen', 'draft', 'approved', 'returned'] as const

const keptFile = z.strictObject({
  folder: z.enum(editionFolders),
  name: z.string(),
  key: z.string(),
  /** In hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
  contentType: z.string(),
})

/** A file of an edition, as the edition knows it: what is read under its key must have this very hash. */
export type KeptFile = z.infer<typeof keptFile>

/** An edition as it is stored; `edition` is its number in a form that sorts. */
export const editionItem = z.object({
  reportingYear,
  edition: z.string().regex(/^\d{3,}$/),
  history,
  files: z.array(keptFile),
})
