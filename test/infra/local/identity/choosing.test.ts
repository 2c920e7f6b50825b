import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runIdentity, type RunningIdentity } from './running-identity.ts'

let identity: RunningIdentity
beforeAll(async () => {
  identity = await runIdentity()
})
afterAll(() => identity.stop())

const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

/** Asks to sign in as the pages do, and answers where the person is to say who they are, and the cookies for it. */
const begin = async () => {
  const query = new URLSearchParams({
    client_id: 'pages',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: `${identity.baseUrl}/sign-in/callback`,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'state',
  })
  const url = `${identity.baseUrl}/oauth/auth?${query.toString()}`
  const response = await fetch(url, { redirect: 'manual' })
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return { url: `${identity.baseUrl}${response.headers.get('location')}`, cookie }
}

describe('the page on which people say who they are', () => {
  test('offers everyone by name', async () => {
    const { url, cookie } = await begin()
    const page = await (await fetch(url, { headers: { cookie } })).text()
    const names = [
      'UKFIU officer',
      'Auditor',
      'Kent Police professional standards',
      'Border Force investigator',
    ]
    expect(names.filter((name) => !page.includes(name))).toEqual([])
  })

  test('refuses somebody who is not on it', async () => {
    const { url, cookie } = await begin()
    const response = await fetch(url, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams({ person: 'chief' }),
    })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Choose somebody from the list')
  })

  test('sends back whom it took the word of', async () => {
    const { url, cookie } = await begin()
    const body = new URLSearchParams({ person: 'officer-kent' })
    const response = await fetch(url, { method: 'POST', headers: { cookie }, body, redirect: 'manual' })
    expect(response.headers.get('location')).toContain('/oauth/auth/')
  })

  test('is not there for a sign-in that nobody began', async () => {
    const response = await fetch(`${identity.baseUrl}/oauth/choose/nothing`)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('Start again')
  })
})
