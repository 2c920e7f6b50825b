import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Identity, openIdentity } from '../../../../infra/local/identity/identity.ts'

const organisations = [
  { code: 'kent', name: 'Kent Police' },
  { code: 'border-force', name: 'Border Force' },
]

export type RunningIdentity = Identity & {
  readonly dataDir: string
  readonly baseUrl: string
  readonly stop: () => Promise<void>
}

/** The identity service behind a server of its own, as the runner mounts it, in a folder that goes when it stops. */
export const runIdentity = async (): Promise<RunningIdentity> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'identity-'))
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const baseUrl = `http://127.0.0.1:${address.port}`
  const identity = await openIdentity({ dataDir, baseUrl, organisations })
  server.on('request', identity.handle)
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
    identity.close()
    await rm(dataDir, { recursive: true })
  }
  return { ...identity, dataDir, baseUrl, stop }
}

/** Posts a form to the token endpoint. */
export const requestToken = (
  { baseUrl }: RunningIdentity,
  form: Record<string, string>,
  authorization?: string,
) =>
  fetch(`${baseUrl}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    ...(authorization && { headers: { authorization } }),
  })
