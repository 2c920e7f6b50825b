import { nameContacts, readContacts } from '../../../../../shared/actions/contacts.ts'
import { ukfiu } from '../../../../../shared/actions/reminders/contacts-up.ts'
import type { DraftValues } from '../../../../../shared/contracts/draft.ts'
import { fieldErrorsOf } from '../../../../../shared/contracts/field-errors.ts'
import type { ShownContact } from '../../../../../shared/contracts/items.ts'
import { contactsBody } from '../../../../../shared/contracts/requests.ts'
import type { FieldError } from '../../../../../shared/domain/refusal.ts'
import { organisationRoles, type ContactRole } from '../../../../../shared/domain/response-policy.ts'
import type { ReferenceData } from '../../../../../shared/domain/rules.ts'
import type { FormErrors } from '../../../form/errors.ts'
import { moveTo, refuse, show, type Serve } from '../../../page.ts'
import { contactRoleNames } from '../../../words/names.ts'

const ownRoles: readonly ContactRole[] = ['ukfiu_manager']
const rolesOf = (code: string): readonly ContactRole[] => (code === ukfiu ? ownRoles : organisationRoles)

type Asked = {
  readonly reference: ReferenceData
  readonly code: string
  readonly contacts: readonly ShownContact[]
}

const page = (
  { reference, code, contacts }: Asked,
  values: DraftValues,
  errors: FormErrors = [],
  more: Readonly<Record<string, unknown>> = {},
) => {
  const roles = rolesOf(code).map((role) => ({
    role,
    name: contactRoleNames[role],
    holder: contacts.find((contact) => contact.role === role),
  }))
  const isOwn = code === ukfiu
  const organisation = isOwn ? 'UKFIU' : reference.organisations.get(code)?.name
  const back = isOwn ? '/organisations' : `/organisations/${code}`
  const data = { roles, organisation, isOwn, values, back, ...more }
  return show('pages/ukfiu/organisations/contacts.njk', 'Change the contacts', data, { errors, marked: true })
}

const valuesFrom = (contacts: readonly ShownContact[]): DraftValues =>
  Object.fromEntries(contacts.map(({ role, email }) => [role, [email]]))

/** Who holds which role at an organisation, in a form to put right. */
export const showOrganisationContacts: Serve = async ({ principal, params, query, kept }, dependencies) => {
  const code = params['code'] ?? ''
  const found = await readContacts(dependencies)(principal, code)
  if (!found.ok) return refuse(found.problem)
  const asked = { reference: dependencies.reference, code, contacts: found.value }
  return page(asked, kept ?? valuesFrom(found.value), [], { saved: query['saved'] === 'yes', kept })
}

const namedIn = (code: string, form: DraftValues) =>
  rolesOf(code).flatMap((role) => {
    const email = form[role]?.[0]?.trim() ?? ''
    return email === '' ? [] : [{ role, email }]
  })

/** The body names only the roles that have a holder; the form has a field for each role. */
const errorsIn = (
  code: string,
  named: readonly { readonly role: ContactRole }[],
  errors: readonly FieldError[],
): FormErrors =>
  errors.map(({ pointer }) => {
    const role = named[Number(/^\/contacts\/(\d+)/.exec(pointer)?.[1] ?? Number.NaN)]?.role
    const needed = rolesOf(code)[0] ?? 'unit_mailbox'
    return role === undefined
      ? {
          field: needed,
          text: `Enter the address of the ${contactRoleNames[needed].replace(/^U(?=nit)/, 'u')}: it has to be named`,
        }
      : {
          field: role,
          text: `${contactRoleNames[role]} must be an e-mail address, such as name@force.police.uk`,
        }
  })

/** Names the holders, all at once; whoever sends them vouches for each address today. */
export const sendOrganisationContacts: Serve = async ({ principal, params, form }, dependencies) => {
  const code = params['code'] ?? ''
  const found = await readContacts(dependencies)(principal, code)
  if (!found.ok) return refuse(found.problem)
  const asked = { reference: dependencies.reference, code, contacts: found.value }
  const named = namedIn(code, form)
  const body = contactsBody.safeParse({ contacts: named })
  if (!body.success) return page(asked, form, errorsIn(code, named, fieldErrorsOf(body.error)))
  const done = await nameContacts(dependencies)(principal, code, body.data)
  if (done.ok) return moveTo(`/organisations/${code}/contacts?saved=yes`)
  if (done.problem.kind !== 'invalid_fields') return refuse(done.problem)
  return page(asked, form, errorsIn(code, named, done.problem.errors))
}
