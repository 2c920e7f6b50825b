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

/** The second half of "1234 5678", where `next` is that. */
const secondHalf = (plain: string, one: DigitGroup, next: DigitGroup | undefined): DigitGroup | undefined =>
  one.digits.length === 4 &&
  next?.digits.length === 4 &&
  [' ', '-'].includes(plain.slice(one.end, next.start))
    ? next
    : undefined

const belongsToWhatIsBefore = (before: string): boolean =>
  /(?:[£$€#,.]|\p{L}\/?)$/u.test(before) || endsWithReferenceLabel(before)

const runsOnAfter = /^(?:\p{L}|,\d|\/\d)/u

/** The account number that may begin with a group of figures, of which `next` is the one after it. */
export const accountNumberAt = (
  plain: string,
  group: DigitGroup,
  next: DigitGroup | undefined,
): AccountNumber | undefined => {
  const { start, digits } = group
  const before = textBefore(plain, start)
  const labelled = labelledBefore.test(before)
  if (!labelled && belongsToWhatIsBefore(before)) return undefined
  const half = secondHalf(plain, group, next)
  const { end } = half ?? group
  const { length } = digits
  const fits = half !== undefined || length === 8 || (labelled && length >= 6 && length <= 10)
  if (!fits || runsOnAfter.test(textAfter(plain, end))) return undefined
  return { start, end, labelled, evident: length === 8 && !beginsLikeDate.test(digits) }
}
