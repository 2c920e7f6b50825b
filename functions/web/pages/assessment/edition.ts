import { readFrozen } from '../../../../shared/actions/assessments/frozen.ts'
import { standingOf } from '../../../../shared/actions/assessments/render-edition.ts'
import type { Edition } from '../../../../shared/domain/editions/edition.ts'
import { versions } from '../../../../shared/domain/figures/version.ts'
import type { Principal } from '../../../../shared/domain/principal.ts'
import { notFound } from '../../messages.ts'
import { show, type Serve } from '../../page.ts'
import { editionAsked, versionAsked } from './asked.ts'
import { shownReport } from './shown-report.ts'
import { downloadsFrom, editionInWords, editionPath, yearPath } from './words.ts'

/** What this person can do about an edition, or why nothing. */
const moveOf = ({ role, id }: Principal, { state, draftedBy }: Edition) => {
  if (state === 'returned') return role === 'sta_author' ? 'draft again' : undefined
  if (state === 'approved') return role === 'sta_author' ? 'revise' : undefined
  if (role === 'sta_approver') return draftedBy.id === id ? 'own draft' : 'decide'
  return role === 'sta_author' ? 'wait' : undefined
}

/** An edition as it was frozen, in one of its versions: who drafted it and what was decided, its figures and files. */
export const showEdition: Serve = async (request, dependencies) => {
  const name = editionAsked(request)
  if (!name.ok) return name.problem
  const stored = await dependencies.editions.find(name.value)
  if (!stored) return notFound
  const { edition } = stored
  const version = versionAsked(request)
  const frozen = await readFrozen(dependencies, stored, version)
  const { summary, earlier } = frozen
  const shown = shownReport({ summary, earlier, standing: standingOf(edition, frozen) })
  const path = editionPath(edition)
  const data = {
    year: edition.year,
    path,
    edition: editionInWords(edition),
    move: moveOf(request.principal, edition),
    version,
    other: versions.find((each) => each !== version),
    downloads: downloadsFrom(path, { version }),
    ...shown.data,
    back: yearPath(edition.year),
  }
  const extras = { referrals: shown.referrals, marked: true }
  return show('pages/assessment/edition.njk', `Edition ${edition.number} of ${edition.year}`, data, extras)
}
