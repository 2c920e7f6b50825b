import { identifierRefusal } from './identifiers.ts'
import type { FieldError, Refusal } from './refusal.ts'
import { refused, type Result } from './result.ts'

/** What was written freely, by the field it stands in. */
export type FreeText = Readonly<Record<string, string | undefined>>

/** Every free text that carries somebody's identity, naming what was found: identities do not belong here. */
export const identityErrors = (texts: FreeText): readonly FieldError[] =>
  Object.entries(texts).flatMap(([field, text]) => {
    const detail = text === undefined ? undefined : identifierRefusal(text)
    return detail === undefined ? [] : [{ pointer: `/${field}`, detail }]
  })

/** A decision, unless a free text carries somebody's identity. */
export const unlessIdentities = <Value>(
  texts: FreeText,
  decide: () => Result<Value, Refusal>,
): Result<Value, Refusal> => {
  const errors = identityErrors(texts)
  return errors.length > 0 ? refused({ kind: 'invalid_fields', errors }) : decide()
}
