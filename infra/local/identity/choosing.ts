import type { IncomingMessage, ServerResponse } from 'node:http'
import { errors, type Provider } from 'oidc-provider'
import { readBody } from '../http/body.ts'
import { choicePage } from './choice-page.ts'
import type { People } from './principals.ts'

const longestForm = 4096

const show = (response: ServerResponse, status: number, body: string) => {
  response.statusCode = status
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
  response.end(body)
}

const chosenIn = async (request: IncomingMessage): Promise<string> => {
  const body = await readBody(request, longestForm)
  return new URLSearchParams(body?.toString('utf8') ?? '').get('person') ?? ''
}

const isGone = (error: unknown): boolean => error instanceof errors.OIDCProviderError

/**
 * The page on which people say who they are, in place of the user pool's own sign-in. It takes their word for it, which
 * is why it is on one machine only.
 */
export const choosing = (provider: Provider, people: People) => {
  const everyone = [...people.centre, ...[...people.ofOrganisations.values()].flat()]
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await provider.interactionDetails(request, response)
      if (request.method !== 'POST') return show(response, 200, choicePage(people))
      const chosen = await chosenIn(request)
      if (!everyone.some(({ id }) => id === chosen)) return show(response, 422, choicePage(people, true))
      await provider.interactionFinished(request, response, { login: { accountId: chosen } })
    } catch (error) {
      if (!isGone(error)) console.error(error)
      show(
        response,
        400,
        '<!doctype html><html lang="en"><title>Start again</title><p>This sign-in has ended.</p><p><a href="/">Start again</a></p></html>',
      )
    }
  }
}
