import { acknowledgeReferral } from '../../../../shared/actions/acknowledge-referral.ts'
import { readReferral } from '../../../../shared/actions/read-referral.ts'
import type { DraftValues } from '../../../../shared/contracts/draft.ts'
import { acknowledgementBody } from '../../../../shared/contracts/requests.ts'
import type { FormErrors } from '../../form/errors.ts'
import { date, errorsOf, readForm, text } from '../../form/fields.ts'
import { moveTo, refuse, show, type Serve } from '../../page.ts'
import { receiptPath } from './receipt.ts'

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
export const sendAcknowledge: Serve = async ({ principal, params, form }, dependencies) => {
  const id = params['id'] ?? ''
  const body = readForm(acknowledgementBody, fields, form)
  if (!body.ok) return page(id, form, body.problem)
  const done = await acknowledgeReferral(dependencies)(principal, id, body.value)
  if (done.ok) return moveTo(receiptPath(done.value.receipt), [id])
  const errors = errorsOf(done.problem, fields)
  return errors ? page(id, form, errors) : refuse(done.problem)
}
