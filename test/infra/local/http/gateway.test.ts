import { request as httpRequest } from 'node:http'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { gatewayOf } from '../../../../infra/local/http/gateway.ts'
import { freePort } from '../../../../infra/local/engines/free-port.ts'
import { listen, serverOf } from '../../../../infra/local/http/server.ts'
import type { Verification } from '../../../../infra/local/identity/identity.ts'
import { hostFunctions } from '../../../../infra/local/lambda/function-host.ts'
import { dataDirectory } from '../support/data-directory.ts'
import { fixtureDeployment } from '../support/fixture.ts'

const { api, functions } = fixtureDeployment()
const token = { authorization: 'Bearer good' }
const now = new Date('2026-01-02T03:04:05Z')

/** Knows one token, good for one scope. */
const verify = (header: string | undefined, scopes: readonly string[]): Promise<Verification> =>
  Promise.resolve(
    header === token.authorization && scopes.join() === 'sar-outcomes/use'
      ? { ok: true, claims: { sub: 'someone', restricted: 'false' } }
      : { ok: false, reason: 'invalid' },
  )

const serve = async (changes: Partial<typeof api> = {}, mostAtOnce?: number) => {
  const lines: string[] = []
  const say = (line: string) => void lines.push(line)
  const clock = new SharedArrayBuffer(8)
  const host = hostFunctions({ functions, dataDir: dataDirectory(), clock, overrides: {}, say })
  const limit = mostAtOnce === undefined ? {} : { mostAtOnce }
  const parts = { api: { ...api, ...changes }, invoke: host.invoke, verify, now: () => now, ...limit }
  const gateway = gatewayOf(parts)
  const nothing = { handle: () => undefined }
  const server = serverOf({ identity: nothing, local: gateway, gateway, say })
  const port = await freePort()
  await listen(server, port)
  onTestFinished(async () => {
    server.close()
    server.closeAllConnections()
    await host.close()
  })
  const url = `http://127.0.0.1:${port}`
  return { lines, port, url, ask: (path: string, init: RequestInit = {}) => fetch(`${url}${path}`, init) }
}

const Echo = z.object({ event: z.looseObject({ body: z.string().nullable() }) })
const eventOf = async (response: Response) => Echo.parse(await response.json()).event

test('hands a request over as API Gateway does', async () => {
  const { ask } = await serve()
  const response = await ask('/echoes/R%201?a=1&a=2&b=%C3%A9', {
    method: 'POST',
    headers: { ...token, 'Content-Type': 'application/json', 'X-Odd': 'yes' },
    body: '{"ä":1}',
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await eventOf(response)).toMatchObject({
    resource: '/echoes/{id}',
    path: '/echoes/R%201',
    httpMethod: 'POST',
    pathParameters: { id: 'R 1' },
    queryStringParameters: { a: '2', b: 'é' },
    multiValueQueryStringParameters: { a: ['1', '2'], b: ['é'] },
    headers: { 'Content-Type': 'application/json', 'X-Odd': 'yes' },
    multiValueHeaders: { 'X-Odd': ['yes'] },
    body: '{"ä":1}',
    isBase64Encoded: false,
    requestContext: {
      requestId: response.headers.get('x-amzn-requestid'),
      requestTimeEpoch: now.getTime(),
      authorizer: { claims: { sub: 'someone', restricted: 'false' } },
      identity: { sourceIp: '127.0.0.1' },
      resourcePath: '/echoes/{id}',
    },
  })
})

test('what is empty is null', async () => {
  const { ask } = await serve()
  expect(await eventOf(await ask('/echoes/a', { headers: token }))).toMatchObject({
    body: null,
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    isBase64Encoded: false,
  })
})

test('bytes go in and come out unchanged', async () => {
  const { ask } = await serve()
  const bytes = new Uint8Array([0, 255, 128, 10])
  const headers = { ...token, 'content-type': 'image/png' }
  const event = await eventOf(await ask('/echoes/a', { method: 'POST', headers, body: bytes }))
  expect(event).toMatchObject({ body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true })

  const answered = await ask('/echoes/answer-bytes', { headers: token })
  expect(new Uint8Array(await answered.arrayBuffer())).toEqual(new Uint8Array([0, 255, 1]))
  expect(answered.headers.get('content-type')).toBe('image/png')
  expect(answered.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
})

test('a route that is public needs no token', async () => {
  const { ask } = await serve()
  expect((await ask('/health')).status).toBe(200)
})

test.each([
  ['no token', '/echoes/a', {}, 401],
  ['a token that is not good', '/echoes/a', { headers: { authorization: 'Bearer bad' } }, 401],
  ['a path that is not there', '/nowhere', { headers: token }, 404],
  ['a path that only looks like an address', '//elsewhere.example/health', { headers: token }, 404],
  ['a method that is not offered', '/echoes/a', { method: 'DELETE', headers: token }, 404],
  [
    'a body that is too long',
    '/echoes/a',
    { method: 'POST', headers: token, body: 'x'.repeat(10 * 1024 * 1024 + 1) },
    413,
  ],
  ['a function that does not answer', '/echoes/never-answer', { headers: token }, 504],
  ['a function that fails', '/echoes/throw', { headers: token }, 502],
  ['a function that crashes', '/echoes/end-process', { headers: token }, 502],
  ['a function that answers nonsense', '/echoes/answer-nonsense', { headers: token }, 502],
])('%s is answered with a problem document', async (_, path, init, status) => {
  const { ask } = await serve()
  const response = await ask(path, init)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const text = await response.text()
  expect(JSON.parse(text)).toMatchObject({ status })
  expect(text).not.toMatch(/secret|asset|\.ts|\.mjs/)
})

test('the template’s headers and words are the ones that a refusal has', async () => {
  const { ask } = await serve()
  const response = await ask('/echoes/a')
  expect(response.headers.get('www-authenticate')).toBe('Bearer')
  expect(await response.json()).toEqual({ type: 'about:blank', title: 'Unauthorized', status: 401 })
})

test('a refusal without a text of its own takes the default one', async () => {
  const fallback = { status: 500, headers: { 'content-type': 'text/plain' }, body: 'sorry' }
  const { ask } = await serve({ gatewayResponses: new Map([['DEFAULT_5XX', fallback]]) })
  const response = await ask('/echoes/throw', { headers: token })
  expect([response.status, await response.text()]).toEqual([500, 'sorry'])
})

test('a body of unknown length is cut off when it grows too long', async () => {
  const { port } = await serve()
  const sending = httpRequest({ port, host: '127.0.0.1', path: '/echoes/a', method: 'POST', headers: token })
  const responded = once(sending, 'response')
  sending.on('error', () => undefined)
  for (let sent = 0; sent < 12; sent += 1) sending.write(Buffer.alloc(1024 * 1024))
  const [response] = await responded
  expect(response).toMatchObject({ statusCode: 413 })
  sending.destroy()
})

test('a caller that goes away in the middle is no fault', async () => {
  const { port, lines, ask } = await serve()
  const headers = { ...token, 'content-length': '100' }
  const sending = httpRequest({ port, host: '127.0.0.1', path: '/echoes/a', method: 'POST', headers })
  sending.on('error', () => undefined)
  sending.write('half')
  await once(sending, 'socket')
  sending.destroy()
  expect((await ask('/health')).status).toBe(200)
  expect(lines).toEqual([])
})

test('tells those to come again for whom there is no room, and has room again once others are answered', async () => {
  const gatewayResponses = new Map([
    ...api.gatewayResponses,
    ['THROTTLED', { status: 429, headers: { 'retry-after': '5' }, body: '{}' }] as const,
  ])
  const { ask } = await serve({ gatewayResponses }, 1)
  const all = await Promise.all(['a', 'b', 'c'].map((each) => ask(`/echoes/${each}`, { headers: token })))
  expect(all.map(({ status }) => String(status)).toSorted()).toEqual(['200', '429', '429'])
  expect(all.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('5')
  expect((await ask('/echoes/d', { headers: token })).status).toBe(200)
})
