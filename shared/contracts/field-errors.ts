import type * as z from 'zod'
import type { FieldError } from '../domain/refusal.ts'

type Issue = z.core.$ZodIssue

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'an object',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
}

const measures: Readonly<Record<string, string>> = { string: ' characters', array: ' items' }

const needed = 'This field is needed.'

/** Where zod's own words are for programmers, these are for people; a schema's own message is kept. */
const inPlainWords = (issue: Issue): string => {
  if (issue.code === 'invalid_type') {
    return issue.input === undefined ? needed : `Must be ${kinds[issue.expected] ?? issue.expected}.`
  }
  if (issue.code === 'invalid_value') {
    return issue.input === undefined ? needed : `Must be ${issue.values.map(String).join(' or ')}.`
  }
  const isZods = issue.message.startsWith('Too ')
  if (issue.code === 'too_big' && isZods)
    return `Must be at most ${issue.maximum}${measures[issue.origin] ?? ''}.`
  if (issue.code === 'too_small' && isZods)
    return `Must be at least ${issue.minimum}${measures[issue.origin] ?? ''}.`
  return issue.message
}

const fieldErrors = (issue: Issue): FieldError[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({
        pointer: pointerTo([...issue.path, key]),
        detail: 'Not a field of this request: check its spelling, or leave it out.',
      }))
    : [{ pointer: pointerTo(issue.path), detail: inPlainWords(issue) }]

/** What a schema found wrong, field by field, in words that say what would be right. */
export const fieldErrorsOf = ({ issues }: z.core.$ZodError): readonly FieldError[] =>
  issues.flatMap(fieldErrors)
