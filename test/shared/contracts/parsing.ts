import type * as z from 'zod'
import { expect } from 'vitest'
import { fieldErrorsOf } from '../../../shared/contracts/field-errors.ts'
import type { FieldError } from '../../../shared/domain/refusal.ts'

/** What a client would be told about a value; nothing when it is taken. */
export const errorsOf = (schema: z.ZodType, value: unknown): readonly FieldError[] => {
  const parsed = schema.safeParse(value, { reportInput: true })
  return parsed.success ? [] : fieldErrorsOf(parsed.error)
}

/** Matches the refusal of one field, in words that match. */
export const refusing = (pointer: string, words: RegExp | string) => [
  { pointer, detail: typeof words === 'string' ? words : expect.stringMatching(words) },
]

/** What no code is, whatever the list. */
export const neverACode: readonly (readonly [words: string, value: unknown])[] = [
  ['nothing', ''],
  ['null', null],
  ['a number', 1],
  ['true', true],
  ['a list', ['none']],
  ['an object', { code: 'none' }],
  ['a name that every object has', 'constructor'],
  ['another', '__proto__'],
]

/** The codes of a list, each changed in a way that people mistype. */
export const mistyped = (codes: readonly string[]): readonly string[] =>
  codes.flatMap((code) => {
    const other = code === code.toLowerCase() ? code.toUpperCase() : code.toLowerCase()
    return [other, ` ${code}`, `${code} `, `${code}s`, code.replaceAll('_', ' ')].filter(
      (text) => !codes.includes(text),
    )
  })
