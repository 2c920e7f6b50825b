import { registerReferral } from '../../../../shared/actions/register-referral.ts'
import type { DraftValues } from '../../../../shared/contracts/draft.ts'
import { registrationBody } from '../../../../shared/contracts/requests.ts'
import type { LocalDate } from '../../../../shared/domain/dates.ts'
import type { Registration } from '../../../../shared/domain/referral/registration.ts'
import type { Refusal } from '../../../../shared/domain/refusal.ts'
import { refused, type Result } from '../../../../shared/domain/result.ts'
import type { ReferenceData } from '../../../../shared/domain/rules.ts'
import type { FormErrors } from '../../form/errors.ts'
import { date, dateValues, errorsOf, readForm, text, yes } from '../../form/fields.ts'
import { moveTo, refuse, show, type Serve } from '../../page.ts'
import { organisationItems } from './organisations/items.ts'
import { receiptPath } from '../../receipt-path.ts'

const fields = {
  sarReference: text('The SAR reference', 'Enter the SAR reference'),
  organisation: text('The organisation', 'Choose the organisation'),
  referredOn: date('The date of referral', 'Enter the date of referral'),
  subjectType: text('The person', 'Choose what the person is'),
  linkType: text('The link', 'Choose how the person is linked to the report'),
  identificationBasis: text('The identification', 'Choose how the person was identified'),
  apparentConcern: text('The apparent concern', 'Choose the apparent concern'),
  handling: text('The handling', 'Choose how it may be handled'),
  handlingConditions: text('The conditions', 'Enter the conditions under which it may be handled'),
  marking: text('The marking', 'Choose the marking'),
  urgent: yes('Urgent', 'Say whether it is urgent'),
  restricted: yes('Restricted', 'Say whether it is restricted'),
  containsHmrcInformation: yes('HMRC information', 'Say whether it holds HMRC information'),
}

type More = { readonly kept?: DraftValues | undefined; readonly conflict?: string }

const page = (reference: ReferenceData, values: DraftValues, errors: FormErrors = [], more: More = {}) => {
  const organisations = [{ value: '', text: 'Choose an organisation' }, ...organisationItems(reference)]
  return show(
    'pages/ukfiu/register.njk',
    'Register a referral',
    { organisations, values, ...more },
    { errors, marked: true },
  )
}

const beginning = (today: LocalDate): DraftValues => ({
  ...dateValues('referredOn', today),
  marking: ['OFFICIAL-SENSITIVE'],
})

/** The form on which the UKFIU registers that it passed a SAR on. */
export const showRegister: Serve = async ({ kept, today }, { reference }) =>
  page(reference, kept ?? beginning(today), [], { kept })

const typed = (form: DraftValues, name: string) => form[name]?.[0]?.trim() || undefined

/** What stands in the body otherwise than in one field. */
const composed = (form: DraftValues) => {
  const levels = ['severity', 'suspicion', 'reliability'].flatMap((part) => {
    const level = typed(form, `risk-${part}`)
    return level === undefined ? [] : [[part, level]]
  })
  return {
    glossaryCodes:
      typed(form, 'glossaryCodes')
        ?.toUpperCase()
        .split(/[\s,;]+/) ?? [],
    ...(levels.length > 0 && { risk: Object.fromEntries(levels) }),
  }
}

/** A list typed into one field has its errors there. */
const atItsField = (errors: FormErrors): FormErrors =>
  errors.map(({ field, text: said }) =>
    field.startsWith('glossaryCodes-')
      ? { field: 'glossaryCodes', text: said.replace(/^Must/, 'Each glossary code must') }
      : { field, text: said },
  )

/** Which fields there are depends on the handling: with none chosen, all the others are still looked at. */
const read = (form: DraftValues): Result<Registration, FormErrors> => {
  const { handlingConditions, ...rest } = form
  const isC = typed(form, 'handling') === 'C'
  const chosen = {
    ...rest,
    handling: [typed(form, 'handling') ?? 'P'],
    ...(isC && handlingConditions && { handlingConditions }),
  }
  const body = readForm(registrationBody, fields, chosen, composed(form))
  const errors = body.ok ? [] : atItsField(body.problem)
  const missing = typed(form, 'handling') ? [] : [{ field: 'handling', text: fields.handling.missing }]
  return body.ok && missing.length === 0 ? body : refused([...errors, ...missing])
}

/** A conflict is explained at the SAR reference, and leads to the referral that is there. */
const problemsOf = (
  problem: Refusal,
): { readonly errors: FormErrors; readonly conflict?: string } | undefined => {
  if (problem.kind === 'already_registered_differently') {
    const said = `This SAR is with this organisation already, as ${problem.id}, with other details`
    return { errors: [{ field: 'sarReference', text: said }], conflict: problem.id }
  }
  const errors = errorsOf(problem, fields)
  return errors && { errors }
}

/** Registers. The same again changes nothing and leads to the referral that is there. */
export const sendRegister: Serve = async ({ principal, form }, dependencies) => {
  const { reference } = dependencies
  const body = read(form)
  if (!body.ok) return page(reference, form, body.problem)
  const done = await registerReferral(dependencies)(principal, body.value)
  if (done.ok) {
    const { id } = done.value.referral
    const again = done.value.created ? '' : '?again=yes'
    return moveTo(receiptPath({ referral: id, version: 1 }) + again, [id])
  }
  const problems = problemsOf(done.problem)
  if (!problems) return refuse(done.problem)
  const { errors, ...more } = problems
  return page(reference, form, errors, more)
}
