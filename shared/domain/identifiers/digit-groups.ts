/** A run of figures and where it stands in the text. */
export type DigitGroup = { readonly digits: string; readonly start: number; readonly end: number }

/** Neighbouring groups read as one number; `shape` is how many figures stand in each group. */
export type GroupedNumber = DigitGroup & { readonly shape: readonly number[] }

/** Enough text before a number to hold the label it goes by. */
const labelReach = 40

/** More figures than any telephone number has (ITU-T E.164 allows 15, and there is the "00" and the "(0)"). */
const mostDigits = 18

/** What people put between the groups of one number: a space, a dot, a hyphen, brackets round one of the groups. */
const joint = /^\)?(?: |\.| ?- ?)?\(?$/

export const digitGroups = (plain: string): readonly DigitGroup[] =>
  Array.from(plain.matchAll(/\d+/g), ({ 0: digits, index }) => ({
    digits,
    start: index,
    end: index + digits.length,
  }))

const joined = (number: GroupedNumber, group: DigitGroup): GroupedNumber => ({
  digits: number.digits + group.digits,
  start: number.start,
  end: group.end,
  shape: [...number.shape, group.digits.length],
})

/** Every number that starts with the group at `first` and ends where a group ends, the shortest first. */
export function* numbersFrom(
  plain: string,
  groups: readonly DigitGroup[],
  first: number,
): Generator<GroupedNumber> {
  let number: GroupedNumber | undefined
  for (const group of groups.slice(first, first + mostDigits)) {
    if (number && !joint.test(plain.slice(number.end, group.start))) return
    number = number ? joined(number, group) : { ...group, shape: [group.digits.length] }
    if (number.digits.length > mostDigits) return
    yield number
  }
}

export const textBefore = (plain: string, position: number): string =>
  plain.slice(Math.max(0, position - labelReach), position)

export const textAfter = (plain: string, position: number): string =>
  plain.slice(position, position + labelReach)

const referenceWord =
  '(?:ref\\.?|reference|case|crime|incident|occurrence|custody|log|urn|cad|invoice|order|exhibit|warrant|pnc|transaction|sar|receipt|policy|file|voucher|cyfeirnod|trosedd|achos)'
const referenceLabel = new RegExp(
  `(?<!\\p{L})${referenceWord}(?: (?:ref\\.?|reference|no\\.?|number|id))?[:# ]{0,3}$`,
  'iu',
)

/** Whether a text ends by announcing a reference: "crime number", "log:", "ref. no.", "rhif achos". */
export const endsWithReferenceLabel = (before: string): boolean => referenceLabel.test(before)
