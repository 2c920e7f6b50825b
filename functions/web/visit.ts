import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import type { Dependencies } from './dependencies.ts'
import type { Shown } from './page.ts'
import { render, type Rendering } from './render/render.ts'
import type { Visitor, Sessions } from './session/session.ts'
import type { SignIn } from './session/sign-in.ts'

/** The parts of the web function that are the same for every request. */
export type Web = {
  readonly dependencies: Dependencies
  readonly rendering: Rendering
  readonly sessions: Sessions
  readonly signIn: SignIn
  readonly serviceUrl: string
  readonly headers: Readonly<Record<string, string>>
}

/** One request of one visitor. */
export type Visit = {
  readonly event: APIGatewayProxyEvent
  readonly visitor: Visitor
  /** Milliseconds since 1970. */
  readonly now: number
}

/** An answer with a body, and with cookies if there are any. */
export const respond = (
  { headers }: Pick<Web, 'headers'>,
  statusCode: number,
  body: string,
  cookies: readonly string[] = [],
): APIGatewayProxyResult => ({
  statusCode,
  headers: { ...headers },
  ...(cookies.length > 0 && { multiValueHeaders: { 'set-cookie': [...cookies] } }),
  body,
})

/** Sends the browser elsewhere, with GET. */
export const sendTo = (
  web: Pick<Web, 'headers'>,
  location: string,
  cookies: readonly string[] = [],
): APIGatewayProxyResult => {
  const answer = respond(web, 303, '', cookies)
  return { ...answer, headers: { ...answer.headers, location } }
}

/** A page as an answer; it names who is there when somebody is. */
export const respondWith = (
  web: Web,
  { event, visitor, now }: Visit,
  shown: Shown,
  cookies: readonly string[] = [],
): APIGatewayProxyResult => {
  const session = visitor.kind === 'signed_in' ? visitor.session : undefined
  return respond(web, shown.status, render(web.rendering, shown, { path: event.path, session, now }), cookies)
}
