import { redirectReferral } from '../../../../../shared/actions/redirect-referral.ts'
import { redirectionBody } from '../../../../../shared/contracts/requests.ts'
import { text } from '../../../form/fields.ts'
import { organisationItems } from '../organisations/items.ts'
import { decisionForm } from '../decision-form.ts'

const fields = {
  organisation: text('The organisation', 'Choose the organisation it goes to'),
  reason: text('The reason', 'Choose why you redirect it'),
  rationale: text('Your reasons', 'Enter your reasons'),
}

/** On it the UKFIU passes a SAR on to another organisation; a colleague may have done so already. */
export const redirectionForm = decisionForm({
  schema: redirectionBody,
  fields,
  act: redirectReferral,
  template: 'pages/ukfiu/referral/redirect.njk',
  title: 'Redirect this referral',
  shown: ({ status, organisation, alsoWith = [], urgent }, reference) => {
    if (status === 'redirected') return undefined
    const items = organisationItems(reference, [organisation, ...alsoWith])
    return {
      urgent,
      alsoWith: alsoWith.map((code) => reference.organisations.get(code)?.name ?? code),
      organisations: [{ value: '', text: 'Choose an organisation' }, ...items],
    }
  },
})
