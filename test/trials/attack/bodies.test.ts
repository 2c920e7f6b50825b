import { once } from 'node:events'
import { connect } from 'node:net'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Service } from '../../support/service.ts'
import { claimsOf } from '../support/callers.ts'
import { register, setClock } from '../support/referring.ts'
import { startTrial } from '../support/trial.ts'
import { signedIn, visit } from '../support/visitors.ts'
import { everyChange, type Change } from './every-change.ts'
import { askAsWritten, breakingTheLine, climbing, waysUp } from './hurtful-addresses.ts'
import { hurtfulBodies } from './hurtful-bodies.ts'

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
  readonly path: string
  readonly body: string | Buffer
  readonly method?: string
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly token?: string
}

const send = ({
  path,
  body,
  method = 'POST',
  type = 'application/json',
  headers = {},
  token = ukfiu,
}: Sent): Promise<Response> =>
  fetch(service.url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': type, ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })

/** Asks for a change of the one referral, with another body than belongs to it. */
const ask = ({ method, path, by }: Change, body: string) =>
  send({ method, path: path.replace('{id}', id), body, token: by === 'kent' ? kent : ukfiu })

const isWell = async () => (await service.call('GET', `/v1/referrals/${id}`, undefined, ukfiu)).status === 200

describe('a field that nobody asked for', () => {
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

  test.each(Object.entries(everyChange))(
    'of a %s is refused by its name, and nothing changes',
    async (_, change) => {
      for (const field of fields) {
        const added = Object.fromEntries([...Object.entries(change.body()), [field, 'outcome_received']])
        const response = await ask(change, JSON.stringify(added))
        const told = await response.text()
        expect([field, response.status, told.includes(`/${field}"`)]).toEqual([field, 422, true])
      }
      const { body } = await service.call('GET', `/v1/referrals/${id}`, undefined, ukfiu)
      expect(body).toMatchObject({ version: 1, status: 'awaiting_acknowledgement' })
    },
  )

  test.each(Object.entries(everyChange))(
    'and is the prototype of a %s is refused, and taints nothing',
    async (_, change) => {
      const fieldsOfIt = JSON.stringify(change.body()).slice(1)
      const polluted = `{"__proto__":{"role":"ukfiu","restricted":true,"polluted":"yes"},${fieldsOfIt}`
      expect((await ask(change, polluted)).status).toBe(422)
      const inside = polluted
        .replace('"__proto__"', '"constructor"')
        .replace('{"role"', '{"prototype":{"role"')
        .replace('"yes"}', '"yes"}}')
      expect((await ask(change, inside)).status).toBe(422)
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

  test('of a form or a table taints nothing', async () => {
    const browser = await signedIn(service, claimsOf.ukfiu)
    const pairs = ['__proto__', 'constructor', 'constructor[prototype]'].map((name) => [name, 'x'])
    const form = await visit(service, '/register', browser, Object.fromEntries(pairs))
    const table = await send({
      path: '/v1/referrals/import',
      type: 'text/csv',
      body: '__proto__,constructor\nx,y\n',
    })
    expect([form.status, table.status, await isWell()]).toEqual([422, 422, true])
  })
})

describe('a body', () => {
  test.each(Object.entries(hurtfulBodies))(
    '%s is refused, and hurts nobody else',
    async (_, { body, statuses, ...sent }) => {
      const response = await send({ ...sent, body: body() })
      expect(statuses).toContain(response.status)
      expect(await isWell()).toBe(true)
    },
  )

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

describe('an address', () => {
  test.each(waysUp)('that climbs by %s leads to no file', async (up) => {
    for (const address of climbing(up)) {
      const { status, text } = await askAsWritten(service, address)
      expect([address, status >= 300 && status < 500]).toEqual([address, true])
      expect(/root:x:|"devDependencies"|import\s*\{/.test(text)).toBe(false)
    }
  })

  test('that breaks the line sets no header and writes no line of a log', async () => {
    for (const address of breakingTheLine) {
      const { status, headers } = await askAsWritten(service, address, {
        authorization: `Bearer ${ukfiu}`,
        'user-agent': 'x\ty',
      })
      expect([address, status < 500, headers.includes('trial=1')]).toEqual([address, true, false])
    }
    const folder = join(service.dataDir, 'log')
    const lines = readdirSync(folder).flatMap((file) =>
      readFileSync(join(folder, file), 'utf8').trim().split('\n'),
    )
    const written = lines.filter((line) => line !== '')
    expect(written.filter((line) => !line.startsWith('{') || line.includes('zz-mark'))).toEqual([])
  })
})
