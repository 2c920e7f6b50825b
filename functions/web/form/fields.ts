import type * as z from 'zod'
import type { DraftValues } from '../../../shared/contracts/draft.ts'
import { fieldErrorsOf } from '../../../shared/contracts/field-errors.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refused, type Result } from '../../../shared/domain/result.ts'
import { formErrors, type FormErrors, type Wording } from './errors.ts'
import { inFormWords } from './words.ts'

/** How what is typed becomes a value of a request's body. A field left empty is left out. */
export type Field = Wording & { readonly kind: 'text' | 'list' | 'date' | 'yes' | 'number' }
export type Fields = Readonly<Record<string, Field>>

const fieldOf =
  (kind: Field['kind']) =>
  (name: string, missing: string): Field => ({ kind, name, missing })

/** Text, and one of several radios. */
export const text = fieldOf('text')
/** Checkboxes: a list, which may be empty. */
export const list = fieldOf('list')
/** Three fields, `-day`, `-month` and `-year`, as one date. */
export const date = fieldOf('date')
/** A radio or a checkbox whose value is `yes`: true, and false where another was chosen. */
export const yes = fieldOf('yes')
/** A whole number; other text stays text, and the schema refuses it. */
export const number = fieldOf('number')

const first = (form: DraftValues, name: string): string | undefined => form[name]?.[0]?.trim() || undefined

/** What was typed even where it is no date: the schema says so. */
const dateIn = (form: DraftValues, name: string): string | undefined => {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => first(form, `${name}-${part}`))
  if (day === undefined && month === undefined && year === undefined) return undefined
  return `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
}

const valueOf = (form: DraftValues, name: string, { kind }: Field): unknown => {
  const typed = first(form, name)
  switch (kind) {
    case 'text':
      return typed
    case 'list':
      return (form[name] ?? []).filter((value) => value !== '')
    case 'date':
      return dateIn(form, name)
    case 'yes':
      return typed === undefined ? undefined : typed === 'yes'
    case 'number':
      return typed !== undefined && /^\d{1,9}$/.test(typed) ? Number(typed) : typed
  }
}

/** The values of a form as a request's body would have them. */
export const bodyOf = (fields: Fields, form: DraftValues): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([name, field]) => [name, valueOf(form, name, field)] as const)
      .filter(([, value]) => value !== undefined),
  )

/**
 * A form read by the schema that reads the API's body. `more` stands beside what the form holds. Refuses with an error
 * for each bad field, in the words of the form.
 */
export const readForm = <Body>(
  schema: z.ZodType<Body>,
  fields: Fields,
  form: DraftValues,
  more: Readonly<Record<string, unknown>> = {},
): Result<Body, FormErrors> => {
  const parsed = schema.safeParse({ ...bodyOf(fields, form), ...more }, { reportInput: true })
  return parsed.success
    ? ok(parsed.data)
    : refused(formErrors(fieldErrorsOf(parsed.error), fields, inFormWords))
}

/** The errors of a refusal by an action, at the fields of the form; nothing when no field can mend it. */
export const errorsOf = (refusal: Refusal, fields: Fields): FormErrors | undefined =>
  refusal.kind === 'invalid_fields' ? formErrors(refusal.errors, fields, inFormWords) : undefined

const plain = (part: string): string => part.replace(/^0/, '')

/** A date as its three fields hold it. */
export const dateValues = (name: string, value: string | undefined): DraftValues => {
  const [year = '', month = '', day = ''] = (value ?? '').split('-')
  return { [`${name}-day`]: [plain(day)], [`${name}-month`]: [plain(month)], [`${name}-year`]: [year] }
}
