import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import * as z from 'zod'
import { StartRefused } from '../start-refused.ts'

export const signingAlgorithm = 'RS256'

const signingKey = z.object({
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
  kid: z.string(),
  alg: z.literal(signingAlgorithm),
  use: z.literal('sig'),
})

const identityKeys = z.object({ signing: signingKey, cookieSecret: z.string().min(32) })

export type IdentityKeys = z.infer<typeof identityKeys>

const fileIn = (dataDir: string) => join(dataDir, 'identity', 'keys.json')

const createKeys = async (): Promise<IdentityKeys> => {
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true })
  const jwk = await exportJWK(privateKey)
  const kid = await calculateJwkThumbprint(jwk)
  return identityKeys.parse({
    signing: { ...jwk, kid, alg: signingAlgorithm, use: 'sig' },
    cookieSecret: randomBytes(32).toString('base64url'),
  })
}

/** Written beside and renamed, so that a kill leaves either no keys or whole ones. */
const saveKeys = async (path: string, keys: IdentityKeys): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, JSON.stringify(keys), { mode: 0o600 })
  await rename(draft, path)
}

const isMissingFile = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

const keysIn = (path: string, text: string): IdentityKeys => {
  try {
    return identityKeys.parse(JSON.parse(text))
  } catch {
    throw new StartRefused(
      `${path} can't be read: delete it, which signs everyone out, or choose another DATA_DIR.`,
    )
  }
}

/** The keys of a data folder, or undefined when it has none yet; refuses the start over a damaged file. */
export const readKeys = async (dataDir: string): Promise<IdentityKeys | undefined> => {
  const path = fileIn(dataDir)
  try {
    return keysIn(path, await readFile(path, 'utf8'))
  } catch (error) {
    if (isMissingFile(error)) return undefined
    throw error
  }
}

/** The keys of a data folder, made the first time, so that tokens and sessions outlive a restart. */
export const openKeys = async (dataDir: string): Promise<IdentityKeys> => {
  const known = await readKeys(dataDir)
  if (known) return known
  const keys = await createKeys()
  await saveKeys(fileIn(dataDir), keys)
  return keys
}

/** What anyone may know of the signing key. */
export const publicKeyOf = ({ signing: { kty, n, e, kid, alg, use } }: IdentityKeys): JWK => ({
  kty,
  n,
  e,
  kid,
  alg,
  use,
})

/** What seals the cookies of the pages: it stays the same over restarts, so that nobody is signed out by one. */
export const sessionSecretOf = ({ cookieSecret }: IdentityKeys): string =>
  createHmac('sha256', cookieSecret).update('sessions of the pages').digest('hex')
