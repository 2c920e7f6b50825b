import { readReferral } from '../../../../../shared/actions/read-referral.ts'
import { retainReferral } from '../../../../../shared/actions/retain-referral.ts'
import type { DraftValues } from '../../../../../shared/contracts/draft.ts'
import { retentionBody } from '../../../../../shared/contracts/requests.ts'
import { addMonths } from '../../../../../shared/domain/dates.ts'
import type { Dependencies } from '../../../dependencies.ts'
import { changeReferralBy } from '../../../form/change-referral.ts'
import type { FormErrors } from '../../../form/errors.ts'
import { date, text } from '../../../form/fields.ts'
import { moveTo, refuse, show, type PageRequest, type Serve } from '../../../page.ts'
import { isDueForReview } from './due.ts'

const fields = {
  reason: text('The reason', 'Choose why it is still needed'),
  rationale: text('Your reasons', 'Enter your reasons'),
  nextReviewOn: date('The date of the next review', 'Enter the date of the next review'),
}

const page = async (
  { principal, params, kept, today }: PageRequest,
  dependencies: Dependencies,
  values: DraftValues,
  errors: FormErrors = [],
) => {
  const found = await readReferral(dependencies)(principal, params['id'] ?? '')
  if (!found.ok) return refuse(found.problem)
  const { id, organisation } = found.value
  // Decided already, or not yet to be decided: the referral's own page says which.
  if (!isDueForReview(found.value, today)) return moveTo(`/referrals/${id}`, [id])
  const { organisations, policy } = dependencies.reference
  const data = {
    id,
    organisation: organisations.get(organisation)?.name,
    latest: addMonths(today, policy.retention.againWithinMonths),
    values,
    kept,
    back: `/referrals/${id}`,
  }
  return show('pages/ukfiu/reviews/retain.njk', 'Keep this referral', data, { errors, referrals: [id] })
}

/** The form on which the UKFIU keeps a closed referral whose review has come up. */
export const showRetain: Serve = async (request, dependencies) =>
  page(request, dependencies, request.kept ?? {})

/** Keeps it, and gives the receipt. */
export const sendRetain = changeReferralBy({ schema: retentionBody, fields, act: retainReferral, page })
