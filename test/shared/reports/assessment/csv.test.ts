import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { assessmentCsv } from '../../../../shared/reports/assessment/csv.ts'
import { tablesOf } from '../../../../shared/reports/assessment/tables.ts'
import type { Report } from '../../../../shared/domain/figures/report.ts'
import { publishedSummary } from '../../../support/published-summaries.ts'
import { reportWith, standings } from '../../../support/reports.ts'
import { internalSummary } from '../../../support/summaries.ts'

const lines = z.array(z.record(z.string(), z.string()))
const read = (report: Report) => lines.parse(parse(assessmentCsv(report), { columns: true, bom: true }))

const published = reportWith({ summary: publishedSummary(), standing: standings.approved })

/** Every number and every withheld figure in a summary, wherever it stands in it. */
const figuresIn = (value: unknown): readonly (number | 'c')[] => {
  if (typeof value === 'number' || value === 'c') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(figuresIn)
}

/** How often each figure stands among others. */
const tally = (figures: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(figures, (figure) => figure)].map(([figure, all]) => [figure, all.length]))

describe('the CSV', () => {
  test('begins with a byte-order mark, so that Excel reads it as UTF-8', () => {
    expect(assessmentCsv(published)).toMatch(/^\uFEFFreporting_year,/)
  })

  test('says of every line whose figures it has', () => {
    for (const line of read(published))
      expect(line).toMatchObject({
        reporting_year: '2025-26',
        version: 'published',
        edition: '2',
        state: 'approved',
      })
    expect(read(reportWith())[0]).toMatchObject({ version: 'internal', edition: '', state: 'live' })
  })

  test('has a line of its own for every figure', () => {
    const all = read(published)
    const names = all.map(({ table, row, measure }) => `${table} ${row} ${measure}`)
    expect(new Set(names).size).toBe(names.length)
    expect(all.every(({ value, shorthand }) => (value === '') !== (shorthand === ''))).toBe(true)
  })

  test.each([
    ['internal', reportWith()],
    ['published', published],
  ] as const)('has the figures of the tables of the %s version, in their order', (_, report) => {
    const expected = tablesOf(report).flatMap((table) =>
      table.rows.flatMap((row) =>
        table.columns.flatMap(({ key, kind }, index) => {
          if (kind === 'text' || /(Low|High)$/.test(key)) return []
          const cell = row.cells[index] ?? null
          const shorthand = cell === 'c' ? '[c]' : cell === null ? '[z]' : ''
          return [[table.id, row.key, key, shorthand === '' ? String(cell) : '', shorthand]]
        }),
      ),
    )
    const written = read(report).map((line) => [
      line['table'],
      line['row'],
      line['measure'],
      line['value'],
      line['shorthand'],
    ])
    expect(written).toEqual(expected)
  })

  test('gives a rate the bounds of its interval', () => {
    const { responseRate } = internalSummary().response
    expect(read(reportWith()).find(({ table }) => table === 'rate')).toMatchObject({
      value: String(responseRate?.value),
      lower: String(responseRate?.low),
      upper: String(responseRate?.high),
    })
  })

  test.each([
    ['internal', internalSummary()],
    ['published', publishedSummary()],
  ] as const)('has every figure of the %s summary, as often as that at the least', (_, summary) => {
    const written = tally(
      read(reportWith({ summary, earlier: [] })).flatMap(({ value, lower, upper, shorthand }) =>
        [value, lower, upper, shorthand === '[c]' ? 'c' : ''].map(String).filter(Boolean),
      ),
    )
    for (const [figure, times] of tally(figuresIn(summary).map(String)))
      expect([figure, (written.get(figure) ?? 0) >= times]).toEqual([figure, true])
  })

  test('runs nothing in a spreadsheet', () => {
    const revision = {
      ...standings.draft.revision,
      figures: [{ figure: '=1+1', before: 5, after: 6, because: '@SUM(A1)' }],
    }
    const csv = assessmentCsv(reportWith({ standing: { ...standings.draft, revision } }))
    expect(csv).not.toMatch(/(^|,)"?[=+@-]/m)
    expect(csv).toContain("'=1+1")
  })
})
