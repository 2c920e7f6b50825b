import { generateKeyPair, importJWK, SignJWT, type JWTHeaderParameters } from 'jose'
import { createPublicKey } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audience, scope } from '../../../infra/local/identity/provider.ts'
import { publicKeyOf, readKeys, type IdentityKeys } from '../../../infra/local/identity/keys.ts'
import { referralIdFrom } from '../../../shared/domain/referral-id.ts'
import type { Service } from '../../support/service.ts'
import { mintToken } from '../../support/tokens.ts'
import { register, setClock } from '../support/referring.ts'
import { startTrial } from '../support/trial.ts'

/** Tokens that are not good, and references that are guessed. */

let service: Service
let keys: IdentityKeys
let ukfiu: string

beforeAll(async () => {
  service = await startTrial()
  await setClock(service)
  const found = await readKeys(service.dataDir)
  if (!found) throw new Error('The service has no keys')
  keys = found
  ukfiu = await service.token('ukfiu')
})
afterAll(() => service.close())

const seconds = () => Math.floor(Date.now() / 1000)
const claims = () => ({
  iss: `${service.url}/oauth`,
  aud: audience,
  scope,
  sub: 'ukfiu',
  name: 'UKFIU officer',
  role: 'ukfiu',
  iat: seconds(),
  exp: seconds() + 600,
})
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const own = () => importJWK(keys.signing, 'RS256')
const header = (): JWTHeaderParameters => ({ alg: 'RS256', typ: 'at+jwt', kid: keys.signing.kid })
const signed = async (more: object, protectedHeader = header()) =>
  new SignJWT({ ...claims(), ...more }).setProtectedHeader(protectedHeader).sign(await own())

const byPublicKey = async (secret: Uint8Array) =>
  new SignJWT(claims()).setProtectedHeader({ ...header(), alg: 'HS256' }).sign(secret)

const publicKey = () => createPublicKey({ key: { ...publicKeyOf(keys) }, format: 'jwk' })
const asText = (type: 'spki' | 'pkcs1') =>
  new TextEncoder().encode(publicKey().export({ type, format: 'pem' }).toString())

const bad: Readonly<Record<string, () => Promise<string>>> = {
  'that has expired': () => signed({ exp: seconds() - 1 }),
  'that is not good yet': () => signed({ nbf: seconds() + 600 }),
  'that never expires': () => signed({ exp: undefined }),
  'for another audience': () => signed({ aud: 'another' }),
  'for no audience': () => signed({ aud: undefined }),
  'of another issuer': () => signed({ iss: 'https://elsewhere.example/oauth' }),
  'of an issuer that begins alike': () => signed({ iss: `${service.url}/oauth/` }),
  'without a subject': () => signed({ sub: undefined }),
  'without the scope': () => signed({ scope: undefined }),
  'with another scope': () => signed({ scope: `${scope}r` }),
  'with the scope in a list': () => signed({ scope: [scope] }),
  'that nobody signed': () =>
    Promise.resolve(`${encoded({ alg: 'none', typ: 'at+jwt' })}.${encoded(claims())}.`),
  'that nobody signed, in capitals': () =>
    Promise.resolve(`${encoded({ alg: 'NONE' })}.${encoded(claims())}.`),
  'whose signature was taken off': async () => (await signed({})).replace(/[^.]+$/, ''),
  'whose claims were changed': async () => (await signed({})).replace(/\.[^.]+\./, `.${encoded(claims())}x.`),
  'signed with a key of somebody else': async () => {
    const { privateKey } = await generateKeyPair('RS256')
    return new SignJWT(claims()).setProtectedHeader(header()).sign(privateKey)
  },
  'signed with a key of somebody else, without its name': async () => {
    const { privateKey } = await generateKeyPair('RS256')
    return new SignJWT(claims()).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
  },
  'that brings its own key': async () => {
    const { privateKey } = await generateKeyPair('RS256')
    const jwk = { kty: 'RSA', n: keys.signing.n, e: keys.signing.e }
    return new SignJWT(claims()).setProtectedHeader({ ...header(), jwk }).sign(privateKey)
  },
  'whose key’s name is a path': () => signed({}, { ...header(), kid: '../../etc/passwd' }),
  'whose key’s name is a query': () => signed({}, { ...header(), kid: "x' or '1'='1" }),
  'with a header that must be understood': async () =>
    new SignJWT(claims())
      .setProtectedHeader({ ...header(), crit: ['trial'], trial: true })
      .sign(await own(), { crit: { trial: true } }),
  'sealed with the public key as if it were a secret': () => byPublicKey(asText('spki')),
  'sealed with the bytes of the public key': () =>
    byPublicKey(new Uint8Array(publicKey().export({ type: 'spki', format: 'der' }))),
  'sealed with the other form of the public key': () => byPublicKey(asText('pkcs1')),
  'sealed with the modulus': () => byPublicKey(Buffer.from(keys.signing.n, 'base64url')),
  'in three empty parts': () => Promise.resolve('..'),
  'that is no token': () => Promise.resolve('letmein'),
  'of many bytes': () => Promise.resolve(`${'a'.repeat(6000)}.${'b'.repeat(2000)}.c`),
}

test('the ordinary token is good', async () => {
  const { status } = await service.call('GET', '/v1/non-responses', undefined, await signed({}))
  expect(status).toBe(200)
})

test.each(Object.keys(bad))('a token %s opens nothing', async (kind) => {
  const token = (await bad[kind]?.()) ?? ''
  const { status, headers, body } = await service.call('GET', '/v1/non-responses', undefined, token)
  expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  expect(body).toMatchObject({ status: 401 })
})

test.each([['Basic dWtmaXU6bG9jYWw='], ['bearer'], ['Bearer'], ['Token x']])(
  'the header "%s" opens nothing',
  async (authorization) => {
    const response = await fetch(`${service.url}/v1/referrals`, { headers: { authorization } })
    expect(response.status).toBe(401)
  },
)

test('a token in the address, in a cookie or twice in the header opens nothing', async () => {
  const places = [
    fetch(`${service.url}/v1/referrals?access_token=${ukfiu}`),
    fetch(`${service.url}/v1/referrals`, { headers: { cookie: `access_token=${ukfiu}; session=${ukfiu}` } }),
    fetch(`${service.url}/v1/referrals`, { headers: { authorization: `Bearer ${ukfiu}, Bearer ${ukfiu}` } }),
  ]
  expect((await Promise.all(places)).map(({ status }) => status)).toEqual([401, 401, 401])
})

/** Signed by the service's own key, as if whoever makes the claims had been talked into it. */
const forged: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'two roles': { role: ['force', 'ukfiu'] },
  'a role nobody has': { role: 'admin' },
  'a role in capitals': { role: 'UKFIU' },
  'a role with a space': { role: 'ukfiu ' },
  'a role as an object': { role: { ukfiu: true } },
  'an empty role': { role: '' },
  'no role': { role: undefined },
  'a force without an organisation': { role: 'force', organisation: undefined },
  'a force with an empty organisation': { role: 'force', organisation: '' },
  'a name of the prototype for a role': { role: 'constructor' },
}

describe('claims of', () => {
  test.each(Object.keys(forged))('%s may do nothing', async (kind) => {
    const token = await mintToken({ ...service, baseUrl: service.url, claims: forged[kind] ?? {} })
    const paths = ['/v1/referrals', '/v1/non-responses', '/v1/assessments/2026-27', '/v1/access-log']
    const replies = await Promise.all(paths.map((path) => service.call('GET', path, undefined, token)))
    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  })

  test.each([['__proto__'], ['constructor'], ['kent,essex'], ['*'], ['Kent']])(
    'the organisation "%s" show nothing of Kent’s',
    async (organisation) => {
      const id = await register(service, ukfiu)
      const token = await mintToken({
        ...service,
        baseUrl: service.url,
        claims: { role: 'force', organisation, restricted: 'true' },
      })
      const read = await service.call('GET', `/v1/referrals/${id}`, undefined, token)
      const list = await service.call('GET', '/v1/referrals?limit=100', undefined, token)
      expect([read.status, JSON.stringify(list.body).includes(id), list.status < 500]).toEqual([
        404,
        false,
        true,
      ])
    },
  )

  test.each([['TRUE'], ['1'], [1], ['yes'], [undefined], [['true', 'false']]])(
    'restricted %j are not a right to what is restricted',
    async (restricted) => {
      const id = await register(service, ukfiu, { restricted: true })
      const token = await mintToken({
        ...service,
        baseUrl: service.url,
        claims: { role: 'force', organisation: 'kent', restricted },
      })
      const { status } = await service.call('GET', `/v1/referrals/${id}`, undefined, token)
      expect([403, 404]).toContain(status)
    },
  )
})

describe('a reference that is guessed', () => {
  test('is one of 32 to the power of 8, each letter as likely as any other', () => {
    const letters = Array.from({ length: 256 }, (_, byte) =>
      referralIdFrom(new Uint8Array(8).fill(byte)).at(-1),
    )
    const counted = [...Map.groupBy(letters, (letter) => letter)].map(([, all]) => all.length)
    expect(counted).toEqual(Array.from({ length: 32 }, () => 8))
    // At the 50 requests a second that the whole service takes, with 10,000 referrals to hit.
    const guesses = 32 ** 8 / 10_000
    expect(guesses / 50 / 86_400).toBeGreaterThan(25)
  })

  test('and hits tells no more than one that misses', async () => {
    const id = await register(service, ukfiu)
    const essex = await service.token('force-essex')
    const guesses = Array.from({ length: 40 }, (_, place) =>
      referralIdFrom(Uint8Array.from({ length: 8 }, (__, byte) => (place * 31 + byte * 7) % 256)),
    )
    const told = new Set<string>()
    for (const each of [id, ...guesses]) {
      const { status, body } = await service.call('GET', `/v1/referrals/${each}`, undefined, essex)
      told.add(`${status} ${JSON.stringify(body)}`)
    }
    expect([...told]).toHaveLength(1)
  })
})
