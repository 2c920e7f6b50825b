import type { IncomingMessage, ServerResponse } from 'node:http'
import { openArtifacts } from './artifacts.ts'
import { choosing } from './choosing.ts'
import { openKeys, sessionSecretOf } from './keys.ts'
import { type NamedOrganisation, peopleOf, principalsOf } from './principals.ts'
import { choosePath, createProvider, pagesClient } from './provider.ts'
import { verifierOf, type Verify } from './verify.ts'

export type { Verification } from './verify.ts'

export type Identity = {
  /** Answers every request whose path is /oauth or begins with /oauth/. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void
  readonly verify: Verify
  /** What the pages are told of it. */
  readonly pages: { readonly issuer: string; readonly clientId: string; readonly sessionSecret: string }
  readonly close: () => void
}

export type IdentityOptions = {
  readonly dataDir: string
  /** Where the service is reached, without a slash at the end; tokens are good for this address only. */
  readonly baseUrl: string
  readonly organisations: readonly NamedOrganisation[]
}

const mountPath = '/oauth'

/** The provider sees paths below its mount and takes the mount from the address that was asked for. */
const unmounted = (request: IncomingMessage): IncomingMessage => {
  const originalUrl = request.url ?? ''
  const below = originalUrl.slice(mountPath.length)
  return Object.assign(request, { originalUrl, url: below.startsWith('/') ? below : `/${below}` })
}

/** Opens the sign-in and token service of one machine; its keys and sessions are kept in the data folder. */
export const openIdentity = async ({
  dataDir,
  baseUrl,
  organisations,
}: IdentityOptions): Promise<Identity> => {
  const issuer = `${baseUrl}${mountPath}`
  const keys = await openKeys(dataDir)
  const artifacts = openArtifacts(dataDir)
  const people = peopleOf(organisations)
  const principals = principalsOf(organisations)
  const provider = createProvider(issuer, { principals, people, serviceUrl: baseUrl, keys, artifacts })
  provider.on('server_error', (_context, error) => console.error(error))
  const answer = provider.callback()
  const choose = choosing(provider, people)
  return {
    handle: (request, response) =>
      void (request.url?.startsWith(`${mountPath}${choosePath}/`)
        ? choose(request, response)
        : answer(unmounted(request), response)),
    pages: { issuer, clientId: pagesClient, sessionSecret: sessionSecretOf(keys) },
    verify: verifierOf(issuer, keys),
    close: artifacts.close,
  }
}
