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
const inPairs = /^\d{2}( - |[-./ ])\d{2}\1\d{2}(?!\d)/

const isDay = (pair: string): boolean => pair >= '01' && pair <= '31'
const isMonth = (pair: string): boolean => pair >= '01' && pair <= '12'

/** Day, month and two-figure year, or the other way round. */
const couldBeDate = (figures: string): boolean =>
  isMonth(figures.slice(2, 4)) && (isDay(figures.slice(0, 2)) || isDay(figures.slice(4)))

const isEvident = (written: string): boolean =>
  written.includes('-') && !couldBeDate(written.replaceAll(/\D/g, ''))

const isLabelled = (plain: string, start: number, end: number): boolean =>
  labelledBefore.test(textBefore(plain, start)) || labelledAfter.test(textAfter(plain, end))

/** The sort code that may begin with a group of figures. */
export const sortCodeAt = (plain: string, { digits, start }: DigitGroup): SortCode | undefined => {
  if (/[£$€,]$/.test(textBefore(plain, start))) return undefined
  const unbroken = digits.length === 6
  const written = unbroken ? digits : inPairs.exec(textAfter(plain, start))?.[0]
  if (written === undefined) return undefined
  const end = start + written.length
  return { start, end, unbroken, labelled: isLabelled(plain, start, end), evident: isEvident(written) }
}

/** "sort code and account 12345612345678": both in one run after the label. */
export const isSortCodeRunOn = (plain: string, { digits, start }: DigitGroup): boolean =>
  digits.length === 14 && labelledBefore.test(textBefore(plain, start))
