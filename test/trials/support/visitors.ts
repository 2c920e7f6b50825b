import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { cookiesFor } from '../../../functions/web/session/cookies.ts'
import { csrfToken } from '../../../functions/web/session/csrf.ts'
import { sealBy } from '../../../functions/web/session/seal.ts'
import { readKeys, sessionSecretOf } from '../../../infra/local/identity/keys.ts'
import type { Service } from '../../support/service.ts'

/** Somebody in a browser: the cookie of their session, and what their forms carry. */
export type Browser = { readonly cookie: string; readonly csrf: string }

const clock = z.object({ now: z.string() })

/** A session as the service would seal it for somebody with these claims, begun now by the service's clock. */
export const signedIn = async (
  service: Service,
  claims: Readonly<Record<string, string>>,
): Promise<Browser> => {
  const keys = await readKeys(service.dataDir)
  if (!keys) throw new Error('The service has no keys yet')
  const now = Date.parse(clock.parse((await service.call('GET', '/local/clock')).body).now)
  const csrf = randomBytes(32).toString('base64url')
  const contents = { claims, csrf, startedAt: now, seenAt: now }
  const cookie = cookiesFor(service.url).set('session', await sealBy(sessionSecretOf(keys)).close(contents))
  return { cookie: cookie.split(';')[0] ?? '', csrf: csrfToken(csrf) }
}

export type Visited = { readonly status: number; readonly headers: Headers; readonly text: string }

type Fields = Readonly<Record<string, string | readonly string[]>>

const formOf = (fields: Fields): URLSearchParams =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, each]),
    ),
  )

/** Asks for a page, or sends its form, as somebody's browser does; follows nothing. */
export const visit = async (
  { url }: Service,
  path: string,
  browser: Browser | undefined,
  form?: Fields,
): Promise<Visited> => {
  const response = await fetch(`${url}${path}`, {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { ...(browser && { cookie: browser.cookie }) },
    ...(form && { body: formOf({ ...form, ...(browser && { _csrf: browser.csrf }) }) }),
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
