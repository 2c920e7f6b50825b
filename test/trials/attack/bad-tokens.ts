import { importJWK, SignJWT, type JWTHeaderParameters } from 'jose'
import { createPublicKey } from 'node:crypto'
import { audience, scope } from '../../../infra/local/identity/provider.ts'
import { publicKeyOf, readKeys, type IdentityKeys } from '../../../infra/local/identity/keys.ts'
import type { Service } from '../../support/service.ts'
import { strangersKey } from '../../support/tokens.ts'

/** The running service as who makes its tokens: what whoever forges them is up against. */
export type Issuer = { readonly url: string; readonly keys: IdentityKeys }

export const issuerOf = async ({ url, dataDir }: Service): Promise<Issuer> => {
  const keys = await readKeys(dataDir)
  if (!keys) throw new Error('The service has no keys')
  return { url, keys }
}

const seconds = () => Math.floor(Date.now() / 1000)
const claims = ({ url }: Issuer) => ({
  iss: `${url}/oauth`,
  aud: audience,
  scope,
  sub: 'ukfiu',
  name: 'UKFIU officer',
  role: 'ukfiu',
  iat: seconds(),
  exp: seconds() + 600,
})
const header = ({ keys }: Issuer): JWTHeaderParameters => ({
  alg: 'RS256',
  typ: 'at+jwt',
  kid: keys.signing.kid,
})
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const unsigned = (issuer: Issuer, alg: object) => `${encoded(alg)}.${encoded(claims(issuer))}.`

/** Signed by the service's own key, with other claims or another header than it would give. */
export const signed = async (issuer: Issuer, more: object = {}, otherHeader: object = {}) =>
  new SignJWT({ ...claims(issuer), ...more })
    .setProtectedHeader({ ...header(issuer), ...otherHeader })
    .sign(await importJWK(issuer.keys.signing, 'RS256'))

const byStranger = async (issuer: Issuer, protectedHeader: JWTHeaderParameters) =>
  new SignJWT(claims(issuer)).setProtectedHeader(protectedHeader).sign(await strangersKey())

/** By a service that asks the token itself how it is to be checked, what is public would be taken for the secret. */
const sealed = (issuer: Issuer, secret: Uint8Array) =>
  new SignJWT(claims(issuer)).setProtectedHeader({ ...header(issuer), alg: 'HS256' }).sign(secret)

const publicKey = ({ keys }: Issuer) => createPublicKey({ key: { ...publicKeyOf(keys) }, format: 'jwk' })
const asText = (issuer: Issuer, type: 'spki' | 'pkcs1') =>
  new TextEncoder().encode(publicKey(issuer).export({ type, format: 'pem' }).toString())

type Forgery = (issuer: Issuer) => string | Promise<string>

/** By what is wrong: "a token … opens nothing". */
export const badTokens: Readonly<Record<string, Forgery>> = {
  'that has expired': (issuer) => signed(issuer, { exp: seconds() - 1 }),
  'that is not good yet': (issuer) => signed(issuer, { nbf: seconds() + 600 }),
  'that never expires': (issuer) => signed(issuer, { exp: undefined }),
  'for another audience': (issuer) => signed(issuer, { aud: 'another' }),
  'for no audience': (issuer) => signed(issuer, { aud: undefined }),
  'of another issuer': (issuer) => signed(issuer, { iss: 'https://elsewhere.example/oauth' }),
  'of an issuer that begins alike': (issuer) => signed(issuer, { iss: `${issuer.url}/oauth/` }),
  'without a subject': (issuer) => signed(issuer, { sub: undefined }),
  'without the scope': (issuer) => signed(issuer, { scope: undefined }),
  'with another scope': (issuer) => signed(issuer, { scope: `${scope}r` }),
  'with the scope in a list': (issuer) => signed(issuer, { scope: [scope] }),
  'that nobody signed': (issuer) => unsigned(issuer, { alg: 'none', typ: 'at+jwt' }),
  'that nobody signed, in capitals': (issuer) => unsigned(issuer, { alg: 'NONE' }),
  'whose signature was taken off': async (issuer) => (await signed(issuer)).replace(/[^.]+$/, ''),
  'whose claims were changed': async (issuer) =>
    (await signed(issuer)).replace(/\.[^.]+\./, `.${encoded(claims(issuer))}x.`),
  'signed with a key of somebody else': (issuer) => byStranger(issuer, header(issuer)),
  'signed with a key of somebody else, without its name': (issuer) => byStranger(issuer, { alg: 'RS256' }),
  'that brings its own key': (issuer) => {
    const { n, e } = issuer.keys.signing
    return byStranger(issuer, { ...header(issuer), jwk: { kty: 'RSA', n, e } })
  },
  'whose key’s name is a path': (issuer) => signed(issuer, {}, { kid: '../../etc/passwd' }),
  'whose key’s name is a query': (issuer) => signed(issuer, {}, { kid: "x' or '1'='1" }),
  'with a header that must be understood': async (issuer) =>
    new SignJWT(claims(issuer))
      .setProtectedHeader({ ...header(issuer), crit: ['trial'], trial: true })
      .sign(await importJWK(issuer.keys.signing, 'RS256'), { crit: { trial: true } }),
  'sealed with the public key as if it were a secret': (issuer) => sealed(issuer, asText(issuer, 'spki')),
  'sealed with the bytes of the public key': (issuer) =>
    sealed(issuer, new Uint8Array(publicKey(issuer).export({ type: 'spki', format: 'der' }))),
  'sealed with the other form of the public key': (issuer) => sealed(issuer, asText(issuer, 'pkcs1')),
  'sealed with the modulus': (issuer) => sealed(issuer, Buffer.from(issuer.keys.signing.n, 'base64url')),
  'in three empty parts': () => '..',
  'that is no token': () => 'letmein',
  'of many bytes': () => `${'a'.repeat(6000)}.${'b'.repeat(2000)}.c`,
}

/** Claims that the service's own key signed, as if whoever makes them had been talked into it. */
export const forgedClaims: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
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
