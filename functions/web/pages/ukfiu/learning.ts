import { listLearning } from '../../../../shared/actions/list-learning.ts'
import { learningQuery } from '../../../../shared/contracts/requests.ts'
import { reportingYearOf } from '../../../../shared/domain/reporting-year.ts'
import { refuse, show, type Serve } from '../../page.ts'
import { yearItems } from './years.ts'

/** What organisations said that others could learn, by reporting year and category. */
export const showLearning: Serve = async ({ query, today }, dependencies) => {
  const { year, category } = query
  const asked = learningQuery.safeParse({ year: year || undefined, category: category || undefined })
  if (!asked.success) return refuse({ kind: 'not_found' })
  const points = await listLearning(dependencies)(asked.data)
  const shown = asked.data.year ?? reportingYearOf(today)
  const data = {
    year: shown,
    points: points.map((point) => ({
      ...point,
      organisation: dependencies.reference.organisations.get(point.organisation)?.name ?? point.organisation,
    })),
    years: yearItems(today, shown),
    isFiltered: asked.data.category !== undefined,
    values: { year: [shown], category: [category ?? ''] },
  }
  return show('pages/ukfiu/learning.njk', 'Learning points', data, {
    referrals: points.map(({ id }) => id),
    marked: true,
  })
}
