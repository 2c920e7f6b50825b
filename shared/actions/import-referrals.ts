import pMap from 'p-map'
import { cellError, parseRow, type CellError, type ImportRow } from '../contracts/import.ts'
import { problemOf } from '../contracts/problem.ts'
import type { Principal } from '../domain/principal.ts'
import type { Refusal } from '../domain/refusal.ts'
import { registerReferral, type RegisterDependencies } from './register-referral.ts'

/** What became of a row; rows are numbered from 1, the header not counted. */
export type RowResult =
  | { readonly row: number; readonly result: 'created' | 'existing'; readonly id: string }
  | { readonly row: number; readonly result: 'refused'; readonly errors: readonly CellError[] }

type NumberedRow = { readonly row: number; readonly cells: ImportRow }

const rowsAtOnce = 16

const errorsOf = (refusal: Refusal): readonly CellError[] =>
  refusal.kind === 'invalid_fields'
    ? refusal.errors.map(cellError)
    : [{ column: 'sarReference', detail: problemOf(refusal).detail }]

const importRow = async (
  dependencies: RegisterDependencies,
  principal: Principal,
  { row, cells }: NumberedRow,
): Promise<RowResult> => {
  const parsed = parseRow(cells)
  if (!parsed.ok) return { row, result: 'refused', errors: parsed.errors }
  const registered = await registerReferral(dependencies)(principal, parsed.registration)
  if (!registered.ok) return { row, result: 'refused', errors: errorsOf(registered.problem) }
  const { created, referral } = registered.value
  return { row, result: created ? 'created' : 'existing', id: referral.id }
}

/** Rows about the same SAR and organisation, one after the other: the first of them counts. */
const inTurn = async (
  dependencies: RegisterDependencies,
  principal: Principal,
  rows: readonly NumberedRow[],
): Promise<RowResult[]> => {
  const results: RowResult[] = []
  for (const row of rows) results.push(await importRow(dependencies, principal, row))
  return results
}

/**
 * The UKFIU registers many referrals at once: the good rows go in, the bad ones don't, and each row is answered for.
 * The same rows again create nothing.
 */
export const importReferrals =
  (dependencies: RegisterDependencies) =>
  async (principal: Principal, rows: readonly ImportRow[]): Promise<readonly RowResult[]> => {
    const numbered = rows.map((cells, place): NumberedRow => ({ row: place + 1, cells }))
    const groups = Map.groupBy(
      numbered,
      ({ cells }) => `${cells.sarReference?.trim().toUpperCase()} ${cells.organisation?.trim()}`,
    )
    const results = await pMap(groups.values(), (group) => inTurn(dependencies, principal, group), {
      concurrency: rowsAtOnce,
    })
    return results.flat().toSorted((one, other) => one.row - other.row)
  }
