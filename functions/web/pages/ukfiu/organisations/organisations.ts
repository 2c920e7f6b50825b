import { readContacts } from '../../../../../shared/actions/contacts.ts'
import { readNonResponses } from '../../../../../shared/actions/read-non-responses.ts'
import { contactRoles } from '../../../../../shared/domain/response-policy.ts'
import { refuse, show, type Serve } from '../../../page.ts'
import { contactRoleNames } from '../../../words/names.ts'
import { linesOf } from '../board/lines.ts'

/** Every organisation that is referred to, by name, and the UKFIU’s own contacts. */
export const listOrganisations: Serve = async (_, { reference }) => {
  const all = [...reference.organisations.values()]
  const rows = all
    .map(({ code, name, respondedToBy }) => ({
      code,
      name,
      answeredBy: respondedToBy === code ? undefined : reference.organisations.get(respondedToBy)?.name,
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
  return show('pages/ukfiu/organisations/organisations.njk', 'Organisations', { rows })
}

/** One organisation: who is written to there, and what it has not answered. */
export const showOrganisation: Serve = async ({ principal, params }, dependencies) => {
  const code = params['code'] ?? ''
  const organisation = dependencies.reference.organisations.get(code)
  const contacts = await readContacts(dependencies)(principal, code)
  if (!organisation || !contacts.ok) return refuse({ kind: 'not_found' })
  const lines = linesOf(await readNonResponses(dependencies)(), dependencies.reference)
  const overdue = lines.filter((line) => line.organisation === code)
  const data = {
    code,
    answeredBy:
      organisation.respondedToBy === code
        ? undefined
        : dependencies.reference.organisations.get(organisation.respondedToBy)?.name,
    contacts: contactRoles.flatMap((role) =>
      contacts.value
        .filter((each) => each.role === role)
        .map((each) => ({ ...each, name: contactRoleNames[role] })),
    ),
    overdue,
    back: '/organisations',
  }
  return show('pages/ukfiu/organisations/organisation.njk', organisation.name, data, {
    referrals: overdue.map(({ id }) => id),
    marked: true,
  })
}
