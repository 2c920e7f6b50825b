import type { APIGatewayProxyResult } from 'aws-lambda'
import { keepDraft } from '../../shared/actions/drafts.ts'
import { csrfField, readFields } from './form/read.ts'
import { formRefused, message } from './messages.ts'
import { show } from './page.ts'
import { homeOf } from './render/navigation.ts'
import { isFromElsewhere, isOwnForm } from './session/csrf.ts'
import { endOf } from './session/session.ts'
import { ownPath } from './session/sign-in.ts'
import { respond, respondWith, sendTo, type Visit, type Web } from './visit.ts'

/** A page that shows nothing about anybody, and may be seen by everybody. */
type Open = (web: Web, visit: Visit) => Promise<APIGatewayProxyResult>

const asked = ({ event }: Visit, name: string): string | undefined =>
  event.queryStringParameters?.[name] ?? undefined

const home: Open = async (web, { visitor }) => {
  const principal = visitor.kind === 'signed_in' ? visitor.session.principal : undefined
  return sendTo(web, principal ? homeOf(principal.role) : '/sign-in')
}

const signIn: Open = async (web, visit) => {
  const { to, cookie } = await web.signIn.begin(ownPath(asked(visit, 'returnTo')))
  return sendTo(web, to, [cookie])
}

const cameBack: Open = async (web, visit) => {
  const finished = await web.signIn.finish(visit.event)
  if (!finished) {
    const again = message(400, 'You are not signed in', ['The sign-in was not finished, or took too long.'], {
      text: 'Sign in',
      href: '/sign-in',
      button: true,
    })
    return respondWith(web, visit, again, [web.signIn.forget()])
  }
  const cookies = [await web.sessions.start(finished.claims, visit.now), web.signIn.forget()]
  return sendTo(web, finished.returnTo, cookies)
}

const signOut: Open = async (web, visit) => {
  const { event, visitor } = visit
  if (visitor.kind === 'stranger') return sendTo(web, '/signed-out')
  const token = (await readFields(event))?.[csrfField]?.[0]
  const isOwn = isOwnForm(token, visitor.session.csrf) && !isFromElsewhere(event, web.serviceUrl)
  if (!isOwn) return respondWith(web, visit, formRefused)
  return sendTo(web, await web.signIn.out(), [web.sessions.end()])
}

const again = (returnTo: string | undefined) => ({
  text: 'Sign in',
  href: `/sign-in?returnTo=${encodeURIComponent(ownPath(returnTo))}`,
  button: true,
})

const signedOut: Open = async (web, visit) =>
  respondWith(web, visit, message(200, 'You are signed out', [], again(undefined)))

const timedOut: Open = async (web, visit) =>
  respondWith(
    web,
    visit,
    message(
      200,
      'You were signed out',
      [
        'You did nothing for 20 minutes, or had been signed in for 8 hours.',
        'What you had typed is kept: sign in again and you are back where you were.',
      ],
      again(asked(visit, 'returnTo')),
    ),
  )

/** Asked by the script of a page, so that somebody who is reading can stay. */
const session: Open = async (web, { visitor, now }) => {
  if (visitor.kind !== 'signed_in') return respond(web, 401, '')
  const ends = endOf({ ...visitor.session, seenAt: now })
  const at = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' }).format(ends)
  const answer = respond(web, 200, JSON.stringify({ at, seconds: Math.floor((ends - now) / 1000) }))
  return { ...answer, headers: { ...answer.headers, 'content-type': 'application/json' } }
}

/** What somebody has typed in a form and not sent, as their own draft. Theirs it is while the session is known. */
export const keepTyped = async (web: Web, { event, visitor }: Visit, form: string): Promise<boolean> => {
  const fields = await readFields(event)
  if (visitor.kind === 'stranger' || !fields || isFromElsewhere(event, web.serviceUrl)) return false
  const { [csrfField]: token, _kept: _, ...values } = fields
  if (!isOwnForm(token?.[0], visitor.session.csrf)) return false
  await keepDraft(web.dependencies)({ person: visitor.session.id, form }, values)
  return true
}

const keep: Open = async (web, visit) => {
  const kept = await keepTyped(web, visit, ownPath(asked(visit, 'form')))
  return respond(web, kept ? 204 : 403, '')
}

const still =
  (template: string, title: string): Open =>
  async (web, visit) =>
    respondWith(web, visit, show(template, title))

/** By method and path. */
export const openPages: Readonly<Record<string, Open>> = {
  'GET /': home,
  'GET /sign-in': signIn,
  'GET /sign-in/callback': cameBack,
  'POST /sign-out': signOut,
  'GET /signed-out': signedOut,
  'GET /timed-out': timedOut,
  'GET /session': session,
  'POST /keep': keep,
  'GET /help': still('pages/account/help.njk', 'Get help'),
  'GET /accessibility': still('pages/account/accessibility.njk', 'Accessibility statement'),
  'GET /cookies': still('pages/account/cookies.njk', 'Cookies'),
}
