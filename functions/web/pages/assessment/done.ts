import type { Edition } from '../../../../shared/domain/editions/edition.ts'
import { notFound } from '../../messages.ts'
import { show, type Serve } from '../../page.ts'
import { editionAsked } from './asked.ts'
import { downloadsFrom, editionInWords, editionPath, yearPath } from './words.ts'

const done: Readonly<Record<Edition['state'], string>> = {
  draft: 'is frozen as a draft',
  approved: 'is approved',
  returned: 'is returned to its author',
}

/** What was just done to an edition, and what happens next. */
export const showDone: Serve = async (request, dependencies) => {
  const name = editionAsked(request)
  if (!name.ok) return name.problem
  const stored = await dependencies.editions.find(name.value)
  if (!stored) return notFound
  const { edition } = stored
  const path = editionPath(edition)
  const title = `Edition ${edition.number} of ${edition.year} ${done[edition.state]}`
  const data = {
    path,
    yearPath: yearPath(edition.year),
    edition: editionInWords(edition),
    internal: downloadsFrom(path, { version: 'internal' }),
    published: downloadsFrom(path, { version: 'published' }),
  }
  return show('pages/assessment/done.njk', title, data)
}
