import { listYears, type YearState } from '../../../../shared/actions/assessments/list-years.ts'
import type { LocalDate } from '../../../../shared/domain/dates.ts'
import type { Principal } from '../../../../shared/domain/principal.ts'
import { show, type Serve } from '../../page.ts'
import { editionInWords, yearPath } from './words.ts'

const yearRow = ({ year, response, cutOff, editions }: YearState, today: LocalDate) => ({
  year,
  href: yearPath(year),
  response,
  cutOff,
  isCutOff: cutOff < today,
  editions: editions.map(editionInWords),
})

/** The drafts that wait for this person to decide on them. */
const waitingFor = ({ role, id }: Principal, years: readonly YearState[]) =>
  role === 'sta_approver'
    ? years.flatMap(({ editions }) =>
        editions
          .filter(({ state, draftedBy }) => state === 'draft' && draftedBy.id !== id)
          .map((edition) => ({ ...editionInWords(edition), year: edition.year })),
      )
    : []

/** The years and how far each has come: where an author, an approver and the UKFIU begin. */
export const showYears: Serve = async ({ principal, today }, dependencies) => {
  const years = await listYears(dependencies)()
  const data = {
    years: years.map((state) => yearRow(state, today)),
    waiting: waitingFor(principal, years),
  }
  return show('pages/assessment/years.njk', 'The annual assessment', data, { marked: true })
}
