import { Temporal } from 'temporal-polyfill'

declare const localDateBrand: unique symbol
declare const instantBrand: unique symbol

/** A calendar day, `YYYY-MM-DD`, as it is counted in London. Compares as text. */
export type LocalDate = string & { readonly [localDateBrand]: true }

/** A moment, UTC, always written `YYYY-MM-DDTHH:MM:SS.mmmZ`, so that it compares as text. */
export type Instant = string & { readonly [instantBrand]: true }

/** Whether a text is a day that exists: `2026-02-30` is not one. */
export const isLocalDate = (text: string): text is LocalDate =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && isInstant(`${text}T00:00:00.000Z`)

/** The day a text names. Throws a `RangeError` when it names none: for data of our own, never for a user's. */
export const localDate = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new RangeError(`Not a date: ${text}`)
  return text
}

const isWritten = (text: string): text is LocalDate => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** A day of the date library's own as the text it is stored as. */
export const dateText = (date: Temporal.PlainDate): LocalDate => {
  const text = date.toString()
  if (!isWritten(text)) throw new RangeError(`Not a date of our time: ${text}`)
  return text
}

/**
 * Whether a text is a moment in the one form that is stored, which is the one that `Date` writes. It stands in every
 * event of every history, and `Date` tells in less than half the time of the polyfill.
 */
export const isInstant = (text: string): text is Instant => {
  const milliseconds = Date.parse(text)
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === text
}

/** A moment from milliseconds since 1970, UTC. */
export const instantAt = (epochMilliseconds: number): Instant => {
  const text = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toString({
    fractionalSecondDigits: 3,
  })
  if (!isInstant(text)) throw new RangeError(`Not a moment: ${epochMilliseconds}`)
  return text
}

const inLondonAt = (instant: Instant): LocalDate =>
  dateText(Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate())

/** By hours of UTC, within which it is one day in London: to ask the time zone takes as long as all else of a line. */
const daysByHour = new Map<string, LocalDate>()

/** The day it is in London at a moment: 23:30 UTC on a summer evening is already tomorrow there. */
export const londonDate = (instant: Instant): LocalDate => {
  const hour = instant.slice(0, 'YYYY-MM-DDTHH'.length)
  const known = daysByHour.get(hour) ?? inLondonAt(instant)
  daysByHour.set(hour, known)
  return known
}

/** The moment a day begins in London. */
export const startOfDay = (date: LocalDate): Instant =>
  instantAt(Temporal.PlainDate.from(date).toZonedDateTime('Europe/London').epochMilliseconds)

/** The day so many calendar days later, or earlier when `days` is negative. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  dateText(Temporal.PlainDate.from(date).add({ days }))

/** The same day of the month so many months later; the last day of that month where it has no such day. */
export const addMonths = (date: LocalDate, months: number): LocalDate =>
  dateText(Temporal.PlainDate.from(date).add({ months }))

/** Calendar days from one day to another; negative when `to` is the earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days

/** 1 for Monday to 7 for Sunday. */
export const dayOfWeek = (date: LocalDate): number => Temporal.PlainDate.from(date).dayOfWeek

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A day as people write it, `7 April 2026`. */
export const inWords = (date: LocalDate): string => {
  const { day, month, year } = Temporal.PlainDate.from(date)
  return `${day} ${months[month - 1]} ${year}`
}

/** A month as people write it, `April 2026`, from `2026-04`. */
export const monthInWords = (month: string): string =>
  `${months[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`
