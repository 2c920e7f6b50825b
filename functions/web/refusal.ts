import { problemOf } from '../../shared/contracts/problem.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { inFormWords } from './form/words.ts'
import { message, notAllowed, notFound } from './messages.ts'
import type { Shown } from './page.ts'
import { statusNames } from './words/names.ts'

const conflict = (title: string, detail: string): Shown => message(409, title, [detail])

/** The page for a refusal that no field can mend. */
export const pageOfRefusal = (refusal: Refusal): Shown => {
  switch (refusal.kind) {
    case 'not_found':
      return notFound
    case 'not_permitted':
      return notAllowed
    case 'not_in_this_state':
      return conflict(
        'This can’t be done now',
        `The referral’s status is now “${statusNames[refusal.status]}”. ${refusal.detail}`,
      )
    case 'version_required':
    case 'version_stale':
      return conflict(
        'Somebody changed this before you',
        'The referral has been changed since you opened it. Nothing of yours was recorded: open it again and look first.',
      )
    case 'already_registered_differently':
    case 'invalid_fields':
    case 'not_possible':
      return cannot(refusal)
  }
}

const cannot = (refusal: Refusal): Shown => {
  const { detail, errors = [] } = problemOf(refusal)
  const said = errors.length > 0 ? errors.map((error) => error.detail) : [detail]
  return message(422, 'This can’t be done', said.map(inFormWords))
}
