import { retainReferral } from '../../../../../shared/actions/retain-referral.ts'
import { retentionBody } from '../../../../../shared/contracts/requests.ts'
import { addMonths } from '../../../../../shared/domain/dates.ts'
import { date, text } from '../../../form/fields.ts'
import { isDueForReview } from './due.ts'
import { decisionForm } from '../decision-form.ts'

const fields = {
  reason: text('The reason', 'Choose why it is still needed'),
  rationale: text('Your reasons', 'Enter your reasons'),
  nextReviewOn: date('The date of the next review', 'Enter the date of the next review'),
}

/** On it the UKFIU keeps a closed referral whose review has come up. */
export const retentionForm = decisionForm({
  schema: retentionBody,
  fields,
  act: retainReferral,
  template: 'pages/ukfiu/reviews/retain.njk',
  title: 'Keep this referral',
  shown: (referral, { policy }, today) =>
    isDueForReview(referral, today)
      ? { latest: addMonths(today, policy.retention.againWithinMonths) }
      : undefined,
})
