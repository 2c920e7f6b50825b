import type { GroupedNumber } from './digit-groups.ts'
import { digitGroups, endsWithReferenceLabel, numbersFrom, textAfter, textBefore } from './digit-groups.ts'
import { withoutDates } from './plain-text.ts'

const device =
  '(?<!\\p{L})(?:tel|tele|telephone|phone|mob|mobile|cell|landline|fax|whatsapp|ffon|symudol|contact)'
const numero = '(?:no|num|number)'
const lead = '[.:#=(/ -]{0,4}(?:(?:is|was|yw|oedd) )?\\(?$'

/** "mobile 7700 900123": enough to tell a number without its first 0. */
const labelled = new RegExp(`${device}[. ]{0,2}${numero}?${lead}`, 'iu')

/** "tel: 496 0000", "phone number 496 0000": enough to tell a number without its area code. */
const plainlyLabelled = new RegExp(
  `(?:${device}[. ]{0,2}(?:${numero}|[:=])|(?<!\\p{L})rhif (?:ffon|symudol)(?: [\\p{L}']{1,12}){0,2})${lead}`,
  'iu',
)

/** The 0 that is left out after a country code, and that some write in brackets without one too. */
const bracketedTrunk = /\(0\) ?(?=[1-9])/g

/** What makes figures part of something else: a reference, an amount, a decimal. */
const runsOnBefore = /(?:\d[-.,/]|\p{L}\/|[\p{L}£$€#])$/u
const runsOnAfter = /^(?:\/(?:\d{2}|\d{4})(?!\d)|,\d{3}(?!\d)|\.\d{1,2}(?!\d)|(?!ext|x ?\d)\p{L})/iu

const everyGroupHas = (least: number, shape: readonly number[]): boolean =>
  shape.every((length) => length >= least)

/** Area code first and no stray single figures: "0900 1 31" is no telephone number, nor is "01 02 2025 14". */
const isWellGrouped = ({ digits, shape }: GroupedNumber): boolean => {
  const [first = 0, ...rest] = shape
  if (shape.every((length) => length === 1)) return digits.startsWith('07')
  return first >= 3 && everyGroupHas(2, rest)
}

/** Numbers of ten figures: the old ones for which the caller does not pay, and small places. */
const shorter = [
  { codes: ['0800', '0808', '0500'], shapes: ['10', '4-6', '4-3-3', '4-2-2-2'] },
  { codes: ['01'], shapes: ['5-5', '6-4'] },
]

const isNational = (number: GroupedNumber): boolean => {
  if (/^0[1235789]\d{9}$/.test(number.digits)) return isWellGrouped(number)
  const shape = number.shape.join('-')
  return shorter.some(
    ({ codes, shapes }) => shapes.includes(shape) && codes.some((code) => number.digits.startsWith(code)),
  )
}

/** After the 00 and the country code nothing starts with 0, as it does in "001 002 003 004 005". */
const isInternational = ({ digits, shape: [first = 0, ...rest] }: GroupedNumber): boolean =>
  /^00440?[1-9]\d{8,9}$/.test(digits) ||
  /^440?7\d{9}$/.test(digits) ||
  (/^00[1-9]\d{9,14}$/.test(digits) && rest.length >= 2 && digits[first] !== '0')

/** A number written in one run after "crime number" is one of those, but a mobile's is too plainly a mobile's. */
const isReference = ({ digits, shape }: GroupedNumber, before: string): boolean =>
  shape.length === 1 && !digits.startsWith('07') && endsWithReferenceLabel(before)

/** What a number has to look like to be a telephone number, after the text before it. */
const telephoneAfter = (before: string): ((number: GroupedNumber) => boolean) => {
  if (/\+\(?$/.test(before)) return (number) => /^[1-9]\d{8,15}$/.test(number.digits) || isNational(number)
  const local = plainlyLabelled.test(before)
  if (local || labelled.test(before)) {
    return (number) =>
      /^(?:0[1235789]\d{8,9}|7\d{9})$/.test(number.digits) ||
      isInternational(number) ||
      (local && number.digits.length <= 15 && everyGroupHas(3, number.shape))
  }
  const runsOn = runsOnBefore.test(before)
  return (number) =>
    !runsOn && (isInternational(number) || (isNational(number) && !isReference(number, before)))
}

/**
 * Whether plain text carries a telephone number: any United Kingdom one with its leading 0 or its country code, any
 * foreign one that starts with + or with 00 and is grouped, and any after a label such as "Tel:".
 */
export const hasTelephoneNumber = (plain: string): boolean => {
  const undated = withoutDates(plain).replaceAll(bracketedTrunk, '0')
  const groups = digitGroups(undated)
  return groups.some(({ start }, first) => {
    const isTelephone = telephoneAfter(textBefore(undated, start))
    return numbersFrom(undated, groups, first).some(
      (number) =>
        number.digits.length >= 6 && isTelephone(number) && !runsOnAfter.test(textAfter(undated, number.end)),
    )
  })
}
