import * as z from 'zod'
import { codesOf } from '../domain/codes.ts'
import { isInstant, isLocalDate, type LocalDate } from '../domain/dates.ts'
import { isReportingYear } from '../domain/reporting-year.ts'

/** A day that exists. Outside these three centuries it is a slip of the hand, and there may be no day after it. */
export const localDate = z
  .string()
  .refine(
    (day): day is LocalDate => isLocalDate(day) && /^(?:19|20|21)/.test(day),
    'Must be a date that exists, written YYYY-MM-DD.',
  )

/** A moment, UTC, to the millisecond. */
export const instant = z.string().refine(isInstant, 'Must be an instant, written YYYY-MM-DDTHH:MM:SS.mmmZ.')

export const reportingYear = z
  .string()
  .refine(isReportingYear, 'Must be a reporting year such as 2025-26, 1 April to 31 March.')

/** One code of a list. */
export const code = <Code extends string>(list: Readonly<Record<Code, string>>) => z.enum(codesOf(list))

/** Several codes of a list, each at most once. */
export const codes = <Code extends string>(list: Readonly<Record<Code, string>>) =>
  z
    .array(code(list))
    .refine((given) => new Set(given).size === given.length, 'Name each code once.')
    .meta({ uniqueItems: true })

/** Half a character, one that steers a screen or turns the reading direction about, or one that stands for nothing. */
const unreadable = /[\p{Cs}\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]|(?![\n\t])\p{Cc}/u

const lengthOf = (given: string): number => Array.from(given).length

/** What a reader sees of it: characters that show nothing make no text longer. */
const seen = (given: string): string => given.replaceAll(/\p{DI}/gu, '').trim()

/** Text between two lengths, counted in code points: not in bytes. */
export const text = (least: number, most: number) =>
  z
    .string()
    .overwrite((given) => given.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim())
    .refine(
      (given) => !unreadable.test(given),
      'Take out the characters that cannot be read: paste it as plain text.',
    )
    .refine(
      (given) => lengthOf(seen(given)) >= least && lengthOf(given) <= most,
      // Said when it is needed: the first number in words costs every cold start 10 ms.
      { error: () => `Must be ${least} to ${most.toLocaleString('en-GB')} characters.` },
    )
    .meta({ minLength: least, maxLength: most })

/** A referral's opaque reference, such as R-7K3M-9QXD (Crockford base32). */
export const referralId = z
  .string()
  .regex(
    /^R-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/,
    'Must be a referral reference such as R-7K3M-9QXD.',
  )

/** The code of an organisation, such as avon-and-somerset. */
export const organisationCode = z.string().regex(/^[a-z-]{2,60}$/, 'Must be the code of an organisation.')

/** The number of an edition within its year, as it stands in a path. */
export const editionNumber = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, 'Must be the number of an edition.')
  .transform(Number)
