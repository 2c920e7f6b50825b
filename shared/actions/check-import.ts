import pMap from 'p-map'
import { cellError, parseRow, type CellError, type ImportRow } from '../contracts/import.ts'
import { actorOf, type Principal } from '../domain/principal.ts'
import { register } from '../domain/referral/register.ts'
import type { Registration } from '../domain/referral/registration.ts'
import { rulesFor } from '../domain/rules.ts'
import { saysTheSame } from '../domain/same.ts'
import type { ReferralStore, SarRegister } from '../store/referral-store.ts'
import type { RegisterDependencies } from './register-referral.ts'

export type CheckImportDependencies = Pick<RegisterDependencies, 'reference' | 'clock'> & {
  readonly referrals: Pick<ReferralStore, 'find'>
  readonly sarRegister: Pick<SarRegister, 'holdingsOf'>
}

/** What would become of a row now: `repeated` says the same as a row before it. Rows are numbered from 1. */
export type RowForecast =
  | { readonly row: number; readonly result: 'new'; readonly registration: Registration }
  | { readonly row: number; readonly result: 'existing'; readonly id: string }
  | { readonly row: number; readonly result: 'repeated'; readonly of: number }
  | { readonly row: number; readonly result: 'refused'; readonly errors: readonly CellError[] }

type GoodRow = Extract<RowForecast, { result: 'new' }>

const rowsAtOnce = 16
/** Decides what registering decides, and is stored nowhere. */
const noReferral = 'R-0000-0000'

const refuseRow = (row: number, column: string, detail: string): RowForecast => ({
  row,
  result: 'refused',
  errors: [{ column, detail }],
})

const checkAlone = (
  { reference, clock }: CheckImportDependencies,
  principal: Principal,
  cells: ImportRow,
  row: number,
): RowForecast => {
  const parsed = parseRow(cells)
  if (!parsed.ok) return { row, result: 'refused', errors: parsed.errors }
  const { registration } = parsed
  const rules = rulesFor(reference, registration.organisation)
  if (!rules)
    return refuseRow(
      row,
      'organisation',
      'Must be the code of an organisation: see the list of organisations.',
    )
  const decision = register(noReferral, registration, { now: clock.now(), by: actorOf(principal), rules })
  if (decision.ok) return { row, result: 'new', registration }
  const { problem } = decision
  return problem.kind === 'invalid_fields'
    ? { row, result: 'refused', errors: problem.errors.map(cellError) }
    : refuseRow(row, 'sarReference', 'Can’t be registered.')
}

const keyOf = ({ sarReference, organisation }: Registration): string => `${sarReference} ${organisation}`

/** The first row about a SAR and organisation counts; a later one says the same, or is refused. */
const againstBefore =
  (firsts: ReadonlyMap<string, GoodRow>) =>
  (forecast: RowForecast): RowForecast => {
    if (forecast.result !== 'new') return forecast
    const first = firsts.get(keyOf(forecast.registration)) ?? forecast
    const { row } = forecast
    if (first.row === row) return forecast
    return saysTheSame(first.registration, forecast.registration)
      ? { row, result: 'repeated', of: first.row }
      : refuseRow(
          row,
          'sarReference',
          `Row ${first.row} has this SAR for this organisation with other details.`,
        )
  }

const againstRegister =
  ({ sarRegister, referrals }: CheckImportDependencies) =>
  async (forecast: RowForecast): Promise<RowForecast> => {
    if (forecast.result !== 'new') return forecast
    const { row, registration } = forecast
    const holdings = await sarRegister.holdingsOf(registration.sarReference)
    const held = holdings.find(({ organisation }) => organisation === registration.organisation)
    const there = held && (await referrals.find(held.id))
    if (!there) return forecast
    const { id } = there.referral
    return saysTheSame(there.referral.registration, registration)
      ? { row, result: 'existing', id }
      : refuseRow(row, 'sarReference', `Is with this organisation already, as ${id}, with other details.`)
  }

const firstsAmong = (forecasts: readonly RowForecast[]): ReadonlyMap<string, GoodRow> => {
  const firsts = new Map<string, GoodRow>()
  for (const forecast of forecasts) {
    if (forecast.result !== 'new') continue
    const key = keyOf(forecast.registration)
    if (!firsts.has(key)) firsts.set(key, forecast)
  }
  return firsts
}

/**
 * What an import of these rows would do now, by the rules that registering goes by: a result for each row, in order.
 * Changes nothing; an import that follows decides again, because much can happen between the two.
 */
export const checkImport =
  (dependencies: CheckImportDependencies) =>
  async (principal: Principal, rows: readonly ImportRow[]): Promise<readonly RowForecast[]> => {
    const alone = rows.map((cells, place) => checkAlone(dependencies, principal, cells, place + 1))
    const together = alone.map(againstBefore(firstsAmong(alone)))
    return pMap(together, againstRegister(dependencies), { concurrency: rowsAtOnce })
  }
