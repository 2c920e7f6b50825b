import type { Environment } from 'nunjucks'
import type { DraftValues } from '../../../shared/contracts/draft.ts'
import type { Principal } from '../../../shared/domain/principal.ts'
import type { ReferenceData } from '../../../shared/domain/rules.ts'
import type { Assets } from '../assets.ts'
import type { Shown } from '../page.ts'
import { csrfToken } from '../session/csrf.ts'
import { endOf, type Session } from '../session/session.ts'
import { roleNames } from '../words/names.ts'
import { navigationFor } from './navigation.ts'

export type Rendering = {
  readonly templates: Environment
  readonly assets: Assets
  readonly reference: ReferenceData
}

/** Where and for whom a page is shown; nobody is known on a page for everyone. */
export type Place = {
  readonly path: string
  readonly session: Session | undefined
  /** Milliseconds since 1970. */
  readonly now: number
}

const organisationOf = ({ organisations }: ReferenceData, principal: Principal): string =>
  principal.role === 'force'
    ? (organisations.get(principal.organisation)?.name ?? principal.organisation)
    : roleNames[principal.role]

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' })

/** Who is there, and when they will be signed out unless they do something. */
const userOf = ({ reference }: Rendering, { path, session, now }: Place) => {
  const principal = session?.principal
  if (!session || !principal) return {}
  const endsAt = endOf({ ...session, seenAt: now })
  return {
    user: {
      name: principal.name,
      role: principal.role,
      organisation: organisationOf(reference, principal),
    },
    navigation: navigationFor(principal.role, path),
    timeout: { at: clock.format(endsAt), seconds: Math.floor((endsAt - now) / 1000) },
  }
}

const errorsByField = (errors: Shown['errors']) =>
  Object.fromEntries(errors.toReversed().map(({ field, text }) => [field, { text }]))

const noValues: DraftValues = {}

/** A page as HTML. */
export const render = (rendering: Rendering, shown: Shown, place: Place): string => {
  const { template, title, data, errors, marked } = shown
  const html = rendering.templates.render(template, {
    values: noValues,
    ...data,
    ...userOf(rendering, place),
    title: errors.length > 0 ? `Error: ${title}` : title,
    heading: title,
    path: place.path,
    marked,
    errorList: errors.map(({ field, text }) => ({ text, href: `#${field}` })),
    errors: errorsByField(errors),
    csrf: place.session && csrfToken(place.session.csrf),
    css: rendering.assets.urlOf('service.css'),
    script: rendering.assets.urlOf('service.js'),
    icon: rendering.assets.urlOf('icon.svg'),
  })
  return html.trimStart()
}
