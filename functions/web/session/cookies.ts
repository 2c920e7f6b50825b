import type { APIGatewayProxyEvent } from 'aws-lambda'
import { headerOf } from '../../../shared/runtime/request.ts'

/** The names and settings of cookies: over HTTPS they are bound to this host and never sent without it. */
export type Cookies = {
  readonly read: (event: APIGatewayProxyEvent, name: string) => string | undefined
  /** A `Set-Cookie` header that lasts until the browser is closed, or for so many seconds. */
  readonly set: (name: string, value: string, seconds?: number) => string
  readonly clear: (name: string) => string
}

/** Cookies of a service at an address. `__Host-` makes the browser refuse one that another host or path set. */
export const cookiesFor = (serviceUrl: string): Cookies => {
  const isSecure = serviceUrl.startsWith('https://')
  const nameOf = (name: string) => (isSecure ? `__Host-${name}` : name)
  const settings = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  const set: Cookies['set'] = (name, value, seconds) =>
    `${nameOf(name)}=${value}; ${settings}${seconds === undefined ? '' : `; Max-Age=${seconds}`}`
  return {
    set,
    clear: (name) => set(name, '', 0),
    read: (event, name) =>
      headerOf(event, 'cookie')
        ?.split(';')
        .map((cookie) => cookie.trim())
        .find((cookie) => cookie.startsWith(`${nameOf(name)}=`))
        ?.slice(nameOf(name).length + 1) || undefined,
  }
}
