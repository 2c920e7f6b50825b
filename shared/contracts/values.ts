import * as z from 'zod'
import { codesOf } from '../domain/codes.ts'
import { isInstant, isLocalDate } from '../domain/dates.ts'
import { isReportingYear } from '../domain/reporting-year.ts'

/** A day that exists. */
export const localDate = z.string().refine(isLocalDate, 'Must be a date that exists, written YYYY-MM-DD.')

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

/** Text between two lengths, counted in characters as people see code points, not in bytes. */
export const text = (least: number, most: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .refine(
      (given) => Array.from(given).length >= least && Array.from(given).length <= most,
      `Must be ${least} to ${most.toLocaleString('en-GB')} characters.`,
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
