import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registrationRequest } from '../../support/referrals.ts'
import type { Service } from '../../support/service.ts'
import { claimsOf } from '../support/callers.ts'
import { newSar, outcomeToday, register, setClock, today } from '../support/referring.ts'
import { startTrial } from '../support/trial.ts'
import { signedIn, visit } from '../support/visitors.ts'

/** Bodies, addresses and headers that are made to hurt. After each the service answers others as before. */

let service: Service
let ukfiu: string
let kent: string
let id: string

beforeAll(async () => {
  service = await startTrial()
  await setClock(service)
  ukfiu = await service.token('ukfiu')
  kent = await service.token('force-kent')
  id = await register(service, ukfiu)
})
afterAll(() => service.close())

type Sent = {
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly token?: string
}

const send = (
  method: string,
  path: string,
  body: string | Buffer,
  { type = 'application/json', headers = {}, token = ukfiu }: Sent = {},
) =>
  fetch(service.url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': type, ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })

const isWell = async () => (await service.call('GET', `/v1/referrals/${id}`, undefined, ukfiu)).status === 200

describe('a field that nobody asked for', () => {
  const bodies = {
    registration: () => [
      'POST',
      '/v1/referrals',
      registrationRequest({ referredOn: today, sarReference: newSar() }),
      ukfiu,
    ],
    acknowledgement: () => [
      'POST',
      `/v1/referrals/${id}/acknowledgement`,
      { personnelConfirmed: 'yes' },
      kent,
    ],
    outcome: () => ['PUT', `/v1/referrals/${id}/outcome`, outcomeToday(), kent],
    withdrawal: () => [
      'POST',
      `/v1/referrals/${id}/withdrawal`,
      { reason: 'other', rationale: 'Because it was asked for so.' },
      ukfiu,
    ],
    extension: () => [
      'POST',
      `/v1/referrals/${id}/extension`,
      { workingDays: 2, reason: 'other', rationale: 'Because it was asked for so.' },
      ukfiu,
    ],
  } as const satisfies Record<string, () => readonly [string, string, object, string]>

  const fields = [
    'id',
    'version',
    'status',
    'history',
    'answeringUnit',
    'organisations',
    'by',
    'at',
    'role',
    'constructor',
    'prototype',
    'toString',
  ]

  test.each(Object.entries(bodies))(
    'of a %s is refused by its name, and nothing changes',
    async (_, made) => {
      for (const field of fields) {
        const [method, path, body, token] = made()
        const sent = JSON.stringify(
          Object.fromEntries([...Object.entries(body), [field, 'outcome_received']]),
        )
        const response = await send(method, path, sent, { token })
        const told = await response.text()
        expect([field, response.status, told.includes(`/${field}"`)]).toEqual([field, 422, true])
      }
      const { body } = await service.call('GET', `/v1/referrals/${id}`, undefined, ukfiu)
      expect(body).toMatchObject({ version: 1, status: 'awaiting_acknowledgement' })
    },
  )

  test.each(Object.entries(bodies))(
    'and is the prototype of a %s is refused, and taints nothing',
    async (_, made) => {
      const [method, path, body, token] = made()
      const polluted = `{"__proto__":{"role":"ukfiu","restricted":true,"polluted":"yes"},${JSON.stringify(body).slice(1)}`
      const response = await send(method, path, polluted, { token })
      expect(response.status).toBe(422)
      const inside = polluted
        .replace('"__proto__"', '"constructor"')
        .replace('{"role"', '{"prototype":{"role"')
        .replace('"yes"}', '"yes"}}')
      expect((await send(method, path, inside, { token })).status).toBe(422)
      const after = await service.call('GET', `/v1/referrals/${id}`, undefined, ukfiu)
      expect(JSON.stringify(after.body)).not.toContain('polluted')
    },
  )

  test.each([
    '?__proto__=x',
    '?__proto__[polluted]=1',
    '?constructor.prototype.polluted=1',
    '?limit=1&__proto__=2',
  ])('of a query is refused: %s', async (query) => {
    expect((await service.call('GET', `/v1/referrals${query}`, undefined, ukfiu)).status).toBe(422)
  })

  test('of a form, a table or a cookie taints nothing', async () => {
    const browser = await signedIn(service, claimsOf.ukfiu)
    const pairs = ['__proto__', 'constructor', 'constructor[prototype]'].map((name) => [name, 'x'])
    const form = await visit(service, '/register', browser, Object.fromEntries(pairs))
    const table = await send('POST', '/v1/referrals/import', '__proto__,constructor\nx,y\n', {
      type: 'text/csv',
    })
    expect([form.status, table.status, await isWell()]).toEqual([422, 422, true])
  })
})

describe('a body', () => {
  const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth)
  const hurtful: Readonly<Record<string, readonly [number[], () => Promise<Response>]>> = {
    'of 12 MiB': [[413], () => send('POST', '/v1/referrals', ' '.repeat(12 * 1024 * 1024))],
    'of 65 KiB': [[413], () => send('POST', '/v1/referrals', `{"a":"${'x'.repeat(65_000)}"}`.padEnd(66_000))],
    'of 60,000 brackets': [[400, 422], () => send('POST', '/v1/referrals', nested('[', ']', 30_000))],
    'of 60,000 brackets that do not close': [[400], () => send('POST', '/v1/referrals', '['.repeat(60_000))],
    'of objects in objects': [
      [400, 422],
      () => send('POST', '/v1/referrals', `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`),
    ],
    'with 9,000 fields': [
      [422],
      () =>
        send(
          'POST',
          '/v1/referrals',
          JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`f${n}`, n]))),
        ),
    ],
    'with a number of 60,000 digits': [
      [422],
      () => send('POST', '/v1/referrals', `{"organisation":${'9'.repeat(60_000)}}`),
    ],
    'that is not text': [[400], () => send('POST', '/v1/referrals', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))],
    'in another character set': [
      [400, 415],
      () =>
        send('POST', '/v1/referrals', Buffer.from('{}', 'utf16le'), {
          type: 'application/json; charset=utf-16',
        }),
    ],
    'with half a character': [[400, 422], () => send('POST', '/v1/referrals', '{"sarReference":"\\ud800"}')],
    'that grows a thousandfold when unpacked': [
      [400, 415],
      () =>
        send('POST', '/v1/referrals', gzipSync(Buffer.alloc(50 * 1024 * 1024, 0x20)), {
          headers: { 'content-encoding': 'gzip' },
        }),
    ],
    'that grows when unpacked, as a table': [
      [400, 415, 422],
      () =>
        send('POST', '/v1/referrals/import', gzipSync(Buffer.alloc(50 * 1024 * 1024, 0x20)), {
          type: 'text/csv',
          headers: { 'content-encoding': 'gzip' },
        }),
    ],
    'with a table of 1,001 rows': [
      [422],
      () => send('POST', '/v1/referrals/import', `sarReference\n${'x\n'.repeat(1001)}`, { type: 'text/csv' }),
    ],
    'with a table of one row of 4 MiB': [
      [200, 400, 422],
      () =>
        send('POST', '/v1/referrals/import', `sarReference\n"${'x'.repeat(4 * 1024 * 1024)}"`, {
          type: 'text/csv',
        }),
    ],
    'with a table of 60,000 columns': [
      [422],
      () => send('POST', '/v1/referrals/import', `${'a,'.repeat(60_000)}a\n`, { type: 'text/csv' }),
    ],
    'with a quotation mark that never closes': [
      [400],
      () =>
        send('POST', '/v1/referrals/import', `sarReference\n"${'x'.repeat(100_000)}`, { type: 'text/csv' }),
    ],
  }

  test.each(Object.keys(hurtful))('%s is refused, and hurts nobody else', async (kind) => {
    const [statuses, sending] = hurtful[kind] ?? [[], () => Promise.reject(new Error(kind))]
    const response = await sending()
    expect(statuses).toContain(response.status)
    expect(await isWell()).toBe(true)
  })

  test('that comes a byte at a time keeps nobody else waiting', async () => {
    const { hostname, port } = new URL(service.url)
    const head = `POST /v1/referrals HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${ukfiu}\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{`
    const slow = await Promise.all(
      Array.from({ length: 60 }, async () => {
        const socket = connect(Number(port), hostname)
        socket.on('error', () => undefined)
        await once(socket, 'connect')
        socket.write(head)
        return socket
      }),
    )
    const answers = await Promise.all(Array.from({ length: 10 }, isWell))
    slow.forEach((socket) => socket.destroy())
    expect(answers).toEqual(Array.from({ length: 10 }, () => true))
  })
})

/** As it is written: `fetch` would tidy it up. */
const rawly = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  new Promise<{ status: number; headers: string; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(service.url)
    request({ hostname, port, path, headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: JSON.stringify(response.headers), text }),
      )
    })
      .on('error', reject)
      .end()
  })

describe('an address', () => {
  const ups = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '..%5c',
    '..\\',
    '%252e%252e%252f',
    '....//',
    '..;/',
    '%c0%ae%c0%ae/',
  ]
  const starts = [
    '/assets/',
    '/',
    '/assessments/2026-27/download/',
    '/v1/organisations/',
    '/oauth/',
    '/local/functions/',
  ]

  test.each(ups)('that climbs by %s leads to no file', async (up) => {
    for (const start of starts) {
      for (const file of ['etc/passwd', 'package.json', 'index.mjs', 'templates.mjs']) {
        const { status, text } = await rawly(`${start}${up.repeat(6)}${file}`)
        expect([start, file, status >= 300 && status < 500]).toEqual([start, file, true])
        expect(/root:x:|"devDependencies"|import\s*\{/.test(text)).toBe(false)
      }
    }
  })

  test('that breaks the line sets no header and writes no line of a log', async () => {
    const crlf = '%0d%0aSet-Cookie:%20trial=1%0d%0a%0d%0a<zz-mark>'
    const places = [
      `/sign-in?returnTo=/${crlf}`,
      `/timed-out?returnTo=/${crlf}`,
      `/referrals/${crlf}`,
      `/register?x=${crlf}`,
      `/assessments/${crlf}/download/csv`,
      `/v1/organisations/${crlf}/statement`,
      `/v1/referrals?cursor=${crlf}`,
    ]
    for (const place of places) {
      const { status, headers } = await rawly(place, {
        authorization: `Bearer ${ukfiu}`,
        'user-agent': 'x\ty',
      })
      expect([place, status < 500, headers.includes('trial=1')]).toEqual([place, true, false])
    }
    const folder = join(service.dataDir, 'log')
    const lines = readdirSync(folder).flatMap((file) =>
      readFileSync(join(folder, file), 'utf8').trim().split('\n'),
    )
    const written = lines.filter((line) => line !== '')
    expect(written.filter((line) => !line.startsWith('{') || line.includes('zz-mark'))).toEqual([])
  })
})
