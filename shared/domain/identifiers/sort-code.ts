import type { DigitGroup } from './digit-groups.ts'
import { textAfter, textBefore } from './digit-groups.ts'

/** Six figures that may be a sort code, and what there is to say that they are. */
export type SortCode = {
  readonly start: number
  readonly end: number
  /** Written as one run of six figures rather than three pairs. */
  readonly unbroken: boolean
  /** "sort code" stands beside it. */
  readonly labelled: boolean
  /** Three pairs joined by hyphens that can't be a date: hardly anything else looks like that. */
  readonly evident: boolean
}

const labelledBefore = /sort[ -]?code|(?<!\p{L})s\/c(?!\p{L})|cod didoli/iu
const labelledAfter = /^ ?\((?:sort[ -]?code|s\/c|cod didoli)\)/i
const joins = new Set(['-', ' - ', ' ', '.', '/'])

/** Day, month and two-figure year, or the other way round. */
const couldBeDate =
  /^(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d|\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/

const isLabelled = (plain: string, start: number, end: number): boolean =>
  labelledBefore.test(textBefore(plain, start)) || labelledAfter.test(textAfter(plain, end))

const inPairs = (plain: string, pairs: readonly DigitGroup[]): SortCode | undefined => {
  const [one, two, three] = pairs
  if (!one || !two || !three || pairs.some(({ digits }) => digits.length !== 2)) return undefined
  const join = plain.slice(one.end, two.start)
  if (!joins.has(join) || plain.slice(two.end, three.start) !== join) return undefined
  const { start } = one
  const { end } = three
  const evident = join.trim() === '-' && !couldBeDate.test(one.digits + two.digits + three.digits)
  return { start, end, unbroken: false, labelled: isLabelled(plain, start, end), evident }
}

/** The sort code that may begin with the group of figures at `index`. */
export const sortCodeAt = (
  plain: string,
  groups: readonly DigitGroup[],
  index: number,
): SortCode | undefined => {
  const [group] = groups.slice(index, index + 1)
  if (!group || /[£$€,]$/.test(textBefore(plain, group.start))) return undefined
  if (group.digits.length !== 6) return inPairs(plain, groups.slice(index, index + 3))
  const { start, end } = group
  return { start, end, unbroken: true, labelled: isLabelled(plain, start, end), evident: false }
}

/** "sort code and account 12345612345678": both in one run after the label. */
export const isSortCodeRunOn = (plain: string, { digits, start }: DigitGroup): boolean =>
  digits.length === 14 && labelledBefore.test(textBefore(plain, start))
