import { assessmentQuery, editionQuery } from '../../../../shared/contracts/requests.ts'
import { editionNumber, reportingYear } from '../../../../shared/contracts/values.ts'
import { inWords, type LocalDate } from '../../../../shared/domain/dates.ts'
import type { EditionName } from '../../../../shared/domain/editions/edition.ts'
import type { Version } from '../../../../shared/domain/figures/version.ts'
import { firstDayOf, type ReportingYear } from '../../../../shared/domain/reporting-year.ts'
import { ok, refused, type Result } from '../../../../shared/domain/result.ts'
import { date, text } from '../../form/fields.ts'
import { message, notFound } from '../../messages.ts'
import type { PageRequest, Shown } from '../../page.ts'
import { yearsPath } from './words.ts'

/** The form that asks for figures as at a day. */
export const asAtFields = {
  asAt: date('The day', 'Enter the day'),
  version: text('The version', 'Choose a version'),
}

/** The year of a page, which must have begun; or the page that says why there is none. */
export const yearAsked = ({
  params,
  today,
}: Pick<PageRequest, 'params' | 'today'>): Result<ReportingYear, Shown> => {
  const year = reportingYear.safeParse(params['year'])
  if (!year.success) return refused(notFound)
  const begins = firstDayOf(year.data)
  if (begins <= today) return ok(year.data)
  const next = { text: 'Show the years there are', href: yearsPath }
  return refused(message(404, `${year.data} has not begun`, [`It begins on ${inWords(begins)}.`], next))
}

/** The edition of a page by its name; whether there is one shows when it is looked for. */
export const editionAsked = (request: Pick<PageRequest, 'params' | 'today'>): Result<EditionName, Shown> => {
  const year = yearAsked(request)
  const number = editionNumber.safeParse(request.params['n'])
  if (!year.ok) return year
  return number.success ? ok({ year: year.value, number: number.data }) : refused(notFound)
}

/** The version of a page: the internal one unless the published one is asked for. */
export const versionAsked = ({ query }: Pick<PageRequest, 'query'>): Version => {
  const read = editionQuery.safeParse({ version: query['version'] })
  return read.success ? read.data.version : 'internal'
}

/** The day and version that a link to a download names; nothing where somebody changed the link. */
export const liveAsked = ({
  query,
}: Pick<PageRequest, 'query'>):
  { readonly asAt?: LocalDate | undefined; readonly version: Version } | undefined =>
  assessmentQuery.safeParse(query).data
