import { extendDate } from '../../../../../shared/actions/extend-date.ts'
import { readReferral } from '../../../../../shared/actions/read-referral.ts'
import type { ReferralView } from '../../../../../shared/actions/view.ts'
import type { DraftValues } from '../../../../../shared/contracts/draft.ts'
import { extensionBody } from '../../../../../shared/contracts/requests.ts'
import { addWorkingDays } from '../../../../../shared/domain/calendar.ts'
import { inWords, type LocalDate } from '../../../../../shared/domain/dates.ts'
import { rulesOf, type ReferenceData } from '../../../../../shared/domain/rules.ts'
import type { Dependencies } from '../../../dependencies.ts'
import { changeReferralBy } from '../../../form/change-referral.ts'
import type { FormErrors } from '../../../form/errors.ts'
import { number, text } from '../../../form/fields.ts'
import { moveTo, refuse, show, type PageRequest, type Serve } from '../../../page.ts'

const fields = {
  workingDays: number('The number of working days', 'Choose by how many working days'),
  reason: text('The reason', 'Choose why you put it off'),
  rationale: text('Your reasons', 'Enter your reasons'),
}

const mostWorkingDays = 20

/** Every choice with the day that it leads to, so that nobody has to count. */
const choices = (reference: ReferenceData, { organisation, owed }: ReferralView, today: LocalDate) => {
  const { calendar } = rulesOf(reference, organisation)
  return Array.from({ length: owed ? mostWorkingDays : 0 }, (_, place) => {
    const days = place + 1
    const to = owed ? addWorkingDays(calendar, owed.dueOn, days) : today
    const past = to < today ? ', which is past already' : ''
    return {
      value: String(days),
      text: `${days} working ${days === 1 ? 'day' : 'days'}, to ${inWords(to)}${past}`,
    }
  })
}

const page = async (
  { principal, params, kept, today }: PageRequest,
  dependencies: Dependencies,
  values: DraftValues,
  errors: FormErrors = [],
) => {
  const found = await readReferral(dependencies)(principal, params['id'] ?? '')
  if (!found.ok) return refuse(found.problem)
  const { id, organisation, owed } = found.value
  // Nothing is owed any more: the referral's own page says why.
  if (!owed) return moveTo(`/referrals/${id}`, [id])
  const { reference } = dependencies
  const data = {
    id,
    owed,
    organisation: reference.organisations.get(organisation)?.name,
    choices: [{ value: '', text: 'Choose by how much' }, ...choices(reference, found.value, today)],
    values,
    kept,
    back: `/referrals/${id}`,
  }
  return show('pages/ukfiu/referral/extend.njk', 'Put off the date', data, { errors, referrals: [id] })
}

/** The form on which the UKFIU puts off the date now owed. */
export const showExtend: Serve = async (request, dependencies) =>
  page(request, dependencies, request.kept ?? {})

/** Puts the date off, and gives the receipt. */
export const sendExtend = changeReferralBy({ schema: extensionBody, fields, act: extendDate, page })
