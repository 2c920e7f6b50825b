const shape =
  /(?<![\p{L}\p{N}])([A-Z]{2})([ .-]{0,2})\d{2}([ .-]{0,2})\d{2}[ .-]{0,2}\d{2}([ .-]{0,2})([A-D])(?![\p{L}\p{N}])/giu

const labelledShape =
  /(?<!\p{L})(?:national insurance|yswiriant (?:gwladol|cenedlaethol)|nino|ni)(?: (?:no|num|number))?[.:#=( -]{0,4}(?:(?:is|was|yw|oedd) )?[A-Z]{2}[ .-]{0,2}\d{2}[ .-]{0,2}\d{2}[ .-]{0,2}\d{2}(?!\d)/iu

/** HM Revenue and Customs' manual, NIM39110: the letters and pairs that are never given out. */
const allocated = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]$/i

/** Not given out either, but it is what everybody writes as the example, and so what a test is likely to use. */
const example = /^QQ$/i

/** Two letters that more often stand before a collar or warrant number. */
const rank = /^(?:PC|PS|SC)$/i

const readsAsProse = (found: RegExpMatchArray): boolean => {
  const [whole = '', prefix = '', afterPrefix = '', afterPair = '', beforeSuffix = '', suffix = ''] = found
  if (afterPair !== '') return false
  if (rank.test(prefix) && afterPrefix !== '') return true
  const rest = (found.input ?? '').slice((found.index ?? 0) + whole.length)
  return suffix === 'a' && beforeSuffix === ' ' && !/^ ?(?:[.,;:)]|$)/.test(rest)
}

/**
 * Whether plain text carries a National Insurance number. Without a label it needs its last letter and a prefix that
 * is given out; after "NI number" or the like, two letters and six figures are enough.
 */
export const hasNationalInsuranceNumber = (plain: string): boolean =>
  labelledShape.test(plain) ||
  plain
    .matchAll(shape)
    .some(
      (found) => [allocated, example].some((prefix) => prefix.test(found[1] ?? '')) && !readsAsProse(found),
    )
