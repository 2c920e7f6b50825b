import * as z from 'zod'
import { storedAs } from './stored.ts'
import { instant } from './values.ts'

/** What the fields of a form hold: several values where several can be ticked. */
const draftValues = z.record(z.string(), z.array(z.string()))
export type DraftValues = Readonly<Record<string, readonly string[]>>

/** Whose draft, of which form. */
export const draftKey = z.object({ person: z.string().min(1), form: z.string().min(1) })

/** A person's own working note: what is typed in a form that has not been sent. */
export const draftItem = storedAs(
  'draft',
  draftKey.extend({
    values: draftValues,
    savedAt: instant,
    /** Seconds since 1970, as DynamoDB's time to live has it. */
    expiresAt: z.int(),
  }),
)
