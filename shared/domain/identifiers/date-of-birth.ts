const weekday = '(?:(?:[a-z]{3,6}day|d?dydd [a-z]{3,9}),? )?'
const month =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ion|chw|maw|faw|ebr|mai|fai|meh|feh|gor|orf|aws|med|fed|hyd|tac|dac|rha|rag)[a-z]{0,8}\\.?'
const day = '\\d{1,2}(?: ?(?:st|nd|rd|th|af|ail|il|ydd|fed|eg|ain)(?![a-z]))?'
const year = "'?(?:\\d{4}|\\d{2})(?!\\d)"
const part = ' ?[-./\\\\ ] ?'

/** The ways of writing a whole date. Which of day and month comes first makes no difference here. */
const date = `(?:${[
  `\\d{1,2}${part}\\d{1,2}${part}${year}`,
  `\\d{4}${part}\\d{1,2}${part}\\d{1,2}(?!\\d)`,
  `${day}[ ./-]?(?:of |o |day of )?${month},?[ ./-]?${year}`,
  `${month} ${day},? ${year}`,
  '(?:\\d{8}|\\d{6})(?!\\d)',
].join('|')})`

const label =
  '(?<![\\p{L}\\p{N}])(?:d[./ -]?o[./ -]?b|(?:date|day) of birth|birth ?date|birthday|dyddiad (?:ei |eu )?g?eni)(?![\\p{L}\\p{N}])'
const filler =
  '(?:is|was|being|as|of|given|recorded|shown|stated|listed|held|noted|believed|to be|for|the|his|her|their|subject|officer|individual|about|approximately|circa|yw|oedd|y|yr|r|s|swyddog)'
const labelled = new RegExp(
  `${label}[:;=,.()'" -]{0,4}(?:${filler}[):=,' ]{1,3}){0,6}["(]?${weekday}${date}`,
  'iu',
)

/** "DOB: Jo Example, 1 February 1980". Case counts: a sentence that goes on in small letters is not a name. */
const namesBetween =
  /^[:,(. -]{0,3}(?:(?!(?:On|In|At|By|From|Since|Until|The|This|He|She|They|We|Ar|Ers|Cafodd) )[A-Z][\p{L}'-]{0,20}[., ]{1,2}){1,4}/u
const labels = new RegExp(label, 'giu')
const startsWithDate = new RegExp(`^\\(?${date}`, 'iu')

const place =
  "(?:(?:in|at|near|yn|ym|yng) (?:(?!(?:and|who|but|joined|on|before|after|since) )[\\p{L}'-]{1,20}[, ]{1,2}){1,3})?"
const bornFiller = '(?:(?:on|or|the|about|around|circa|c\\.?|ar|y|yr|ef|hi) ){0,4}'
const born = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:born|ganwyd|ganed|(?:ei|eu) g?eni)(?![\\p{L}\\p{N}-])[:,( ]{1,3}${bornFiller}${place}${bornFiller}${weekday}${date}`,
  'iu',
)
const bracketed = new RegExp(`(?<!\\d)${date} ?\\((?:(?:his|her|their|the) )?${label}`, 'iu')
const stated = new RegExp(
  `(?<!\\d)${date} (?:is|was|being|yw|oedd) (?:(?:his|her|their|the|ei) )?(?:(?:officer|subject)'s )?${label}`,
  'iu',
)

/** Nobody in a referral's story was born yesterday: without more to go on, only an old year makes it a birth. */
const oldDate = `${date}(?<=(?:19\\d\\d|200\\d)|\\d[./-](?:19\\d\\d|200\\d)|(?:19\\d\\d|200\\d)[./-]\\d{1,2}[./-]\\d{1,2})`
const followed = new RegExp(`(?<!\\d)${oldDate}[ ,-]{1,3}${label}`, 'iu')
const abbreviated = new RegExp(`(?<![\\p{L}\\p{N}.])b\\.? ?${oldDate}|\\(b\\.? ?${date}`, 'iu')

const forms = [labelled, born, bracketed, stated, followed, abbreviated]

const namedAfterLabel = (plain: string): boolean =>
  plain.matchAll(labels).some(({ 0: found, index }) => {
    const rest = plain.slice(index + found.length, index + found.length + 160)
    return startsWithDate.test(rest.replace(namesBetween, ''))
  })

/** Whether plain text says of a whole date that somebody was born on it. A year, or a month and year, is not one. */
export const hasDateOfBirth = (plain: string): boolean =>
  forms.some((form) => form.test(plain)) || namedAfterLabel(plain)
