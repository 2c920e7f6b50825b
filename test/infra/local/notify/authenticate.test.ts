import { randomUUID } from 'node:crypto'
import { SignJWT, UnsecuredJWT } from 'jose'
import { NotifyClient } from 'notifications-node-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NotifyStandIn } from '../../../../infra/local/notify/notify.ts'
import { runNotify, templateId } from './running-notify.ts'

const now = new Date('2026-06-01T09:00:00.700Z')
let notify: NotifyStandIn
let serviceId = ''
let secret = ''

beforeAll(async () => {
  notify = await runNotify({ now: () => now })
  const groups = /^[a-z]+-(?<service>.{36})-(?<secret>.{36})$/.exec(notify.apiKey)?.groups
  serviceId = groups?.['service'] ?? ''
  secret = groups?.['secret'] ?? ''
})
afterAll(async () => {
  await notify.close()
})

const seconds = Math.floor(now.getTime() / 1000)
const encode = (text: string) => new TextEncoder().encode(text)

const sign = (claims: Record<string, unknown> = {}, key = secret, alg = 'HS256') =>
  new SignJWT({ iss: serviceId, iat: seconds, ...claims })
    .setProtectedHeader({ alg, typ: 'JWT' })
    .sign(encode(key))

const ask = async (authorization?: string, path = '/v2/notifications') => {
  const answer = await fetch(`${notify.url}${path}`, { ...(authorization && { headers: { authorization } }) })
  const body: unknown = await answer.json()
  return { status: answer.status, body }
}
const authError = (status: number, message: string) => ({
  status,
  body: { status_code: status, errors: [{ error: 'AuthError', message }] },
})

const bearer = async (token: Promise<string>) => ask(`Bearer ${await token}`)

describe('a token', () => {
  test.each([0, 30, -29])('signed %i seconds from the service’s time is good', async (drift) => {
    expect(await ask(`Bearer ${await sign({ iat: seconds + drift })}`)).toMatchObject({ status: 200 })
  })

  test.each([32, -31, -3600])('signed %i seconds from the service’s time is not', async (drift) => {
    const message = 'Error: Your system clock must be accurate to within 30 seconds'
    expect(await ask(`Bearer ${await sign({ iat: seconds + drift })}`)).toEqual(authError(403, message))
  })

  test('by the machine’s clock is refused when the service’s clock stands elsewhere', async () => {
    const request = new NotifyClient(notify.url, notify.apiKey).getNotifications()
    await expect(request).rejects.toMatchObject({ response: { status: 403 } })
  })

  test('must be there, and must be a bearer’s', async () => {
    expect(await ask()).toEqual(authError(401, 'Unauthorized: authentication token must be provided'))
    const message = 'Unauthorized: authentication bearer scheme must be used'
    expect(await ask('Basic abc')).toEqual(authError(401, message))
  })

  test('of another key, another service or another algorithm is refused', async () => {
    expect(await bearer(sign({}, randomUUID()))).toEqual(authError(403, 'Invalid token: API key not found'))
    expect(await bearer(sign({ iss: randomUUID() }))).toEqual(
      authError(403, 'Invalid token: service not found'),
    )
    const algorithm = authError(403, 'Invalid token: algorithm used is not HS256')
    expect(await bearer(sign({}, secret + secret, 'HS512'))).toEqual(algorithm)
  })

  test('that is no token, has no time or has no signature is refused', async () => {
    const unsigned = new UnsecuredJWT({ iss: serviceId, iat: seconds }).encode()
    for (const token of ['nonsense', unsigned, await sign({ iat: undefined })]) {
      expect(await ask(`Bearer ${token}`)).toMatchObject({ status: 403 })
    }
  })
})

describe('with a good token', () => {
  test('a body that is not JSON is refused', async () => {
    const answer = await fetch(`${notify.url}/v2/notifications/email`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await sign()}` },
      body: '{',
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({
      status_code: 400,
      errors: [{ error: 'BadRequestError', message: 'Invalid JSON supplied in POST data' }],
    })
  })

  test('every fault of a form is named', async () => {
    const answer = await fetch(`${notify.url}/v2/notifications/email`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await sign()}` },
      body: JSON.stringify({ template_id: 7, personalisation: [], extra: true }),
    })
    const messages = [
      'template_id is not a valid UUID',
      'email_address is a required property',
      'personalisation is not of type object',
      'Additional properties are not allowed (extra was unexpected)',
    ]
    expect(await answer.json()).toEqual({
      status_code: 400,
      errors: messages.map((message) => ({ error: 'ValidationError', message })),
    })
  })

  test('an e-mail is dated by the service’s clock', async () => {
    const answer = await fetch(`${notify.url}/v2/notifications/email`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await sign()}` },
      body: JSON.stringify({
        template_id: templateId,
        email_address: 'a@kent.uk',
        personalisation: { who: 'A' },
      }),
    })
    expect(answer.status).toBe(201)
    expect(notify.mailbox()).toMatchObject([{ to: 'a@kent.uk', sentAt: now.toISOString() }])
  })

  test('an address that is not there answers 404', async () => {
    expect(await ask(`Bearer ${await sign()}`, '/v2/templates')).toMatchObject({ status: 404 })
  })
})

test('it listens to this machine only', () => {
  expect(notify.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})
