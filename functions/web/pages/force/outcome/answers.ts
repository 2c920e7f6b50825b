import type { DraftValues } from '../../../../../shared/contracts/draft.ts'
import { fieldErrorsOf } from '../../../../../shared/contracts/field-errors.ts'
import { outcomeBody } from '../../../../../shared/contracts/requests.ts'
import type { FieldError } from '../../../../../shared/domain/refusal.ts'
import { unanswered, type Answers } from '../../../../../shared/domain/referral/outcome-questions.ts'
import type { OutcomeContext } from '../../../../../shared/domain/referral/outcome-rule.ts'
import type { Outcome } from '../../../../../shared/domain/referral/returns.ts'
import { bodyOf, dateValues, type Fields } from '../../../form/fields.ts'
import { fields } from './questions.ts'

const fieldNames: Fields = fields

/** What a form's fields of some names hold, so that a list of which nothing is ticked is known to be empty. */
export const valuesOf = (form: DraftValues, names: readonly (keyof Outcome)[]): DraftValues =>
  Object.fromEntries(
    names.flatMap((name) => {
      const parts = fieldNames[name]?.kind === 'date' ? ['-day', '-month', '-year'] : ['']
      return parts.map((part) => [`${name}${part}`, form[`${name}${part}`] ?? []])
    }),
  )

/** An outcome as the form's fields hold it. */
export const valuesFrom = (outcome: Outcome): DraftValues =>
  Object.fromEntries(
    Object.entries(outcome).flatMap(([name, value]): (readonly [string, readonly string[]])[] => {
      if (name === 'concludedOn') return Object.entries(dateValues(name, String(value)))
      if (Array.isArray(value)) return [[name, value.map(String)]]
      return value === undefined ? [] : [[name, [String(value)]]]
    }),
  )

const wasAsked = (values: DraftValues, name: string): boolean => name in values || `${name}-day` in values

const given = (values: DraftValues): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(bodyOf(fields, values)).filter(([name]) => wasAsked(values, name)))

export type Read = { readonly answers: Answers; readonly errors: readonly FieldError[] }

const without = (body: Readonly<Record<string, unknown>>, errors: readonly FieldError[]) =>
  Object.fromEntries(
    Object.entries(body).filter(([name]) => errors.every(({ pointer }) => pointer.split('/')[1] !== name)),
  )

/** The answers that the values of the forms hold, by the schema that the API reads by, and what is wrong with the rest. */
export const readAnswers = (values: DraftValues, context: OutcomeContext): Read => {
  const body = given(values)
  const parsed = outcomeBody.safeParse(
    { ...unanswered(context), rationale: 'nothing '.repeat(4), ...body },
    { reportInput: true },
  )
  const errors = parsed.success ? [] : fieldErrorsOf(parsed.error)
  if (!parsed.success)
    return { answers: readAnswers(keepOnly(values, without(body, errors)), context).answers, errors }
  const known = Object.entries(parsed.data).filter(([name]) => name in body)
  return { answers: Object.fromEntries(known), errors }
}

const keepOnly = (values: DraftValues, body: Readonly<Record<string, unknown>>): DraftValues =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => name.replace(/-(day|month|year)$/, '') in body),
  )
