import { readHistory } from '../../../../shared/actions/read-history.ts'
import { refuse, show, type Serve } from '../../page.ts'

const titles: Readonly<Record<string, string>> = {
  acknowledged: 'Acknowledgement recorded',
  progress_reported: 'Progress report recorded',
  outcome_given: 'Outcome recorded',
}

/** The receipt for an answer that a force gave, to print or to keep. */
export const showReceipt: Serve = async ({ principal, params }, dependencies) => {
  const id = params['id'] ?? ''
  const history = await readHistory(dependencies)(principal, id)
  if (!history.ok) return refuse(history.problem)
  const event = history.value.find(({ receipt }) => String(receipt.version) === params['version'])
  const title = event && titles[event.type]
  if (title === undefined) return refuse({ kind: 'not_found' })
  const data = { event, receipt: event?.receipt, back: `/referrals/${id}` }
  return show('pages/force/receipt.njk', title, data, { referrals: [id] })
}
