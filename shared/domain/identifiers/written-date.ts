/** What may stand before a date: "Friday ", "ddydd Gwener, ". */
export const weekday = '(?:(?:[a-z]{3,6}day|d?dydd [a-z]{3,9}),? )?'
const english = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
/** Each also as it is after "o": "o Fai". */
const welsh = 'ion|chw|maw|faw|ebr|mai|fai|meh|feh|gor|orf|aws|med|fed|hyd|tac|dac|rha|rag'
const month = `(?:${english}|${welsh})[a-z]{0,8}\\.?`
const day = '\\d{1,2}(?: ?(?:st|nd|rd|th|af|ail|il|ydd|fed|eg|ain)(?![a-z]))?'
const part = '(?: ?[-./\\\\] ?| )'

const inWords = (year: string): string =>
  `${day}[ ./-]?(?:of |o |day of )?${month},?[ ./-]?'?${year}(?!\\d)|${month} ${day},? '?${year}(?!\\d)`
const inFigures = (year: string): string => `\\d{1,2}${part}\\d{1,2}${part}'?${year}(?!\\d)`
const yearFirst = (year: string): string => `${year}${part}\\d{1,2}${part}\\d{1,2}(?!\\d)`

const anyYear = '(?:\\d{4}|\\d{2})'
const longAgo = '(?:19\\d\\d|200\\d)'

/**
 * The source of a pattern (for the flags `iu`, on plain text) for a whole date however it is written, figures run
 * together included, English or Welsh. Which of day and month comes first makes no difference to it.
 */
export const anyDate = `(?:${inFigures(anyYear)}|${yearFirst('\\d{4}')}|${inWords(anyYear)}|(?:\\d{8}|\\d{6})(?!\\d))`

/** The same for a date whose year is written out and before 2010: nobody in a referral was born yesterday. */
export const oldDate = `(?:${inFigures(longAgo)}|${yearFirst(longAgo)}|${inWords(longAgo)})`
