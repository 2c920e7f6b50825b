import { acknowledgeReferral } from '../../../../shared/actions/acknowledge-referral.ts'
import { readReferral } from '../../../../shared/actions/read-referral.ts'
import type { DraftValues } from '../../../../shared/contracts/draft.ts'
import { acknowledgementBody } from '../../../../shared/contracts/requests.ts'
import { changeReferralBy } from '../../form/change-referral.ts'
import type { FormErrors } from '../../form/errors.ts'
import { date, text } from '../../form/fields.ts'
import { moveTo, refuse, show, type Serve } from '../../page.ts'

const fields = {
  personnelConfirmed: text('The answer', 'Choose whether the person works for you'),
  localReference: text('Your reference', 'Enter your reference'),
  expectedBy: date('The date you expect to answer by', 'Enter the date you expect to answer by'),
}

const page = (id: string, values: DraftValues, errors: FormErrors = [], kept?: DraftValues) =>
  show(
    'pages/force/acknowledge.njk',
    'Acknowledge this referral',
    { id, values, kept, back: `/referrals/${id}` },
    { errors, referrals: [id] },
  )

/** The form on which a force says that it has a referral. */
export const showAcknowledge: Serve = async ({ principal, params, kept }, dependencies) => {
  const found = await readReferral(dependencies)(principal, params['id'] ?? '')
  if (!found.ok) return refuse(found.problem)
  const { id, status } = found.value
  // It is done already: by a colleague, or by this person who came back.
  if (status !== 'awaiting_acknowledgement') return moveTo(`/referrals/${id}`, [id])
  return page(id, kept ?? {}, [], kept)
}

/** Acknowledges. The same sent twice earns the same receipt. */
export const sendAcknowledge = changeReferralBy({
  schema: acknowledgementBody,
  fields,
  act: acknowledgeReferral,
  page: ({ params }, _, values, errors) => page(params['id'] ?? '', values, errors),
})
