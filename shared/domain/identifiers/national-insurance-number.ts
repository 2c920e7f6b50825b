const gap = '[ .-]{0,2}'
const figures = `\\d{2}${gap}\\d{2}${gap}\\d{2}`

/**
 * HM Revenue and Customs' manual, NIM39110, without the letters and pairs that are never given out. QQ is not given
 * out either, but it is what everybody writes as the example, and so what a test is likely to use.
 */
const prefix = '(?:QQ|(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])'

const shape = new RegExp(`(?<![\\p{L}\\p{N}])${prefix}${gap}${figures}${gap}[A-D](?![\\p{L}\\p{N}])`, 'giu')

const labelledShape = new RegExp(
  `(?<!\\p{L})(?:national insurance|yswiriant (?:gwladol|cenedlaethol)|nino|ni)(?: (?:no|num|number))?[.:#=( -]{0,4}(?:(?:is|was|yw|oedd) )?[A-Z]{2}${gap}${figures}(?!\\d)`,
  'iu',
)

/** "PC 123456 B Relief": a collar or warrant number, which nobody parts in pairs. */
const afterRank = /(?:PC|PS|SC)[ .-]{1,2}\d{4}/i

/** "… 123456 a": it may be an article, where the sentence goes on. */
const articleAfter = /\d{4}[ .-]{0,2}\d{2} a/
const ends = /^ ?(?:[.,;:)]|$)/

const readsAsProse = ({ 0: whole, index, input }: RegExpExecArray): boolean =>
  afterRank.test(whole) || (articleAfter.test(whole) && !ends.test(input.slice(index + whole.length)))

/**
 * Whether plain text carries a National Insurance number. Without a label it needs its last letter and a prefix that
 * is given out; after "NI number" or the like, two letters and six figures are enough.
 */
export const hasNationalInsuranceNumber = (plain: string): boolean =>
  labelledShape.test(plain) || plain.matchAll(shape).some((found) => !readsAsProse(found))
