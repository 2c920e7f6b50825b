/**
 * Text as the detectors read it: compatibility forms, accents and lookalike digits reduced to plain characters,
 * characters nobody sees taken out, every dash a hyphen and every run of white space one space. Letter case stays,
 * because it tells some identifiers from ordinary words. The result is for looking at only, never for keeping.
 */
export const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]|[^\P{Cc}\s]/gu, '')
    .replaceAll(/[\u2014\u2015]/g, ' - ')
    .replaceAll(/[\p{Pd}\u2043\u2212]/gu, '-')
    .replaceAll(/[\u00b7\u2022\u2027]/g, '.')
    .replaceAll(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replaceAll(/[\s\u2800]+/g, ' ')

const day = '(?:0?[1-9]|[12]\\d|3[01])'
const month = '(?:0?[1-9]|1[0-2])'
const fullDate = new RegExp(
  `(?<![\\d.-])(?:${day}([-./])${month}\\1\\d{4}|\\d{4}([-./])${month}\\2${day})(?!\\d|[.-]\\d)`,
  'g',
)

/** The same plain text, as long as before, with each date written in figures with a four-figure year blanked out. */
export const withoutDates = (plain: string): string =>
  plain.replaceAll(fullDate, (found) => '~'.repeat(found.length))
