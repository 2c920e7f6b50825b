import { withdrawReferral } from '../../../../../shared/actions/withdraw-referral.ts'
import { withdrawalBody } from '../../../../../shared/contracts/requests.ts'
import { text } from '../../../form/fields.ts'
import { decisionForm } from '../decision-form.ts'

const fields = {
  reason: text('The reason', 'Choose why you withdraw it'),
  rationale: text('Your reasons', 'Enter your reasons'),
}

/** On it the UKFIU takes a referral back. */
export const withdrawalForm = decisionForm({
  schema: withdrawalBody,
  fields,
  act: withdrawReferral,
  template: 'pages/ukfiu/referral/withdraw.njk',
  title: 'Withdraw this referral',
  shown: ({ status, outcome }) => (status === 'withdrawn' ? undefined : { hasOutcome: outcome !== null }),
})
