import { decodeJwt, generateSecret, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openKeys } from '../../../../infra/local/identity/keys.ts'
import { mintToken, strangersKey, type TokenOptions } from '../../../support/tokens.ts'
import { runIdentity, type RunningIdentity } from './running-identity.ts'

const use = ['sar-outcomes/use']
let identity: RunningIdentity

beforeAll(async () => {
  identity = await runIdentity()
})
afterAll(async () => {
  await identity.stop()
})

const mint = (options: Omit<TokenOptions, 'dataDir' | 'baseUrl'> = {}) =>
  mintToken({ ...identity, ...options })
const verify = (token: string, scopes: readonly string[] = use) => identity.verify(`Bearer ${token}`, scopes)
const invalid = { ok: false, reason: 'invalid' }

describe('a good token', () => {
  test('answers its claims, every one a string, as API Gateway gives them', async () => {
    const claims = {
      sub: 'force-kent',
      role: 'force',
      organisation: 'kent',
      level: 3,
      asked: ['a', 'b'],
      at: { x: 1 },
    }
    const answer = await verify(await mint({ claims }))
    expect(answer).toMatchObject({
      ok: true,
      claims: {
        sub: 'force-kent',
        role: 'force',
        organisation: 'kent',
        scope: 'sar-outcomes/use',
        aud: 'sar-outcomes',
        level: '3',
        asked: 'a,b',
        at: '{"x":1}',
        exp: expect.stringMatching(/^\d+$/),
      },
    })
  })

  test('may be announced in any case, and passes where no scope is asked for', async () => {
    const token = await mint()
    expect(await identity.verify(`bearer ${token}`, use)).toMatchObject({ ok: true })
    expect(await verify(token, [])).toMatchObject({ ok: true })
  })

  test('holds its scope among others', async () => {
    const token = await mint({ claims: { scope: 'openid sar-outcomes/use' } })
    expect(await verify(token, ['sar-outcomes/use', 'openid'])).toMatchObject({ ok: true })
  })
})

test.each([undefined, ''])('no header (%j) is a missing token', async (header) => {
  expect(await identity.verify(header, use)).toEqual({ ok: false, reason: 'missing' })
})

test('a token that has run out is expired, by real time', async () => {
  expect(await verify(await mint({ expiresIn: -1 }))).toEqual({ ok: false, reason: 'expired' })
})

const ordinaryClaims = () => ({
  iss: `${identity.baseUrl}/oauth`,
  aud: 'sar-outcomes',
  sub: 'ukfiu',
  scope: use[0],
})

describe('is invalid:', () => {
  test.each(['Bearer', 'Bearer ', 'Bearer nonsense', 'Bearer a.b.c', 'Basic dWtmaXU6bG9jYWw=', 'Bearer a b'])(
    'the header %j',
    async (header) => {
      expect(await identity.verify(header, use)).toEqual(invalid)
    },
  )

  test('a token signed with another key under our key’s name', async () => {
    expect(await verify(await mint({ key: await strangersKey() }))).toEqual(invalid)
  })

  test('a token of another key, even when it has expired as well', async () => {
    expect(await verify(await mint({ key: await strangersKey(), expiresIn: -60 }))).toEqual(invalid)
  })

  test('a token altered after signing', async () => {
    const [header, , signature] = (await mint()).split('.')
    const claims = { ...decodeJwt(await mint()), sub: 'force-kent' }
    const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
    expect(await verify(`${header}.${payload}.${signature}`)).toEqual(invalid)
  })

  test.each([
    ['another issuer', { iss: 'http://127.0.0.1:1/oauth' }],
    ['another audience', { aud: 'another-service' }],
    ['no expiry', { exp: undefined }],
    ['nobody’s name', { sub: undefined }],
    ['no scope', { scope: undefined }],
    ['another scope', { scope: 'sar-outcomes/us' }],
    ['a start in the future', { nbf: Math.floor(Date.now() / 1000) + 3600 }],
  ])('a token with %s', async (_what, claims) => {
    expect(await verify(await mint({ claims }))).toEqual(invalid)
  })

  test('a token that says it needs no signature', async () => {
    expect(await verify(new UnsecuredJWT(ordinaryClaims()).setExpirationTime('1h').encode())).toEqual(invalid)
  })

  test('a token signed with a shared secret: the public key, which everyone has', async () => {
    const { signing } = await openKeys(identity.dataDir)
    const sign = (key: Parameters<SignJWT['sign']>[0]) =>
      new SignJWT(ordinaryClaims())
        .setProtectedHeader({ alg: 'HS256', kid: signing.kid })
        .setExpirationTime('1h')
        .sign(key)
    expect(await verify(await sign(new TextEncoder().encode(signing.n)))).toEqual(invalid)
    expect(await verify(await sign(await generateSecret('HS256')))).toEqual(invalid)
  })
})
