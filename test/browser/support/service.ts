import { inject } from 'vitest'
import * as z from 'zod'

/** Where the service is that all browser tests share. */
export const serviceUrl = (): string => inject('serviceUrl')

const token = z.object({ access_token: z.string() })

/** Calls the API as a client such as `ukfiu` or `force-kent`, and answers with the body. Throws over a refusal. */
export const call = async (
  client: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> => {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: client,
    client_secret: 'local',
  })
  const asked = await fetch(`${serviceUrl()}/oauth/token`, { method: 'POST', body: form })
  const { access_token: bearer } = token.parse(await asked.json())
  const response = await fetch(serviceUrl() + path, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`)
  return answer
}

const clock = z.object({ now: z.string() })

/** The service's time. */
const now = async (): Promise<Date> => {
  const response = await fetch(`${serviceUrl()}/local/clock`)
  return new Date(clock.parse(await response.json()).now)
}

/** The London day that it is for the service, `2026-06-03`. */
export const today = async (): Promise<string> =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(await now())

/** Moves the service's time on by so many minutes. Everybody who is signed in grows idle by so much. */
export const moveOn = async (minutes: number): Promise<void> => {
  const then = new Date((await now()).getTime() + minutes * 60_000).toISOString()
  const response = await fetch(`${serviceUrl()}/local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: then }),
  })
  if (!response.ok) throw new Error(`The clock could not be moved: ${response.status}`)
}

let registered = 0
const registeredReferral = z.object({ id: z.string() })

/** Registers a referral with an organisation, and answers with its reference. */
export const refer = async (
  organisation: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  registered += 1
  const referral = {
    sarReference: `BROWSER-${process.pid}-${registered}-${Math.random().toString(36).slice(2, 8)}`,
    organisation,
    referredOn: await today(),
    subjectType: 'police_officer',
    linkType: 'direct',
    identificationBasis: 'employer_stated_in_sar',
    apparentConcern: 'possible_corruption',
    handling: 'P',
    ...more,
  }
  return registeredReferral.parse(await call('ukfiu', 'POST', '/v1/referrals', referral)).id
}
