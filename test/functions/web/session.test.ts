import type { APIGatewayProxyEvent } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { cookiesFor } from '../../../functions/web/session/cookies.ts'
import { csrfToken, isFromElsewhere, isOwnForm } from '../../../functions/web/session/csrf.ts'
import { sealBy } from '../../../functions/web/session/seal.ts'
import { endOf, sessionsOf } from '../../../functions/web/session/session.ts'
import { ownPath } from '../../../functions/web/session/sign-in.ts'

const minute = 60_000
const start = Date.parse('2026-06-03T08:30:00Z')
const claims = { sub: 'force-kent', name: 'Kent', role: 'force', organisation: 'kent', restricted: 'true' }

const eventWith = (headers: Readonly<Record<string, string>>): APIGatewayProxyEvent => {
  const none = { body: null, multiValueHeaders: {}, httpMethod: 'GET', isBase64Encoded: false, path: '/' }
  const empty = { pathParameters: null, queryStringParameters: null, stageVariables: null, resource: '/' }
  return { ...none, ...empty, headers, multiValueQueryStringParameters: null, requestContext: context }
}
const context: APIGatewayProxyEvent['requestContext'] = JSON.parse('{}')

const cookies = cookiesFor('https://sar-outcomes.example')
const sessions = sessionsOf(sealBy('a secret'), cookies)
/** What the browser sends back of a `Set-Cookie` header. */
const sentBack = (cookie: string) => eventWith({ Cookie: `other=1; ${cookie.split(';')[0]}` })

describe('a session', () => {
  test.each([
    { after: 0, kind: 'signed_in' },
    { after: 20 * minute - 1, kind: 'signed_in' },
    { after: 20 * minute, kind: 'timed_out' },
    { after: 24 * 60 * minute, kind: 'timed_out' },
    { after: 25 * 60 * minute, kind: 'stranger' },
  ])('$after ms after it was last used is $kind', async ({ after, kind }) => {
    const cookie = await sessions.start(claims, start)
    expect(await sessions.visitor(sentBack(cookie), start + after)).toMatchObject({ kind })
  })

  test('that is used goes on, but for eight hours at most', async () => {
    const begun = await sessions.visitor(sentBack(await sessions.start(claims, start)), start)
    if (begun.kind !== 'signed_in') throw new Error('not signed in')
    const late = start + 8 * 60 * minute - minute
    const renewed = await sessions.visitor(sentBack(await sessions.renew(begun.session, late)), late)
    expect(renewed).toMatchObject({ kind: 'signed_in', session: { id: 'force-kent' } })
    expect(endOf({ startedAt: start, seenAt: late })).toBe(start + 8 * 60 * minute)
  })

  test('sealed with another secret, or touched, is a stranger’s', async () => {
    const other = sessionsOf(sealBy('another secret'), cookies)
    const cookie = await sessions.start(claims, start)
    const touched = cookie.replace(/(session=.{60})./, '$1~')
    expect(await other.visitor(sentBack(cookie), start)).toEqual({ kind: 'stranger' })
    expect(await sessions.visitor(sentBack(touched), start)).toEqual({ kind: 'stranger' })
  })

  test('of somebody who was given nothing to do here is nobody’s', async () => {
    const cookie = await sessions.start({ sub: 'someone', name: 'Someone' }, start)
    expect(await sessions.visitor(sentBack(cookie), start)).toMatchObject({
      kind: 'signed_in',
      session: { principal: undefined },
    })
  })

  test('is kept in a cookie that no script reads, no other host sets and no other site sends', async () => {
    expect(await sessions.start(claims, start)).toMatch(
      /^__Host-session=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    )
    expect(cookiesFor('http://127.0.0.1:3000').set('session', 'x')).toBe(
      'session=x; Path=/; HttpOnly; SameSite=Lax',
    )
  })
})

describe('a form', () => {
  const secret = Buffer.alloc(32, 7).toString('base64url')

  test('carries a token that is different each time, and the session’s own', () => {
    const [one, other] = [csrfToken(secret), csrfToken(secret)]
    expect(one).not.toBe(other)
    expect([one, other].map((token) => isOwnForm(token, secret))).toEqual([true, true])
  })

  test.each([undefined, '', 'AAAA', csrfToken(Buffer.alloc(32, 8).toString('base64url'))])(
    'is not taken with the token %s',
    (token) => {
      expect(isOwnForm(token, secret)).toBe(false)
    },
  )

  test.each([
    { headers: {}, elsewhere: false },
    {
      headers: { origin: 'https://sar-outcomes.example', 'sec-fetch-site': 'same-origin' },
      elsewhere: false,
    },
    { headers: { origin: 'https://elsewhere.example' }, elsewhere: true },
    { headers: { origin: 'null' }, elsewhere: true },
    { headers: { 'sec-fetch-site': 'same-site' }, elsewhere: true },
    { headers: { 'sec-fetch-site': 'cross-site' }, elsewhere: true },
  ])('from $headers is from elsewhere: $elsewhere', ({ headers, elsewhere }) => {
    const present = Object.fromEntries(Object.entries(headers))
    expect(isFromElsewhere(eventWith(present), 'https://sar-outcomes.example')).toBe(elsewhere)
  })
})

test.each([
  { asked: '/referrals?overdue=overdue', goes: '/referrals?overdue=overdue' },
  { asked: undefined, goes: '/' },
  { asked: 'https://elsewhere.example', goes: '/' },
  { asked: '//elsewhere.example', goes: '/' },
  { asked: String.raw`/\elsewhere.example`, goes: '/' },
  { asked: '/a\nb', goes: '/' },
])('after signing in somebody who asked for $asked goes to $goes', ({ asked, goes }) => {
  expect(ownPath(asked)).toBe(goes)
})
