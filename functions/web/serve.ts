import type { APIGatewayProxyResult } from 'aws-lambda'
import { dropDraft, findDraft } from '../../shared/actions/drafts.ts'
import type { DraftValues } from '../../shared/contracts/draft.ts'
import { referralId } from '../../shared/contracts/values.ts'
import { londonDate } from '../../shared/domain/dates.ts'
import type { Principal } from '../../shared/domain/principal.ts'
import { logAccess, loggedPrincipal } from '../../shared/runtime/log-access.ts'
import { keepTyped } from './account.ts'
import { csrfField, readFields } from './form/read.ts'
import { matchPage, type Match } from './match.ts'
import { formRefused, noAccess, notAllowed, notFound, unreadableForm } from './messages.ts'
import type { PageAnswer } from './page.ts'
import { pageOfRefusal } from './refusal.ts'
import { pages } from './pages.ts'
import { isFromElsewhere, isOwnForm } from './session/csrf.ts'
import type { Session } from './session/session.ts'
import { respondWith, sendTo, type Visit, type Web } from './visit.ts'

const withQuery = ({ event }: Visit): string => {
  const query = new URLSearchParams(
    Object.entries(event.queryStringParameters ?? {}).map(([name, value]): [string, string] => [
      name,
      value ?? '',
    ]),
  ).toString()
  return query === '' ? event.path : `${event.path}?${query}`
}

/** Somebody who isn't signed in goes and signs in, and comes back; what a form holds goes with them. */
const signInFirst = async (web: Web, visit: Visit): Promise<APIGatewayProxyResult> => {
  const returnTo = encodeURIComponent(withQuery(visit))
  if (visit.event.httpMethod !== 'POST') return sendTo(web, `/sign-in?returnTo=${returnTo}`)
  await keepTyped(web, visit, visit.event.path)
  return sendTo(web, `/timed-out?returnTo=${returnTo}`)
}

type Asked = {
  readonly match: Match
  readonly session: Session
  readonly principal: Principal
}

/** A page keeps its form at its own path: so what was kept of a form is found where the form is shown. */
const keptFor = async ({ dependencies }: Web, { event }: Visit, { session }: Asked) => {
  const isForm = matchPage(pages, 'POST', event.path, session.principal?.role) !== undefined
  const key = { person: session.id, form: event.path }
  return event.httpMethod === 'GET' && isForm ? findDraft(dependencies)(key) : undefined
}

const serve = async (web: Web, visit: Visit, asked: Asked, form: DraftValues): Promise<PageAnswer> => {
  const { event } = visit
  const query = Object.entries(event.queryStringParameters ?? {}).map(([name, value]) => [name, value ?? ''])
  const request = {
    principal: asked.principal,
    path: event.path,
    params: asked.match.params,
    query: Object.fromEntries(query),
    form,
    kept: await keptFor(web, visit, asked),
    today: londonDate(web.dependencies.clock.now()),
  }
  return asked.match.page.serve(request, web.dependencies)
}

/** The form of a POST, or the page that says why it is not taken. */
const formOf = async (web: Web, { event }: Visit, { csrf }: Session) => {
  if (event.httpMethod === 'GET') return { fields: {}, wasKept: false }
  const sent = await readFields(event)
  if (!sent) return unreadableForm
  const { [csrfField]: token, _kept, ...fields } = sent
  if (isFromElsewhere(event, web.serviceUrl) || !isOwnForm(token?.[0], csrf)) return formRefused
  return { fields, wasKept: _kept !== undefined }
}

const answerTo = async (web: Web, visit: Visit, asked: Asked): Promise<PageAnswer> => {
  if (!asked.match.page.allowed.includes(asked.principal.role)) return notAllowed
  const form = await formOf(web, visit, asked.session)
  if (!('fields' in form)) return form
  const answered = await serve(web, visit, asked, form.fields)
  // What was kept of the form has been sent now.
  if (form.wasKept && answered.kind === 'moved') {
    await dropDraft(web.dependencies)({ person: asked.session.id, form: visit.event.path })
  }
  return answered
}

const responseTo = (web: Web, visit: Visit, answered: PageAnswer, cookies: readonly string[]) => {
  switch (answered.kind) {
    case 'moved':
      return sendTo(web, answered.to, cookies)
    case 'file':
      return fileResponse(web, answered, cookies)
    case 'refused':
      return respondWith(web, visit, pageOfRefusal(answered.refusal), cookies)
    case 'page':
      return respondWith(web, visit, answered, cookies)
  }
}

const fileResponse = (
  { headers }: Web,
  { contentType, name, body }: Extract<PageAnswer, { kind: 'file' }>,
  cookies: readonly string[],
): APIGatewayProxyResult => ({
  statusCode: 200,
  headers: {
    ...headers,
    'content-type': contentType,
    'content-disposition': `attachment; filename="${name}"`,
  },
  multiValueHeaders: { 'set-cookie': [...cookies] },
  body: typeof body === 'string' ? body : Buffer.from(body).toString('base64'),
  isBase64Encoded: typeof body !== 'string',
})

/** Where a path has an `{id}`, it is a referral's. */
const isReference = (id: string | undefined): boolean => id === undefined || referralId.safeParse(id).success

/** Answers with a page of the table of pages, but only with what could first be logged. */
export const servePage = async (web: Web, visit: Visit): Promise<APIGatewayProxyResult> => {
  const { event, visitor, now } = visit
  const { path, httpMethod } = event
  const principal = visitor.kind === 'signed_in' ? visitor.session.principal : undefined
  const match = matchPage(pages, httpMethod, path, principal?.role)
  if (!match || !isReference(match.params['id'])) return respondWith(web, visit, notFound)
  if (visitor.kind !== 'signed_in') return signInFirst(web, visit)
  const { session } = visitor
  const answered = principal ? await answerTo(web, visit, { match, session, principal }) : noAccess
  const response = responseTo(web, visit, answered, [await web.sessions.renew(session, now)])
  await logAccess(web.dependencies.accessLog, {
    requestId: event.requestContext.requestId,
    route: `page ${match.name}`,
    path,
    processing: match.page.logged,
    principal: principal ? loggedPrincipal(principal) : { id: session.id, name: '', role: 'unknown' },
    status: response.statusCode,
    asked: match.params['id'],
    shown: 'referrals' in answered ? answered.referrals : [],
  })
  return response
}
