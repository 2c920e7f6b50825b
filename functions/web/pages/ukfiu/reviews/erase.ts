import { eraseReferral } from '../../../../../shared/actions/erase-referral.ts'
import { readReferral } from '../../../../../shared/actions/read-referral.ts'
import type { DraftValues } from '../../../../../shared/contracts/draft.ts'
import { erasureBody } from '../../../../../shared/contracts/requests.ts'
import type { Dependencies } from '../../../dependencies.ts'
import { changeReferralBy } from '../../../form/change-referral.ts'
import type { FormErrors } from '../../../form/errors.ts'
import { text } from '../../../form/fields.ts'
import { moveTo, refuse, show, type PageRequest, type Serve } from '../../../page.ts'
import { isDueForReview } from './due.ts'

const fields = { reason: text('The reason', 'Choose why you erase it') }

const page = async (
  { principal, params, kept, today }: PageRequest,
  dependencies: Dependencies,
  values: DraftValues,
  errors: FormErrors = [],
) => {
  const found = await readReferral(dependencies)(principal, params['id'] ?? '')
  if (!found.ok) return refuse(found.problem)
  const { id, organisation, sarReference } = found.value
  // Decided already, or not yet to be decided: the referral's own page says which.
  if (!isDueForReview(found.value, today)) return moveTo(`/referrals/${id}`, [id])
  const data = {
    id,
    sarReference,
    organisation: dependencies.reference.organisations.get(organisation)?.name,
    values,
    kept,
    back: `/referrals/${id}`,
  }
  return show('pages/ukfiu/reviews/erase.njk', 'Erase this referral', data, { errors, referrals: [id] })
}

/** The form on which the UKFIU erases a closed referral whose review has come up. */
export const showErase: Serve = async (request, dependencies) =>
  page(request, dependencies, request.kept ?? {})

/** Erases it, and gives the receipt. */
export const sendErase = changeReferralBy({ schema: erasureBody, fields, act: eraseReferral, page })
