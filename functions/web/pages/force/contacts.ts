import { nameContacts, readContacts } from '../../../../shared/actions/contacts.ts'
import type { DraftValues } from '../../../../shared/contracts/draft.ts'
import { fieldErrorsOf } from '../../../../shared/contracts/field-errors.ts'
import type { Contact } from '../../../../shared/contracts/items.ts'
import { contactsBody } from '../../../../shared/contracts/requests.ts'
import type { Principal } from '../../../../shared/domain/principal.ts'
import type { FieldError } from '../../../../shared/domain/refusal.ts'
import {
  organisationRoles,
  type ContactRole,
  type ResponsePolicy,
} from '../../../../shared/domain/response-policy.ts'
import type { FormErrors } from '../../form/errors.ts'
import { message } from '../../messages.ts'
import { moveTo, refuse, show, type Serve } from '../../page.ts'
import { contactRoleNames } from '../../words/names.ts'

/** When a role is first told of what is overdue, by the ladder in force. */
const hintFor = (role: ContactRole, { ladder }: ResponsePolicy): string => {
  if (role === 'unit_mailbox') return 'Every reminder begins here. It has to be named.'
  const steps = ladder.flatMap(({ when, to }) =>
    when.kind === 'from_due_date' && to.includes(role) ? [when.workingDays] : [],
  )
  return steps.length > 0 ? `Told ${Math.min(...steps)} working days after a date was missed.` : ''
}

const codeOf = (principal: Principal): string => (principal.role === 'force' ? principal.organisation : '')

const page = (
  policy: ResponsePolicy,
  contacts: readonly Contact[],
  values: DraftValues,
  errors: FormErrors = [],
  more: Readonly<Record<string, unknown>> = {},
) => {
  const roles = organisationRoles.map((role) => ({
    role,
    name: contactRoleNames[role],
    hint: hintFor(role, policy),
    holder: contacts.find((contact) => contact.role === role),
  }))
  return show(
    'pages/force/contacts.njk',
    'Your contacts',
    { roles, values, ...more },
    { errors, marked: true },
  )
}

const valuesFrom = (contacts: readonly Contact[]): DraftValues =>
  Object.fromEntries(contacts.map(({ role, email }) => [role, [email]]))

const answeredFor = (unit: string) =>
  message(200, 'Your contacts', [
    `${unit} answers for you, so reminders go to its contacts. It keeps them itself.`,
  ])

/** Who holds which role at a force, in a form to put right. */
export const showContacts: Serve = async ({ principal, query, kept }, dependencies) => {
  const { policy, organisations } = dependencies.reference
  const code = codeOf(principal)
  const unit = organisations.get(code)?.respondedToBy ?? code
  if (unit !== code) return answeredFor(organisations.get(unit)?.name ?? unit)
  const found = await readContacts(dependencies)(principal, code)
  if (!found.ok) return refuse(found.problem)
  const saved = query['saved'] === 'yes'
  return page(policy, found.value, kept ?? valuesFrom(found.value), [], { saved, kept })
}

const namedIn = (form: DraftValues) =>
  organisationRoles.flatMap((role) => {
    const email = form[role]?.[0]?.trim() ?? ''
    return email === '' ? [] : [{ role, email }]
  })

/** The body has the named roles only; the form has a field for each. */
const errorsIn = (
  named: readonly { readonly role: ContactRole }[],
  errors: readonly FieldError[],
): FormErrors =>
  errors.map(({ pointer }) => {
    const role = named[Number(/^\/contacts\/(\d+)/.exec(pointer)?.[1] ?? Number.NaN)]?.role
    return role === undefined
      ? { field: 'unit_mailbox', text: 'Enter the address of the unit mailbox: reminders go there' }
      : {
          field: role,
          text: `${contactRoleNames[role]} must be an e-mail address, such as name@force.police.uk`,
        }
  })

/** Names the holders, all at once; whoever sends them vouches for each address today. */
export const sendContacts: Serve = async ({ principal, form }, dependencies) => {
  const code = codeOf(principal)
  const { policy } = dependencies.reference
  const found = await readContacts(dependencies)(principal, code)
  if (!found.ok) return refuse(found.problem)
  const named = namedIn(form)
  const body = contactsBody.safeParse({ contacts: named })
  if (!body.success) return page(policy, found.value, form, errorsIn(named, fieldErrorsOf(body.error)))
  const done = await nameContacts(dependencies)(principal, code, body.data)
  if (done.ok) return moveTo('/contacts?saved=yes')
  if (done.problem.kind !== 'invalid_fields') return refuse(done.problem)
  return page(policy, found.value, form, errorsIn(named, done.problem.errors))
}
