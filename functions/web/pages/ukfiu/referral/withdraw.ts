import { readReferral } from '../../../../../shared/actions/read-referral.ts'
import { withdrawReferral } from '../../../../../shared/actions/withdraw-referral.ts'
import type { DraftValues } from '../../../../../shared/contracts/draft.ts'
import { withdrawalBody } from '../../../../../shared/contracts/requests.ts'
import type { Dependencies } from '../../../dependencies.ts'
import { changeReferralBy } from '../../../form/change-referral.ts'
import type { FormErrors } from '../../../form/errors.ts'
import { text } from '../../../form/fields.ts'
import { moveTo, refuse, show, type PageRequest, type Serve } from '../../../page.ts'

const fields = {
  reason: text('The reason', 'Choose why you withdraw it'),
  rationale: text('Your reasons', 'Enter your reasons'),
}

const page = async (
  { principal, params, kept }: PageRequest,
  dependencies: Dependencies,
  values: DraftValues,
  errors: FormErrors = [],
) => {
  const found = await readReferral(dependencies)(principal, params['id'] ?? '')
  if (!found.ok) return refuse(found.problem)
  const { id, organisation, outcome, status } = found.value
  if (status === 'withdrawn') return moveTo(`/referrals/${id}`, [id])
  const data = {
    id,
    organisation: dependencies.reference.organisations.get(organisation)?.name,
    hasOutcome: outcome !== null,
    values,
    kept,
    back: `/referrals/${id}`,
  }
  return show('pages/ukfiu/referral/withdraw.njk', 'Withdraw this referral', data, {
    errors,
    referrals: [id],
  })
}

/** The form on which the UKFIU takes a referral back. */
export const showWithdraw: Serve = async (request, dependencies) =>
  page(request, dependencies, request.kept ?? {})

/** Withdraws, and gives the receipt. */
export const sendWithdraw = changeReferralBy({ schema: withdrawalBody, fields, act: withdrawReferral, page })
