import { readReport, type Asked } from '../../../../shared/actions/assessments/read-assessment.ts'
import { readFrozen } from '../../../../shared/actions/assessments/frozen.ts'
import type { DraftValues } from '../../../../shared/contracts/draft.ts'
import { assessmentQuery } from '../../../../shared/contracts/requests.ts'
import type { AnnualSummary } from '../../../../shared/domain/figures/summary.ts'
import { cutOffOf, type ReportingYear } from '../../../../shared/domain/reporting-year.ts'
import type { StoredEdition } from '../../../../shared/store/editions-store.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { FormErrors } from '../../form/errors.ts'
import { dateValues, errorsOf, readForm } from '../../form/fields.ts'
import { refuse, show, type PageRequest, type Serve } from '../../page.ts'
import { asAtFields, yearAsked } from './asked.ts'
import { shownReport } from './shown-report.ts'
import { downloadsFrom, editionInWords, yearPath, yearsPath } from './words.ts'

type Year = { readonly year: ReportingYear; readonly editions: readonly StoredEdition[] }

/** Counts that the published version withholds are no numbers to reckon with. */
const more = (now: unknown, then: unknown): number =>
  typeof now === 'number' && typeof then === 'number' ? Math.max(0, now - then) : 0

const received = ({ response: { returnedOnTime, returnedLate } }: AnnualSummary) =>
  typeof returnedOnTime === 'number' && typeof returnedLate === 'number'
    ? returnedOnTime + returnedLate
    : undefined

const outcomes = ({
  evidenceOfCorruption: { actual, potential, none, unable_to_determine: unable },
}: AnnualSummary) =>
  [actual, potential, none, unable].reduce<number>(
    (sum, count) => sum + (typeof count === 'number' ? count : 0),
    0,
  )

/** How many more returns there are now than the last approved edition knew. */
const sinceLast = async (dependencies: Dependencies, { editions }: Year, now: AnnualSummary) => {
  const last = editions.findLast(({ edition }) => edition.state === 'approved')
  if (!last || now.version !== 'internal' || now.asAt < last.edition.asAt) return undefined
  const { summary } = await readFrozen(dependencies, last, 'internal')
  return {
    edition: editionInWords(last.edition),
    firstReturns: more(received(now), received(summary)),
    outcomes: more(outcomes(now), outcomes(summary)),
    isLater: now.asAt > last.edition.asAt,
  }
}

const valuesIn = ({ query, today }: PageRequest): DraftValues => {
  const typed = Object.entries(query).map(([name, value]) => [name, [value]] as const)
  const values = Object.fromEntries(typed)
  return { ...('asAt-day' in values ? {} : dateValues('asAt', today)), version: ['internal'], ...values }
}

const page = (
  { principal }: PageRequest,
  { reference }: Dependencies,
  { year, editions }: Year,
  data: Readonly<Record<string, unknown>>,
  extras: { readonly errors?: FormErrors; readonly referrals?: readonly string[] },
) => {
  const own = {
    year,
    path: yearPath(year),
    editions: editions.map(({ edition }) => editionInWords(edition)).toReversed(),
    cutOff: cutOffOf(year, reference.policy.cutOffs),
    mayFreeze: principal.role === 'sta_author',
    back: yearsPath,
  }
  return show(
    'pages/assessment/year.njk',
    `The year ${year}`,
    { ...own, ...data },
    { ...extras, marked: true },
  )
}

const withFigures = async (request: PageRequest, dependencies: Dependencies, of: Year, asked: Asked) => {
  const values = valuesIn(request)
  const report = await readReport(dependencies)(of.year, asked)
  if (!report.ok) {
    const errors = errorsOf(report.problem, asAtFields)
    return errors ? page(request, dependencies, of, { values }, { errors }) : refuse(report.problem)
  }
  const { summary } = report.value
  const shown = shownReport(report.value)
  const data = {
    values,
    summary,
    since: await sinceLast(dependencies, of, summary),
    downloads: downloadsFrom(yearPath(of.year), { asAt: summary.asAt, version: summary.version }),
    ...shown.data,
  }
  return page(request, dependencies, of, data, { referrals: shown.referrals })
}

/** A year's live figures as at a day, in one of the two versions, and its editions. */
export const showYear: Serve = async (request, dependencies) => {
  const year = yearAsked(request)
  if (!year.ok) return year.problem
  const of = { year: year.value, editions: await dependencies.editions.list(year.value) }
  const values = valuesIn(request)
  const asked = readForm(assessmentQuery, asAtFields, values)
  return asked.ok
    ? withFigures(request, dependencies, of, asked.value)
    : page(request, dependencies, of, { values }, { errors: asked.problem })
}
