import { listReviews } from '../../../../../shared/actions/list-reviews.ts'
import { show, type Serve } from '../../../page.ts'

/** So many are decided on before anybody looks for more. */
const shownAtOnce = 50

/** The closed referrals whose review has come up, the longest due first. */
export const showReviews: Serve = async (_, dependencies) => {
  const { foundOn, found, items } = await listReviews(dependencies)(shownAtOnce)
  const { organisations, policy } = dependencies.reference
  const rows = items.map((each) => ({
    ...each,
    organisation: organisations.get(each.organisation)?.name ?? each.organisation,
  }))
  const data = {
    rows,
    foundOn,
    found,
    months: policy.retention.reviewAfterMonths,
    mayBeMore: rows.length === shownAtOnce && found > shownAtOnce,
    back: '/non-responses',
  }
  const referrals = items.map(({ id }) => id)
  return show('pages/ukfiu/reviews/reviews.njk', 'Due for review', data, { referrals, marked: true })
}
