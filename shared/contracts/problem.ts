import { STATUS_CODES } from 'node:http'
import type { FieldError, Refusal } from '../domain/refusal.ts'

/** A refusal as RFC 9457 writes it down. `errors` point into what was sent. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors?: readonly FieldError[]
}

/** A problem of a status, told in a sentence that says what to do next. */
export const problem = (status: number, detail: string, errors?: readonly FieldError[]): Problem => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  ...(errors && { errors }),
})

/** The one place where a refusal becomes a status and words. */
export const problemOf = (refusal: Refusal): Problem => {
  switch (refusal.kind) {
    case 'invalid_fields':
      return problem(
        422,
        'Some of what was sent is not valid: put right each field named in errors.',
        refusal.errors,
      )
    case 'not_permitted':
      return problem(403, 'Your role does not allow this. Ask somebody whose role does.')
    case 'not_found':
      return problem(404, 'There is nothing here that you can see. Check the reference.')
    case 'not_in_this_state':
      return problem(409, `The referral is ${refusal.status}, so this is not possible. ${refusal.detail}`)
    case 'not_possible':
      return problem(409, refusal.detail)
    case 'already_registered_differently':
      return problem(
        409,
        `This SAR is registered with this organisation already, as ${refusal.id}, with other content. Read that one.`,
      )
    case 'version_required':
      return problem(
        428,
        `An outcome was given before: send If-Match with the version you are changing, "${refusal.current}".`,
      )
    case 'version_stale':
      return problem(
        412,
        `The referral is at version "${refusal.current}" now: read it again before you change it.`,
      )
  }
}
