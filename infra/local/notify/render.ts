import type { EmailTemplate } from '../../../seeds/emails/templates.ts'

type PersonalisationValue = string | number | boolean | null | readonly (string | number | null)[]
export type Personalisation = Readonly<Record<string, PersonalisationValue>>

export type Rendered =
  | { readonly ok: true; readonly subject: string; readonly body: string }
  | { readonly ok: false; readonly missing: readonly string[] }

const placeholder = /\(\(([^()]+)\)\)/g
const shown = new Set(['yes', 'y', 'true', 't', '1', 'include', 'show'])

/** Notify reads ((First name)), ((first_name)) and ((FIRST-NAME)) as one placeholder. */
const keyOf = (name: string) => name.replaceAll(/[ _-]/g, '').toLowerCase()
const nameOf = (inside: string) => inside.split('??')[0] ?? ''

const namesIn = (text: string): string[] =>
  [...text.matchAll(placeholder)].map(([, inside = '']) => nameOf(inside))

/** The names of a template's placeholders, each once. */
export const placeholdersOf = ({ subject, body }: EmailTemplate): string[] => {
  const names = [...namesIn(subject), ...namesIn(body)]
  return [...new Map(names.map((name) => [keyOf(name), name])).values()]
}

const bulletsOf = (items: readonly string[]) => `\n\n${items.map((item) => `* ${item}`).join('\n')}`
const sentences = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const sentenceOf = (items: readonly string[]) => sentences.format(items)

const isList = (value: PersonalisationValue): value is readonly (string | number | null)[] =>
  Array.isArray(value)

type Filler = (value: PersonalisationValue) => string

const fillerWith =
  (listed: (items: readonly string[]) => string): Filler =>
  (value) => {
    if (!isList(value)) return String(value)
    const items = value.flatMap((item) => (item === null ? [] : [String(item).trim()])).filter(Boolean)
    return items.length === 0 ? '' : listed(items)
  }

/** Fills in every placeholder; ((name??text)) shows its text when the value says yes. */
const fillIn = (text: string, values: ReadonlyMap<string, PersonalisationValue>, filler: Filler): string =>
  text.replaceAll(placeholder, (_whole, inside: string) => {
    const value = filler(values.get(keyOf(nameOf(inside))) ?? '')
    const [, ...conditional] = inside.split('??')
    if (conditional.length === 0) return value
    return shown.has(value.toLowerCase()) ? conditional.join('??') : ''
  })

/**
 * Renders a template as Notify's API reports it: placeholders filled in, the body still in markdown, a list as
 * bullet points in the body and as a sentence in the subject. Notify's typography (curly quotes, en dashes) is left
 * out. A placeholder without a value, or with null, is missing; a value without a placeholder is ignored.
 */
export const render = (template: EmailTemplate, personalisation: Personalisation): Rendered => {
  const { subject, body } = template
  const given = Object.entries(personalisation).filter(([, value]) => value !== null)
  const values = new Map(given.map(([name, value]) => [keyOf(name), value]))
  const missing = placeholdersOf(template).filter((name) => !values.has(keyOf(name)))
  if (missing.length > 0) return { ok: false, missing }
  return {
    ok: true,
    subject: fillIn(subject, values, fillerWith(sentenceOf)).replaceAll(/\s+/g, ' ').trim(),
    body: fillIn(body, values, fillerWith(bulletsOf)).trim(),
  }
}
