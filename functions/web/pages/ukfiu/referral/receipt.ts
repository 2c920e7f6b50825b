import { readHistory } from '../../../../../shared/actions/read-history.ts'
import { readReferral } from '../../../../../shared/actions/read-referral.ts'
import { refuse, show, type Serve } from '../../../page.ts'

const titles: Readonly<Record<string, string>> = {
  registered: 'Referral registered',
  redirected: 'Referral redirected',
  withdrawn: 'Referral withdrawn',
  date_extended: 'Due date put off',
  retained: 'Referral kept',
  erased: 'Referral erased',
}

/** The receipt for what the UKFIU did; for a new referral, who else holds the same SAR. */
export const showUkfiuReceipt: Serve = async ({ principal, params, query }, dependencies) => {
  const id = params['id'] ?? ''
  const [found, history] = await Promise.all([
    readReferral(dependencies)(principal, id),
    readHistory(dependencies)(principal, id),
  ])
  if (!found.ok) return refuse(found.problem)
  if (!history.ok) return refuse(history.problem)
  const event = history.value.find(({ receipt }) => String(receipt.version) === params['version'])
  const title = event && titles[event.type]
  if (title === undefined) return refuse({ kind: 'not_found' })
  const again = event?.type === 'registered' && query['again'] === 'yes'
  const { organisations } = dependencies.reference
  const name = (code: string) => organisations.get(code)?.name ?? code
  const data = {
    event,
    receipt: event?.receipt,
    referral: found.value,
    organisation: name(found.value.organisation),
    alsoWith: (found.value.alsoWith ?? []).map(name),
    redirectedTo: found.value.redirectedTo && name(found.value.redirectedTo.organisation),
    again,
  }
  const heading = again ? 'This referral was there already' : title
  return show('pages/ukfiu/referral/receipt.njk', heading, data, { referrals: [id] })
}
