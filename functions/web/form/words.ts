import * as codes from '../../../shared/domain/codes.ts'
import { inWords, isLocalDate } from '../../../shared/domain/dates.ts'

/** Only what no sentence would have by itself: a code of one ordinary word stays as it is. */
const labels = new Map(
  Object.values(codes)
    .filter((list) => typeof list === 'object')
    .flatMap((list) => Object.entries(list))
    .filter(([code]) => code.includes('_')),
)

/** An API's sentence as the form says it: codes by their labels, days as people write them. */
export const inFormWords = (sentence: string): string =>
  sentence
    .replaceAll(/\b[a-z]+(?:_[a-z]+)+\b/g, (code) => {
      const label = labels.get(code)
      return label === undefined ? code : `“${label}”`
    })
    .replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => (isLocalDate(date) ? inWords(date) : date))
    .replaceAll('a date that exists, written YYYY-MM-DD', 'a real date, such as 27 3 2026')
