import { decideEdition } from '../../../../shared/actions/assessments/decide-edition.ts'
import { approvedEditions } from '../../../../shared/actions/assessments/frozen.ts'
import type { DraftValues } from '../../../../shared/contracts/draft.ts'
import { decisionBody } from '../../../../shared/contracts/requests.ts'
import { approve, giveBack, type Edition } from '../../../../shared/domain/editions/edition.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { FormErrors } from '../../form/errors.ts'
import { readForm, text } from '../../form/fields.ts'
import { message, notFound } from '../../messages.ts'
import { moveTo, refuse, show, type PageAnswer, type PageRequest, type Serve } from '../../page.ts'
import { editionAsked } from './asked.ts'
import { editionInWords, editionPath } from './words.ts'

const decisions = {
  approve: {
    decide: approve,
    title: ({ number, year }: Edition) => `Approve edition ${number} of ${year}`,
    fields: { note: text('The note', 'Enter what you checked') },
  },
  return: {
    decide: giveBack,
    title: ({ number, year }: Edition) => `Return edition ${number} of ${year} to its author`,
    fields: { note: text('The reason', 'Enter what has to change') },
  },
} as const
type Decision = keyof typeof decisions

const page = (
  of: Decision,
  edition: Edition,
  values: DraftValues,
  errors: FormErrors,
  kept?: DraftValues,
) => {
  const data = {
    of,
    edition: editionInWords(edition),
    year: edition.year,
    values,
    kept,
    back: editionPath(edition),
  }
  return show('pages/assessment/decide.njk', decisions[of].title(edition), data, { errors })
}

const tooLate = (edition: Edition, detail: string) =>
  message(409, 'You can’t decide on this edition', [detail], {
    text: 'Show the edition',
    href: editionPath(edition),
  })

const send = async (request: PageRequest, dependencies: Dependencies, of: Decision, edition: Edition) => {
  const { principal, form } = request
  const body = readForm(decisionBody, decisions[of].fields, form)
  if (!body.ok) return page(of, edition, form, body.problem)
  const decided = await decideEdition(dependencies, decisions[of].decide)(principal, edition, body.value.note)
  if (decided.ok) return moveTo(`${editionPath(edition)}/done`)
  const { problem } = decided
  return problem.kind === 'not_possible' ? tooLate(edition, problem.detail) : refuse(problem)
}

/** Goes on with an edition that this person may decide on; says why where they may not. */
const decidable =
  (
    of: Decision,
    goOn: (
      edition: Edition,
      request: PageRequest,
      dependencies: Dependencies,
    ) => PageAnswer | Promise<PageAnswer>,
  ): Serve =>
  async (request, dependencies) => {
    const name = editionAsked(request)
    if (!name.ok) return name.problem
    const stored = await dependencies.editions.find(name.value)
    if (!stored) return notFound
    const approved = await approvedEditions(dependencies, stored.edition.year)
    const allowed = decisions[of].decide(stored.edition, {
      by: request.principal,
      at: dependencies.clock.now(),
      note: '',
      lastApproved: approved.at(-1)?.edition.number ?? null,
    })
    if (allowed.ok) return goOn(stored.edition, request, dependencies)
    const { problem } = allowed
    return problem.kind === 'not_possible' ? tooLate(stored.edition, problem.detail) : refuse(problem)
  }

/** The form on which an approver approves a draft, or returns it. */
export const showDecision = (of: Decision): Serve =>
  decidable(of, (edition, { kept }) => page(of, edition, kept ?? {}, [], kept))

/** Approves or returns; of two who decide at once, the second is told what the first decided. */
export const sendDecision = (of: Decision): Serve =>
  decidable(of, (edition, request, dependencies) => send(request, dependencies, of, edition))
