import type { LocalDate } from '../dates.ts'
import type { Organisation } from '../organisation.ts'
import type { FieldError } from '../refusal.ts'
import type { Registration } from './registration.ts'
import type { Outcome } from './returns.ts'

/** What an outcome is read against. */
export type OutcomeContext = {
  readonly registration: Pick<Registration, 'subjectType' | 'linkType' | 'referredOn'>
  readonly organisation: Organisation
  readonly today: LocalDate
}

/** One rule between the fields of an outcome, for the API, the form and the documentation alike. */
export type OutcomeRule = {
  readonly name: string
  /** The rule as people read it. */
  readonly statement: string
  /** Every field that breaks it, with what would be valid. None when the rule is kept. */
  readonly broken: (outcome: Outcome, context: OutcomeContext) => readonly FieldError[]
}

/** Breaks unless a field has one of the values that are valid. */
export const oneOf = <Code extends string>(
  field: string,
  value: Code,
  valid: readonly Code[],
  because: string,
): FieldError[] =>
  valid.includes(value)
    ? []
    : [{ pointer: `/${field}`, detail: `${because}: must be ${valid.join(' or ')}.` }]

/** A field that breaks a rule when it does. */
export const when = (breaks: boolean, field: string, detail: string): FieldError[] =>
  breaks ? [{ pointer: `/${field}`, detail }] : []
