import * as z from 'zod'
import { instant, localDate, reportingYear } from '../values.ts'

/** Somebody, by the name that was theirs when they did it. */
const namedPerson = z.strictObject({ id: z.string(), name: z.string() })

const frozen = {
  edition: z.int().positive(),
  reportingYear,
  asAt: localDate.describe('The London day at whose end the figures stand.'),
  note: z.string(),
  revises: z.int().positive().nullable().describe('The approved edition that it revises.'),
  draftedBy: namedPerson,
  draftedAt: instant,
}

/** An edition of a year's assessment and what was decided about it. */
export const edition = z.discriminatedUnion('state', [
  z.strictObject({ ...frozen, state: z.literal('draft') }),
  z.strictObject({
    ...frozen,
    state: z.literal('approved'),
    approvedBy: namedPerson,
    approvedAt: instant,
    approvalNote: z.string(),
  }),
  z.strictObject({
    ...frozen,
    state: z.literal('returned'),
    returnedBy: namedPerson,
    returnedAt: instant,
    reason: z.string(),
  }),
])

/** Every edition of a year, the first one first. */
export const editions = z.strictObject({ items: z.array(edition) })
