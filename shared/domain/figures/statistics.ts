export type Rate = { readonly value: number; readonly low: number; readonly high: number }

/** The 97.5th percentile of the standard normal distribution. */
const z = 1.959963984540054

/**
 * A proportion with its 95% Wilson score interval, each from 0 to 1; null over nothing.
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209–212.
 */
export const wilson = (successes: number, total: number): Rate | null => {
  if (total === 0) return null
  const value = successes / total
  const spread = 1 + z ** 2 / total
  const centre = (value + z ** 2 / (2 * total)) / spread
  const half = (z / spread) * Math.sqrt((value * (1 - value)) / total + z ** 2 / (4 * total ** 2))
  const low = successes === 0 ? 0 : centre - half
  const high = successes === total ? 1 : centre + half
  return { value, low, high }
}

/** How often each value was seen. */
export type Histogram = readonly (readonly [value: number, count: number])[]

export type Spread = { readonly count: number; readonly median: number | null; readonly p90: number | null }

const nearestRank = (sorted: Histogram, total: number, percent: number): number | null => {
  const rank = Math.ceil((percent * total) / 100)
  let seen = 0
  for (const [value, count] of sorted) {
    seen += count
    if (seen >= rank) return value
  }
  return null
}

/** The median and 90th percentile by nearest rank: always a value that was seen, null when none was. */
export const spreadOf = (histogram: Histogram): Spread => {
  const sorted = histogram.toSorted(([a], [b]) => a - b)
  const count = sorted.reduce((sum, [, times]) => sum + times, 0)
  return { count, median: nearestRank(sorted, count, 50), p90: nearestRank(sorted, count, 90) }
}
