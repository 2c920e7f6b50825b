import { eraseReferral } from '../../../../../shared/actions/erase-referral.ts'
import { erasureBody } from '../../../../../shared/contracts/requests.ts'
import { text } from '../../../form/fields.ts'
import { isDueForReview } from './due.ts'
import { decisionForm } from '../decision-form.ts'

const fields = { reason: text('The reason', 'Choose why you erase it') }

/** On it the UKFIU erases a closed referral whose review has come up. */
export const erasureForm = decisionForm({
  schema: erasureBody,
  fields,
  act: eraseReferral,
  template: 'pages/ukfiu/reviews/erase.njk',
  title: 'Erase this referral',
  shown: (referral, _reference, today) =>
    isDueForReview(referral, today) ? { sarReference: referral.sarReference } : undefined,
})
