import type { FieldError } from '../../../shared/domain/refusal.ts'

/** One error as the page shows it: at the top, linked to its field, and at the field. */
export type FormError = {
  /** The id of the form's field. */
  readonly field: string
  readonly text: string
}
export type FormErrors = readonly FormError[]

/** `/contacts/0/email` is the field `contacts-0-email`; a pointer to the whole body is no field. */
const fieldOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '-')

/** What the error says of a field when an API's error says so of a JSON value. */
export type Wording = {
  /** The field as it stands at the beginning of an error, such as "Your reference". */
  readonly name: string
  /** The whole error when nothing was given, such as "Choose whether the person works for you". */
  readonly missing: string
}

const aboutIt = (detail: string, { name, missing }: Wording): string => {
  if (detail === 'This field is needed.' || detail.startsWith('Name at least one ')) return missing
  const said = detail.replace(/\.$/, '')
  return /^Must\b/.test(said) ? `${name} m${said.slice(1)}` : said
}

/** As the fields stand on the page: the schema may have found them wrong in another order. */
const inOrderOf =
  (names: readonly string[]) =>
  (one: FormError, other: FormError): number =>
    names.indexOf(one.field) - names.indexOf(other.field)

/**
 * Errors by JSON pointer as errors of form fields, in the order of the wordings; a field without one keeps the words of
 * the API.
 */
export const formErrors = (
  errors: readonly FieldError[],
  wordings: Readonly<Record<string, Wording>>,
  inWords: (text: string) => string,
): FormErrors =>
  errors
    .map(({ pointer, detail }) => {
      const field = fieldOf(pointer)
      const wording = wordings[field]
      return { field, text: inWords(wording ? aboutIt(detail, wording) : detail.replace(/\.$/, '')) }
    })
    .toSorted(inOrderOf(Object.keys(wordings)))
