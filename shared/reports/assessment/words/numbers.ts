import { withheld, type Count, type Withheld } from '../../../domain/figures/summary.ts'
import type { Rate } from '../../../domain/figures/statistics.ts'

/** What a table shows in place of a count that is withheld, and of a figure that there is nothing to make from. */
export const shorthand = { withheld: '[c]', notApplicable: '[z]' } as const

const grouped = new Intl.NumberFormat('en-GB')
const percent = new Intl.NumberFormat('en-GB', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})

/** `1,204` */
export const numberInWords = (value: number): string => grouped.format(value)

/** A proportion from 0 to 1 as `78.4%`. */
export const percentInWords = (value: number): string => percent.format(value)

/** `no referrals`, `1 referral`, `1,204 referrals`, `a withheld number of referrals`. */
export const counted = (count: Count, one: string, many = `${one}s`): string => {
  if (count === withheld) return `a withheld number of ${many}`
  if (count === 0) return `no ${many}`
  return `${numberInWords(count)} ${count === 1 ? one : many}`
}

/** A number alone in a sentence: `none`, `1`, `1,204`, `a withheld number`. */
export const alone = (count: Count): string => {
  if (count === withheld) return 'a withheld number'
  return count === 0 ? 'none' : numberInWords(count)
}

/** The verb that goes with a count: `was` with one, `were` with none, many and a withheld number. */
export const agreeing = (count: Count, one: string, many: string): string => (count === 1 ? one : many)

/** A sum, or withheld where a part of it is. */
export const sumOf = (...counts: readonly Count[]): Count => {
  let total = 0
  for (const count of counts) {
    if (count === withheld) return withheld
    total += count
  }
  return total
}

/** `78.4% (95% confidence interval 74.0% to 82.2%)`, or null where there is no rate to say. */
export const rateInWords = (rate: Rate | Withheld | null): string | null =>
  rate === null || rate === withheld
    ? null
    : `${percentInWords(rate.value)} (95% confidence interval ${percentInWords(rate.low)} to ${percentInWords(rate.high)})`
