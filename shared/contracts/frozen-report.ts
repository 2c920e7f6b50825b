import * as z from 'zod'
import type { EarlierYear, Revision } from '../domain/figures/report.ts'
import type { AnnualSummary } from '../domain/figures/summary.ts'
import { annualSummary } from './answers/figures.ts'
import { localDate, reportingYear } from './values.ts'

const figure = z.union([z.int(), z.number(), z.literal('c'), z.null()])

const revision = z.strictObject({
  revises: z.int().positive(),
  asAt: localDate,
  figures: z.array(
    z.strictObject({ figure: z.string(), before: figure, after: figure, because: z.string() }),
  ),
})

/** What an edition freezes of one of its versions: everything a reader is shown but what was decided about it. */
export type FrozenReport = {
  readonly summary: AnnualSummary
  readonly earlier: readonly EarlierYear[]
  readonly revision: Revision | null
}

/** The same as it is kept: it must be readable for ever, so its shape may be added to and never taken from. */
export const frozenReport: z.ZodType<FrozenReport> = z.strictObject({
  summary: annualSummary,
  earlier: z.array(
    z.strictObject({ year: reportingYear, edition: z.int().nullable(), summary: annualSummary }),
  ),
  revision: revision.nullable(),
})
