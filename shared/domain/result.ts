/** The answer of anything that may be refused as a matter of course; a fault is thrown instead. */
export type Result<Value, Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem }

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value })
export const refused = <Problem>(problem: Problem): Result<never, Problem> => ({ ok: false, problem })
