import { freezeEdition } from '../../../../shared/actions/assessments/freeze-edition.ts'
import { approvedEditions } from '../../../../shared/actions/assessments/frozen.ts'
import type { DraftValues } from '../../../../shared/contracts/draft.ts'
import { freezingBody } from '../../../../shared/contracts/requests.ts'
import type { LocalDate } from '../../../../shared/domain/dates.ts'
import { cutOffOf, type ReportingYear } from '../../../../shared/domain/reporting-year.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { FormErrors } from '../../form/errors.ts'
import { date, dateValues, errorsOf, readForm, text } from '../../form/fields.ts'
import { moveTo, refuse, show, type PageRequest, type Serve } from '../../page.ts'
import { yearAsked } from './asked.ts'
import { editionInWords, editionPath, yearPath } from './words.ts'

const fields = {
  asAt: date('The day', 'Enter the day that the figures stop at'),
  note: text('The note', 'Enter what readers should know about this edition'),
}

type Problem = { readonly errors?: FormErrors; readonly refusal?: string }

const page = async (
  dependencies: Dependencies,
  year: ReportingYear,
  form: (asAt: LocalDate | undefined, cutOff: LocalDate) => Readonly<Record<string, unknown>>,
  { errors = [], refusal }: Problem = {},
) => {
  const last = (await approvedEditions(dependencies, year)).at(-1)?.edition
  const cutOff = cutOffOf(year, dependencies.reference.policy.cutOffs)
  const data = {
    year,
    cutOff,
    last: last && editionInWords(last),
    refusal,
    back: yearPath(year),
    ...form(last?.asAt, cutOff),
  }
  const extras = { errors, ...(refusal !== undefined && { status: 409 }) }
  return show('pages/assessment/freeze.njk', `Freeze the figures of ${year}`, data, extras)
}

/** The cut-off once it has passed; today before it, and where the edition to be revised is later than it. */
const suggested = (today: LocalDate) => (last: LocalDate | undefined, cutOff: LocalDate) => ({
  values: dateValues('asAt', cutOff < today && (last === undefined || last < cutOff) ? cutOff : today),
})

const typed = (values: DraftValues, kept?: DraftValues) => () => ({ values, kept })

/** The form on which an author freezes a year's figures as a draft. */
export const showFreeze: Serve = async (request, dependencies) => {
  const { today, kept } = request
  const year = yearAsked(request)
  if (!year.ok) return year.problem
  return page(dependencies, year.value, kept ? typed(kept, kept) : suggested(today))
}

const freeze = async (request: PageRequest, dependencies: Dependencies, year: ReportingYear) => {
  const { principal, form } = request
  const body = readForm(freezingBody, fields, form)
  if (!body.ok) return page(dependencies, year, typed(form), { errors: body.problem })
  const frozen = await freezeEdition(dependencies)(principal, year, body.value)
  if (frozen.ok) return moveTo(`${editionPath(frozen.value.edition)}/done`)
  const { problem } = frozen
  if (problem.kind === 'not_possible')
    return page(dependencies, year, typed(form), { refusal: problem.detail })
  const errors = errorsOf(problem, fields)
  return errors ? page(dependencies, year, typed(form), { errors }) : refuse(problem)
}

/** Freezes; what was typed stays where the counters do not agree with the referrals. */
export const sendFreeze: Serve = async (request, dependencies) => {
  const year = yearAsked(request)
  return year.ok ? freeze(request, dependencies, year.value) : year.problem
}
