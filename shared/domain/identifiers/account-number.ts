import type { DigitGroup } from './digit-groups.ts'
import { endsWithReferenceLabel, textAfter, textBefore } from './digit-groups.ts'

/** Figures that may be an account number, and what there is to say that they are. */
export type AccountNumber = {
  readonly start: number
  readonly end: number
  /** "account" stands beside it. */
  readonly labelled: boolean
  /** Eight figures in one run that can't be a date: 12345678, but not 20251123 and not 1234 5678. */
  readonly evident: boolean
}

const label =
  '(?<!\\p{L})(?:account|acc|acct|a\\/c|cyfrif)(?: (?:no|num|number))?[.:#=( -]{0,4}(?:(?:is|was|yw|oedd) )?$'
const labelledBefore = new RegExp(label, 'iu')
const leadIn = new RegExp(`^[ ,;:/)(-]{0,4}(?:(?:and|a|ac) )?(?:rhif )?${label}`, 'iu')

const beginsLikeDate = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])/

/** Whether the text between a sort code and an account number does no more than announce the account. */
export const announcesAccount = (between: string): boolean => leadIn.test(between)

const inHalves = (plain: string, one: DigitGroup, two: DigitGroup | undefined): boolean =>
  one.digits.length === 4 && two?.digits.length === 4 && /^[ -]$/.test(plain.slice(one.end, two.start))

const belongsToWhatIsBefore = (before: string): boolean =>
  /(?:[£$€#,.]|\p{L}\/?)$/u.test(before) || endsWithReferenceLabel(before)

const runsOnAfter = /^(?:\p{L}|,\d|\/\d)/u

/** The account number that may begin with the group of figures at `index`. */
export const accountNumberAt = (
  plain: string,
  groups: readonly DigitGroup[],
  index: number,
): AccountNumber | undefined => {
  const [one, two] = groups.slice(index, index + 2)
  if (!one) return undefined
  const { start, digits } = one
  const before = textBefore(plain, start)
  const labelled = labelledBefore.test(before)
  if (!labelled && belongsToWhatIsBefore(before)) return undefined
  const halves = inHalves(plain, one, two)
  const end = halves && two ? two.end : one.end
  const fits = halves || digits.length === 8 || (labelled && /^\d{6,10}$/.test(digits))
  if (!fits || runsOnAfter.test(textAfter(plain, end))) return undefined
  return { start, end, labelled, evident: digits.length === 8 && !beginsLikeDate.test(digits) }
}
