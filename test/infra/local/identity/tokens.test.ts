import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { requestToken, runIdentity, type RunningIdentity } from './running-identity.ts'

const tokenAnswer = z.object({
  access_token: z.string(),
  token_type: z.string(),
  expires_in: z.number(),
  scope: z.string(),
})
const discovery = z.object({ issuer: z.string(), token_endpoint: z.string(), jwks_uri: z.string() })

let identity: RunningIdentity
const heard = {
  warn: vi.spyOn(console, 'warn'),
  info: vi.spyOn(console, 'info'),
  error: vi.spyOn(console, 'error'),
}

beforeAll(async () => {
  identity = await runIdentity()
})
afterAll(async () => {
  await identity.stop()
  vi.restoreAllMocks()
})

const tokenFor = async (client_id: string) => {
  const form = { grant_type: 'client_credentials', client_id, client_secret: 'local' }
  return tokenAnswer.parse(await (await requestToken(identity, form)).json())
}

const discovered = async () =>
  discovery.parse(await (await fetch(`${identity.baseUrl}/oauth/.well-known/openid-configuration`)).json())

/** What any outside library makes of a token: keys found by discovery, issuer and audience demanded. */
const readByAnyone = async (token: string) => {
  const { issuer, jwks_uri } = await discovered()
  const demands = { issuer, audience: 'sar-outcomes', algorithms: ['RS256'] }
  return (await jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)), demands)).payload
}

describe('discovery', () => {
  test('names the issuer and endpoints under /oauth', async () => {
    const { issuer, token_endpoint, jwks_uri } = await discovered()
    expect(issuer).toBe(`${identity.baseUrl}/oauth`)
    expect(token_endpoint).toBe(`${identity.baseUrl}/oauth/token`)
    expect(jwks_uri).toBe(`${identity.baseUrl}/oauth/jwks`)
  })

  test('shows the public half of the key only', async () => {
    const { jwks_uri } = await discovered()
    const { keys } = z
      .object({ keys: z.array(z.record(z.string(), z.unknown())) })
      .parse(await (await fetch(jwks_uri)).json())
    expect(keys.map((key) => Object.keys(key).toSorted())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']])
  })
})

describe('client credentials', () => {
  test('a client that names no scope gets all of its own, for an hour', async () => {
    const { token_type, expires_in, scope } = await tokenFor('ukfiu')
    expect({ token_type, expires_in, scope }).toEqual({
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'sar-outcomes/use',
    })
  })

  test.each([
    ['ukfiu', { role: 'ukfiu', name: 'UKFIU officer', restricted: 'true' }],
    ['sta-author', { role: 'sta_author', name: 'STA author', restricted: 'false' }],
    ['sta-approver', { role: 'sta_approver', name: 'STA approver', restricted: 'false' }],
    ['auditor', { role: 'auditor', name: 'Auditor', restricted: 'false' }],
    [
      'force-kent',
      { role: 'force', name: 'Kent Police professional standards', organisation: 'kent', restricted: 'true' },
    ],
    [
      'force-border-force',
      {
        role: 'force',
        name: 'Border Force professional standards',
        organisation: 'border-force',
        restricted: 'true',
      },
    ],
  ])('%s gets a signed token that says who it is', async (client, claims) => {
    const { access_token } = await tokenFor(client)
    expect(decodeProtectedHeader(access_token)).toMatchObject({ alg: 'RS256', typ: 'at+jwt' })
    const { iat = 0, exp, jti, client_id, iss, aud, ...told } = await readByAnyone(access_token)
    expect(told).toEqual({ sub: client, scope: 'sar-outcomes/use', ...claims })
    expect(exp).toBe(iat + 3600)
    expect({ jti: typeof jti, client_id, iss, aud }).toEqual({
      jti: 'string',
      client_id: client,
      iss: `${identity.baseUrl}/oauth`,
      aud: 'sar-outcomes',
    })
  })

  test('the secret may come by HTTP Basic', async () => {
    const authorization = `Basic ${btoa('force-kent:local')}`
    const answer = await requestToken(identity, { grant_type: 'client_credentials' }, authorization)
    expect(answer.status).toBe(200)
    const { access_token } = tokenAnswer.parse(await answer.json())
    expect(await readByAnyone(access_token)).toMatchObject({ sub: 'force-kent' })
  })

  const credentials = { grant_type: 'client_credentials', client_id: 'ukfiu', client_secret: 'local' }
  test.each([
    ['a wrong secret', { ...credentials, client_secret: 'wrong' }, 401, 'invalid_client'],
    ['a client that is not there', { ...credentials, client_id: 'force-nowhere' }, 401, 'invalid_client'],
    ['no secret', { grant_type: 'client_credentials', client_id: 'ukfiu' }, 401, 'invalid_client'],
    ['a scope that is not there', { ...credentials, scope: 'sar-outcomes/rule' }, 400, 'invalid_scope'],
    ['another API', { ...credentials, resource: 'urn:another' }, 400, 'invalid_target'],
    ['another grant', { ...credentials, grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no grant', { client_id: 'ukfiu', client_secret: 'local' }, 400, 'invalid_request'],
  ])('%s is refused in OAuth’s own words', async (_what, form, status, error) => {
    const answer = await requestToken(identity, form)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(await answer.json()).toMatchObject({ error, error_description: expect.any(String) })
  })

  test('a page of another site gets none', async () => {
    const answer = await fetch(`${identity.baseUrl}/oauth/token`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'ukfiu',
        client_secret: 'local',
      }),
    })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('no client may sign anyone in yet, and a browser is told so in plain text', async () => {
    const query = new URLSearchParams({ client_id: 'ukfiu', response_type: 'code', scope: 'openid' })
    const answer = await fetch(`${identity.baseUrl}/oauth/auth?${query.toString()}`, {
      headers: { accept: 'text/html' },
    })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(await answer.text()).toMatch(/^invalid_request/)
  })
})

test('an address below /oauth that is not there answers 404', async () => {
  expect((await fetch(`${identity.baseUrl}/oauth/nowhere`)).status).toBe(404)
  expect((await fetch(`${identity.baseUrl}/oauth`)).status).toBe(404)
})

test('nothing of this needed a warning on the console', () => {
  expect(heard.warn).not.toHaveBeenCalled()
  expect(heard.info).not.toHaveBeenCalled()
  expect(heard.error).not.toHaveBeenCalled()
})
