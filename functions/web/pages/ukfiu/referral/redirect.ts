import { readReferral } from '../../../../../shared/actions/read-referral.ts'
import { redirectReferral } from '../../../../../shared/actions/redirect-referral.ts'
import type { DraftValues } from '../../../../../shared/contracts/draft.ts'
import { redirectionBody } from '../../../../../shared/contracts/requests.ts'
import { changeReferralBy } from '../../../form/change-referral.ts'
import type { FormErrors } from '../../../form/errors.ts'
import { text } from '../../../form/fields.ts'
import { moveTo, refuse, show, type PageRequest, type Serve } from '../../../page.ts'
import type { Dependencies } from '../../../dependencies.ts'
import { organisationItems } from '../organisations/items.ts'

const fields = {
  organisation: text('The organisation', 'Choose the organisation it goes to'),
  reason: text('The reason', 'Choose why you redirect it'),
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
  const { id, organisation, alsoWith = [], urgent } = found.value
  // Done already, by a colleague or by this person who came back.
  if (found.value.status === 'redirected') return moveTo(`/referrals/${id}`, [id])
  const { reference } = dependencies
  const name = (code: string) => reference.organisations.get(code)?.name ?? code
  const items = organisationItems(reference, [organisation, ...alsoWith])
  const data = {
    id,
    urgent,
    organisation: name(organisation),
    alsoWith: alsoWith.map(name),
    organisations: [{ value: '', text: 'Choose an organisation' }, ...items],
    values,
    kept,
    back: `/referrals/${id}`,
  }
  return show('pages/ukfiu/referral/redirect.njk', 'Redirect this referral', data, {
    errors,
    referrals: [id],
  })
}

/** The form on which the UKFIU passes a SAR on to another organisation. */
export const showRedirect: Serve = async (request, dependencies) =>
  page(request, dependencies, request.kept ?? {})

/** Redirects, and gives the receipt. */
export const sendRedirect = changeReferralBy({ schema: redirectionBody, fields, act: redirectReferral, page })
