import { listToRedirect } from '../../../../shared/actions/list-to-redirect.ts'
import { daysBetween } from '../../../../shared/domain/dates.ts'
import { show, type Serve } from '../../page.ts'
import { ageInWords } from '../../words/ages.ts'

/** The referrals of which an organisation says that the person isn't its own, the oldest first. */
export const showToRedirect: Serve = async ({ today }, dependencies) => {
  const found = await listToRedirect(dependencies)()
  const rows = found.map((each) => ({
    ...each,
    organisation: dependencies.reference.organisations.get(each.organisation)?.name ?? each.organisation,
    age: ageInWords(daysBetween(each.referredOn, today)),
  }))
  return show(
    'pages/ukfiu/to-redirect.njk',
    'Ones to redirect',
    { rows, back: '/referrals' },
    {
      referrals: found.map(({ id }) => id),
      marked: true,
    },
  )
}
