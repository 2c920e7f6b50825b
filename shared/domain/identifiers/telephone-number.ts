import type { NumberWindow } from './digit-groups.ts'
import { digitGroups, isLabelledReference, numbersFrom, textAfter, textBefore } from './digit-groups.ts'
import { withoutDates } from './plain-text.ts'

const device =
  '(?<!\\p{L})(?:tel|tele|telephone|phone|mob|mobile|cell|landline|fax|whatsapp|ffon|symudol|contact)'
const number = '(?:no|num|number)'
const lead = '[.:#=(/ -]{0,4}(?:(?:is|was|yw|oedd) )?\\(?$'

/** "mobile 7700 900123": enough to tell a number without its first 0. */
const labelled = new RegExp(`${device}[. ]{0,2}${number}?${lead}`, 'iu')

/** "tel: 496 0000", "phone number 496 0000": enough to tell a number without its area code. */
const plainlyLabelled = new RegExp(
  `(?:${device}[. ]{0,2}(?:${number}|[:=])|(?<!\\p{L})rhif (?:ffon|symudol)(?: [\\p{L}']{1,12}){0,2})${lead}`,
  'iu',
)

/** What makes figures part of something else: a reference, an amount, a decimal. */
const runsOnBefore = /(?:\d[-.,/]|[\p{L}\d]\/|\p{L}|[£$€#])$/u
const runsOnAfter = /^(?:\/(?:\d{2}|\d{4})(?!\d)|,\d{3}(?!\d)|\.\d{1,2}(?!\d)|(?!ext|x ?\d)\p{L})/iu

const everyGroupHas = (least: number, shape: readonly number[]): boolean =>
  shape.every((length) => length >= least)

/** Area code first and no stray single figures: "0900 1 31" is no telephone number, nor is "01 02 2025 14". */
const wellGrouped = ({ digits, shape }: NumberWindow): boolean => {
  const [first = 0, ...rest] = shape
  if (shape.length > 8) return digits.startsWith('07') && shape.every((length) => length === 1)
  return first >= 3 && everyGroupHas(2, rest)
}

const isNational = (window: NumberWindow): boolean => {
  if (/^0[1235789]\d{9}$/.test(window.digits)) return wellGrouped(window)
  const shape = window.shape.join('-')
  if (/^0(?:800|808|500)\d{6}$/.test(window.digits)) return /^(?:10|4-6|4-3-3|4-2-2-2)$/.test(shape)
  return /^01\d{8}$/.test(window.digits) && /^(?:5-5|6-4)$/.test(shape)
}

const isInternational = ({ digits, shape }: NumberWindow): boolean =>
  /^00440?[1-9]\d{8,9}$/.test(digits) ||
  /^440?7\d{9}$/.test(digits) ||
  (/^00[1-9]\d{9,14}$/.test(digits) && shape.length >= 3 && everyGroupHas(2, shape.slice(0, 1)))

const isLabelled = ({ digits, shape }: NumberWindow, before: string): boolean =>
  (plainlyLabelled.test(before) && /^\d{6,15}$/.test(digits) && everyGroupHas(3, shape)) ||
  (labelled.test(before) && /^(?:0[1235789]\d{8,9}|7\d{9})$/.test(digits))

const isTelephoneNumber = (plain: string, window: NumberWindow): boolean => {
  if (window.digits.length < 6 || runsOnAfter.test(textAfter(plain, window.end))) return false
  const before = textBefore(plain, window.start)
  if (/\+\(?$/.test(before)) return /^[1-9]\d{8,15}$/.test(window.digits)
  if (isLabelled(window, before)) return true
  if (runsOnBefore.test(before)) return false
  if (isInternational(window)) return true
  const unbroken = window.shape.length === 1 && !window.digits.startsWith('07')
  return isNational(window) && !(unbroken && isLabelledReference(plain, window.start))
}

/**
 * Whether plain text carries a telephone number: any United Kingdom one with its leading 0 or its country code, any
 * foreign one that starts with + or with 00 and is grouped, and any after a label such as "Tel:".
 */
export const hasTelephoneNumber = (plain: string): boolean => {
  const undated = withoutDates(plain)
  const groups = digitGroups(undated)
  return groups.some((_, first) =>
    numbersFrom(undated, groups, first).some((window) => isTelephoneNumber(undated, window)),
  )
}
