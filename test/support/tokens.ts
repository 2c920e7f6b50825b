import { type CryptoKey, generateKeyPair, importJWK, SignJWT } from 'jose'
import { readKeys, signingAlgorithm } from '../../infra/local/identity/keys.ts'
import { audience, scope } from '../../infra/local/identity/provider.ts'

export type TokenOptions = {
  /** The running service's data folder, whose key signs unless another is given. */
  readonly dataDir: string
  /** The running service's address: its tokens' issuer is /oauth below it. */
  readonly baseUrl: string
  /** Claims beside, or in place of, the ordinary ones. */
  readonly claims?: Readonly<Record<string, unknown>>
  /** Seconds from now by real time until the token expires; negative for one that has. */
  readonly expiresIn?: number
  /** Signs in place of the service's own key, under the service's key id. */
  readonly key?: CryptoKey
}

/** A key that the service has never seen, of the kind it signs with. */
export const strangersKey = async (): Promise<CryptoKey> =>
  (await generateKeyPair(signingAlgorithm)).privateKey

/** An access token as the service would make it, except in what is asked to differ. */
export const mintToken = async (options: TokenOptions): Promise<string> => {
  const { dataDir, baseUrl, claims = {}, expiresIn = 3600 } = options
  const keys = await readKeys(dataDir)
  if (!keys) throw new Error(`${dataDir} has no keys: start the service there first`)
  const { signing } = keys
  const now = Math.floor(Date.now() / 1000)
  const ordinary = { iss: `${baseUrl}/oauth`, aud: audience, scope, iat: now, exp: now + expiresIn }
  return new SignJWT({
    ...ordinary,
    sub: 'ukfiu',
    name: 'UKFIU officer',
    role: 'ukfiu',
    restricted: 'true',
    ...claims,
  })
    .setProtectedHeader({ alg: signingAlgorithm, typ: 'at+jwt', kid: signing.kid })
    .sign(options.key ?? (await importJWK(signing, signingAlgorithm)))
}
