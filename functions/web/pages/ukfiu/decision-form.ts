import { readReferral } from '../../../../shared/actions/read-referral.ts'
import type { ReferralView } from '../../../../shared/actions/view.ts'
import type { DraftValues } from '../../../../shared/contracts/draft.ts'
import type { LocalDate } from '../../../../shared/domain/dates.ts'
import type { ReferenceData } from '../../../../shared/domain/rules.ts'
import type { Dependencies } from '../../dependencies.ts'
import { changeReferralBy, type ReferralForm } from '../../form/change-referral.ts'
import type { FormErrors } from '../../form/errors.ts'
import { moveTo, refuse, show, type PageRequest, type Serve } from '../../page.ts'

/** A form on which the UKFIU decides on one referral. */
export type DecisionForm<Body> = Pick<ReferralForm<Body>, 'schema' | 'fields' | 'act'> & {
  readonly template: string
  readonly title: string
  /** What it shows besides; undefined where there is nothing to decide any more: the referral's own page says why. */
  readonly shown: (
    referral: ReferralView,
    reference: ReferenceData,
    today: LocalDate,
  ) => Readonly<Record<string, unknown>> | undefined
}

/** The two pages of such a form: it is shown, and what is sent is done and gives the receipt. */
export const decisionForm = <Body>({ template, title, shown, ...form }: DecisionForm<Body>) => {
  const page = async (
    { principal, params, kept, today }: PageRequest,
    dependencies: Dependencies,
    values: DraftValues,
    errors: FormErrors = [],
  ) => {
    const found = await readReferral(dependencies)(principal, params['id'] ?? '')
    if (!found.ok) return refuse(found.problem)
    const { id, organisation } = found.value
    const { reference } = dependencies
    const more = shown(found.value, reference, today)
    if (!more) return moveTo(`/referrals/${id}`, [id])
    const name = reference.organisations.get(organisation)?.name
    const data = { id, organisation: name, values, kept, back: `/referrals/${id}`, ...more }
    return show(template, title, data, { errors, referrals: [id] })
  }
  const shows: Serve = (request, dependencies) => page(request, dependencies, request.kept ?? {})
  return { show: shows, send: changeReferralBy({ ...form, page }) }
}
