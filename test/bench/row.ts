/** One line of the bench's table: a figure by its number, what was measured, and whether it is as it should be. */
export type Row = {
  readonly figure: number
  readonly what: string
  readonly target: string
  readonly measured: string
  /** Null where there is nothing to reach, or nothing could be measured. */
  readonly met: boolean | null
}

/** The middle one of some numbers, in order of size. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN

/** With one decimal where it is small. */
export const short = (number: number): string =>
  Math.abs(number) < 10 ? String(Math.round(number * 100) / 100) : String(Math.round(number))
