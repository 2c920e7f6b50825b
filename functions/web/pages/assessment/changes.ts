import {
  compareWithEdition,
  type Comparison,
} from '../../../../shared/actions/assessments/compare-with-edition.ts'
import type { Figure } from '../../../../shared/domain/figures/report.ts'
import { withheld } from '../../../../shared/domain/figures/summary.ts'
import { message } from '../../messages.ts'
import { show, type Serve } from '../../page.ts'
import { versionAsked, yearAsked } from './asked.ts'
import { editionPath, markings, yearPath } from './words.ts'

/** As the tables of the assessment write it. */
const inWords = (figure: Figure): string => {
  if (figure === null) return 'none'
  return figure === withheld ? 'withheld' : figure.toLocaleString('en-GB')
}

const rowsOf = ({ revision }: Comparison) =>
  revision.figures.map(({ figure, before, after, because }) => ({
    figure,
    before: inWords(before),
    after: inWords(after),
    because,
  }))

/** Every live figure that differs from the last approved edition, and why. */
export const showChanges: Serve = async (request, dependencies) => {
  const year = yearAsked(request)
  if (!year.ok) return year.problem
  const version = versionAsked(request)
  const compared = await compareWithEdition(dependencies)(year.value, version)
  const back = yearPath(year.value)
  if (!compared) {
    const next = { text: `Show the year ${year.value}`, href: back }
    return message(
      404,
      'There is nothing to compare with',
      ['No edition of this year was approved yet.'],
      next,
    )
  }
  const number = compared.revision.revises
  const data = {
    ...compared.revision,
    edition: editionPath({ year: year.value, number }),
    today: compared.now.asAt,
    rows: rowsOf(compared),
    back,
    version,
    other: version === 'internal' ? 'published' : 'internal',
    path: request.path,
    marking: markings[version],
  }
  const title = `What moved in ${year.value} since edition ${number}`
  return show('pages/assessment/changes.njk', title, data, { marked: true })
}
