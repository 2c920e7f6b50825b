import { anyDate, oldDate, weekday } from './written-date.ts'

/** How much text after and before a label is looked at for the date: it bounds the work. */
const reachAfter = 160
const reachBefore = 60

const label =
  /(?<![\p{L}\p{N}])(?:d[./ -]?o[./ -]?b|(?:date|day)[ -]of[ -]birth|birth ?date|birthday|dyddiad (?:ei |eu )?g?eni)(?![\p{L}\p{N}])/giu

const filler =
  '(?:is|was|being|as|of|given|recorded|shown|stated|listed|held|noted|believed|to be|for|the|his|her|their|subject|officer|individual|about|approximately|circa|yw|oedd|y|yr|r|s|swyddog)'

/** "DOB: …", "date of birth given as …": the date comes straight after, but for words that only lead to it. */
const ledTo = new RegExp(`^[:;=,.()'" -]{0,4}(?:${filler}[):=,' ]{1,3}){0,6}["(]?${weekday}${anyDate}`, 'iu')

/** "DOB: Jo Example, …". Case counts: a sentence that goes on in small letters is not a name. */
const names =
  /^[:,(. -]{0,3}(?:(?!(?:On|In|At|By|From|Since|Until|The|This|He|She|They|We|Ar|Ers|Cafodd) )[A-Z][\p{L}'-]{0,20}[., ]{1,2}){1,4}/u
const dateFirst = new RegExp(`^\\(?${weekday}${anyDate}`, 'iu')

/** "… (DOB)", "… is his date of birth", and with an old year "… DOB". */
const ledFrom = [
  `${anyDate} ?\\((?:(?:his|her|their|the) )?$`,
  `${anyDate} (?:is|was|being|yw|oedd) (?:(?:his|her|their|the|ei) )?(?:(?:officer|subject)'s )?$`,
  `${oldDate}[ ,-]{1,3}$`,
].map((form) => new RegExp(`(?<!\\d)${form}`, 'iu'))

const place =
  "(?:(?:in|at|near|yn|ym|yng) (?:(?!(?:and|who|but|joined|on|before|after|since) )[\\p{L}'-]{1,20}[, ]{1,2}){1,3})?"
const bornFiller = '(?:(?:on|or|the|about|around|circa|c\\.?|ar|y|yr|ef|hi) ){0,4}'
const born = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:born|ganwyd|ganed|(?:ei|eu) g?eni)(?![\\p{L}\\p{N}-])[:,( ]{1,3}${bornFiller}${place}${bornFiller}${weekday}${anyDate}`,
  'iu',
)

/** "(b. 1/2/80)", and with an old year "b. 1/2/1980": "b. 12/3/26" may begin a paragraph. */
const abbreviated = new RegExp(`(?<![\\p{L}\\p{N}.])b\\.? ?${oldDate}|\\(b\\.? ?${anyDate}`, 'iu')

const labelsDate = (plain: string, start: number, end: number): boolean => {
  const after = plain.slice(end, end + reachAfter)
  if (ledTo.test(after) || dateFirst.test(after.replace(names, ''))) return true
  const before = plain.slice(Math.max(0, start - reachBefore), start)
  return ledFrom.some((form) => form.test(before))
}

/** Whether plain text says of a whole date that somebody was born on it. A year, or a month and year, is not one. */
export const hasDateOfBirth = (plain: string): boolean =>
  born.test(plain) ||
  abbreviated.test(plain) ||
  plain.matchAll(label).some(({ 0: found, index }) => labelsDate(plain, index, index + found.length))
