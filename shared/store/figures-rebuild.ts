import type { FiguresTable } from './client.ts'
import { beginGeneration, forgetBefore, readGeneration } from './figures-generations.ts'
import { ledger } from './figures-store.ts'

/** The access patterns of a rebuild of the figures. */
export const figuresRebuild = (table: FiguresTable) => ({
  begin: beginGeneration(table),
  ledger: (generation: number) => ledger({ ...table, generation }),
  read: readGeneration(table),
  forgetBefore: forgetBefore(table),
})
export type FiguresRebuild = ReturnType<typeof figuresRebuild>
