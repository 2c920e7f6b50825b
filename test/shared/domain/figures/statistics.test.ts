import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spreadOf, wilson } from '../../../../shared/domain/figures/statistics.ts'
import { nearestRankOf, wilsonByHalving } from '../../../support/reference.ts'

describe('the 95% Wilson interval', () => {
  /** R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I. */
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is as published', (successes, total, low, high) => {
    const rate = wilson(successes, total)
    expect(rate?.value).toBeCloseTo(successes / total, 12)
    expect(rate?.low).toBeCloseTo(low, 4)
    expect(rate?.high).toBeCloseTo(high, 4)
  })

  test('over nothing there is none', () => {
    expect(wilson(0, 0)).toBeNull()
  })

  test.each([
    ['nobody answered', 0, 1],
    ['everybody answered', 1, 1],
    ['nobody of many', 0, 100_000],
    ['everybody of many', 100_000, 100_000],
  ])('stays between 0 and 1 when %s', (_, successes, total) => {
    const rate = wilson(successes, total)
    expect(rate?.low).toBeGreaterThanOrEqual(0)
    expect(rate?.high).toBeLessThanOrEqual(1)
  })

  const observed = fc
    .integer({ min: 1, max: 5000 })
    .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)))

  test('is where the observed share lies 1.96 standard errors away', () => {
    fc.assert(
      fc.property(observed, ([successes, total]) => {
        const { low, high } = wilsonByHalving(successes, total)
        expect(wilson(successes, total)).toEqual({
          value: successes / total,
          low: expect.closeTo(low, 9),
          high: expect.closeTo(high, 9),
        })
      }),
    )
  })

  test('holds the share, and mirrors that of those who did not', () => {
    fc.assert(
      fc.property(observed, ([successes, total]) => {
        const rate = wilson(successes, total)
        const others = wilson(total - successes, total)
        if (!rate || !others) throw new Error('over something there is a rate')
        expect(rate.low).toBeLessThanOrEqual(rate.value + 1e-12)
        expect(rate.high).toBeGreaterThanOrEqual(rate.value - 1e-12)
        expect(rate.low).toBeCloseTo(1 - others.high, 12)
      }),
    )
  })
})

describe('the median and 90th percentile by nearest rank', () => {
  test.each([
    ['nothing', [], null, null],
    ['one', [7], 7, 7],
    ['two: the lower', [1, 9], 1, 9],
    ['three', [1, 5, 9], 5, 9],
    ['ten: the fifth and the ninth', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5, 9],
    ['eleven: the sixth and the tenth', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 6, 10],
    ['the same again and again', [4, 4, 4, 4, 40], 4, 40],
    ['a day of zero', [0, 0, 3], 0, 3],
  ])('of %s', (_, values, median, p90) => {
    expect(spreadOf(values.map((value) => [value, 1] as const))).toEqual({
      count: values.length,
      median,
      p90,
    })
  })

  test('as the definition has it, however the values are grouped and ordered', () => {
    const histogram = fc.uniqueArray(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), {
      selector: ([value]) => value,
    })
    fc.assert(
      fc.property(histogram, (counted) => {
        const values = counted.flatMap(([value, times]) => Array.from({ length: times }, () => value))
        expect(spreadOf(counted)).toEqual({
          count: values.length,
          median: nearestRankOf(values, 50),
          p90: nearestRankOf(values, 90),
        })
      }),
    )
  })
})
