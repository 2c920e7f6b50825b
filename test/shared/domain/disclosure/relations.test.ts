import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mapCounts } from '../../../../shared/domain/disclosure/counts.ts'
import { relationsOf } from '../../../../shared/domain/disclosure/relations.ts'
import { localDate } from '../../../../shared/domain/dates.ts'
import { summarise } from '../../../../shared/domain/figures/summarise.ts'
import type { InternalSummary } from '../../../../shared/domain/figures/summary.ts'
import { tally } from '../../../../shared/domain/figures/tally.ts'
import { cutOffOf, reportingYearOf } from '../../../../shared/domain/reporting-year.ts'
import { lastDayOf, someCases } from '../../../properties/arbitraries.ts'
import { populationFrom, sampleSized } from '../../../properties/disclosure-population.ts'
import { read, type Known } from '../../../properties/disclosure-reader.ts'
import { figuresOf, laidOpen } from '../../../properties/disclosure-tables.ts'

const countsOf = (figures: InternalSummary) =>
  mapCounts(figures, (path, count) => ({ path, count: Number(count) }))

const total = (cells: readonly { readonly count: number }[]) =>
  cells.reduce((sum, { count }) => sum + count, 0)

const plain = ({ count }: Known) => ({ count: Number(count) })

const brokenIn = (figures: InternalSummary) =>
  relationsOf(countsOf(figures)).filter(({ holds, whole, parts, shown = 0 }) => {
    const left = total(whole) - total(parts) - shown
    return holds === 'equals' ? left !== 0 : left < 0
  })

describe('the relations between the counts', () => {
  test('hold in years made up', () => {
    for (const seed of Array.from({ length: 100 }, (_, place) => place)) {
      expect(brokenIn(figuresOf(seed % 10 === 0 ? sampleSized(seed) : populationFrom(seed)))).toEqual([])
    }
  })

  test('hold in the figures that the service makes of what was sent', () => {
    fc.assert(
      fc.property(someCases(25), (cases) => {
        const asAt = lastDayOf(cases)
        const referrals = cases.map(({ referral }) => referral)
        const years = Map.groupBy(referrals, ({ registration }) => reportingYearOf(registration.referredOn))
        for (const [year, theirs] of years) {
          const summary = summarise({
            year,
            asAt: localDate(asAt),
            cutOff: cutOffOf(year),
            organisations: [],
            tallies: tally(theirs),
            unanswered: new Map(),
          })
          expect(brokenIn(summary)).toEqual([])
        }
      }),
      { numRuns: 30 },
    )
  })

  test('reach every count but those that no other includes', () => {
    const tree = countsOf(figuresOf(sampleSized(1)))
    const related = new Set(
      relationsOf(tree).flatMap(({ whole, parts }) => [...whole, ...parts].map(({ path }) => path)),
    )
    const all: string[] = []
    mapCounts(figuresOf(sampleSized(1)), (path) => all.push(path))

    expect(all.filter((path) => !related.has(path))).toEqual(['response/withdrawn', 'response/redirected'])
    expect(new Set(all).size).toBe(all.length)
  })

  test('are those that a reader takes from the tables, no more and no fewer', () => {
    const open = laidOpen(figuresOf(sampleSized(1)))
    let place = 0
    // Numbers of which no sum comes out like another.
    const counts = mapCounts(open, () => Math.imul((place += 1), 2_654_435_761) >>> 0)
    const told = {
      ...open,
      ...counts,
      response: { ...counts.response, responseRate: null },
      dataQuality: { ...open.dataQuality, ...counts.dataQuality },
      themes: [],
    }
    const named = relationsOf(mapCounts(told, (path, count) => ({ path, count: Number(count) })))
    const ours = named.map(
      ({ holds, whole, parts, shown = 0 }) =>
        `${total(whole) - total(parts) - shown} ${holds === 'equals' ? '=' : '>='} 0`,
    )
    const theirs = read(told).statements.map(
      ({ left, sign, right }) => `${total(left.map(plain)) - total(right.map(plain))} ${sign} 0`,
    )

    expect(new Set(ours)).toEqual(new Set(theirs))
  })
})
