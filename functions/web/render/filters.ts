import * as codes from '../../../shared/domain/codes.ts'
import { inWords, isInstant, isLocalDate, londonDate } from '../../../shared/domain/dates.ts'
import { eventNames, owedNames, rungNames, statusNames } from '../words/names.ts'

const lists: Readonly<Record<string, Readonly<Record<string, string>> | string | object>> = codes

/** The label of a code of one of the code lists: `{{ outcome.actions[0] | label('actions') }}`. */
const label = (code: unknown, list: string): string => {
  const labels = lists[list]
  const found: unknown = typeof labels === 'object' ? Reflect.get(labels, String(code)) : undefined
  return typeof found === 'string' ? found : String(code)
}

/** The items of radios, checkboxes or a select from a code list, in its order: `{{ 'actions' | items }}`. */
const items = (list: string): readonly { value: string; text: string }[] =>
  Object.entries(lists[list] ?? {}).map(([value, text]) => ({ value, text: String(text) }))

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** `7 April 2026`, from a date or an instant. */
const day = (value: unknown): string => {
  const text = textOf(value)
  if (isLocalDate(text)) return inWords(text)
  return isInstant(text) ? inWords(londonDate(text)) : text
}

const clockFormat = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' })

/** `7 April 2026 at 14:32`, London time, from an instant. */
const moment = (value: unknown): string => `${day(value)} at ${clockFormat.format(new Date(String(value)))}`

const secondFormat = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Europe/London' })

/** `7 April 2026 at 14:32:05`, for a log. */
const second = (value: unknown): string => `${day(value)} at ${secondFormat.format(new Date(String(value)))}`

/** `12%`, from a proportion. */
const percent = (value: unknown): string =>
  typeof value === 'number' ? `${Math.round(value * 100)}%` : 'not known'

const count = (value: unknown): string =>
  typeof value === 'number' ? value.toLocaleString('en-GB') : textOf(value)

const named =
  (names: Readonly<Record<string, string>>) =>
  (code: unknown): string =>
    names[String(code)] ?? String(code)

/** What templates can write after a `|`. */
export const filters = {
  label,
  items,
  day,
  moment,
  second,
  percent,
  count,
  status: named(statusNames),
  owed: named(owedNames),
  event: named(eventNames),
  rung: named(rungNames),
} as const
