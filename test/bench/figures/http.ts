import autocannon from 'autocannon'
import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import * as z from 'zod'
import { freePort } from '../../../infra/local/engines/free-port.ts'
import { registrationRequest } from '../../support/referrals.ts'
import { startService, type Service } from '../../support/service.ts'
import { createSchema, startPostgres } from '../peers/postgres.ts'
import { short, type Row } from '../row.ts'
import { cpuMs } from '../support/process.ts'

const seconds = 3
/** The local service answers 32 at once and refuses the others, so of 64 clients it refuses some all the time. */
const clients = [1, 16, 64]
/** Directus 12 on such a machine with the same rows: see docs/performance.md. */
const directusCpuMs = 13

const created = z.object({ id: z.string() })

/** Something to be put under load: what is asked of it, and the processes that answer. */
type Target = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly pids: readonly number[]
  readonly create: string
  readonly read: string
  readonly overdue: string
}
type Kind = 'create' | 'read' | 'overdue'

let number = 0
/** A registration that nobody has sent before. */
const registration = () => {
  number += 1
  const sarReference = `BENCH-${String(number).padStart(8, '0')}`
  return JSON.stringify(registrationRequest({ sarReference, referredOn: '2026-04-07' }))
}

/**
 * Latency, rate and processor time of what was answered with 2xx. What a full service refused is told beside them; the
 * processor time of an answer has its share of it.
 */
const load = async (target: Target, kind: Kind, connections: number) => {
  const request: autocannon.Request =
    kind === 'create'
      ? { method: 'POST', path: target.create, setupRequest: (one) => ({ ...one, body: registration() }) }
      : { method: 'GET', path: target[kind] }
  const before = cpuMs(...target.pids)
  const result = await autocannon({
    url: target.url,
    connections,
    duration: seconds,
    headers: { ...target.headers, 'content-type': 'application/json' },
    requests: [request],
    // A refusal is quick: among the latencies it would make the service look quicker the more it refuses.
    excludeErrorStats: true,
  })
  const cpu = cpuMs(...target.pids) - before
  const { answered, refused } = countedIn(result)
  const { p50, p99 } = result.latency
  return { perSecond: answered / result.duration, p50, p99, cpu: cpu / answered, refused }
}

/** How many were answered, and how many told to come again. Throws on anything else: that would be a fault, and no figure. */
const countedIn = ({ '2xx': answered, errors, statusCodeStats = {}, url }: autocannon.Result) => {
  const refused = statusCodeStats['429']?.count ?? 0
  const all = Object.values(statusCodeStats).reduce((sum, { count = 0 }) => sum + count, 0)
  if (errors > 0 || answered + refused < all)
    throw new Error(`${url} answered with ${JSON.stringify(statusCodeStats)}, and ${errors} times not at all`)
  return { answered, refused }
}

const startOurs = async (service: Service): Promise<Target> => {
  const [ukfiu, kent] = await Promise.all([service.token('ukfiu'), service.token('force-kent')])
  const made = await service.call('POST', '/v1/referrals', JSON.parse(registration()), ukfiu)
  return {
    url: service.url,
    headers: { authorization: `Bearer ${kent}` },
    pids: [service.pid()],
    create: '/v1/referrals',
    read: `/v1/referrals/${created.parse(made.body).id}`,
    overdue: '/v1/referrals?overdue=overdue',
  }
}

const peerProgram = fileURLToPath(new URL('../peers/fastify.ts', import.meta.url))

const startPeer = async (postgres: { readonly port: number; readonly pid: number }) => {
  const client = new Client({
    host: '127.0.0.1',
    port: postgres.port,
    user: 'bench',
    database: 'postgres',
  })
  await client.connect()
  await createSchema(client)
  await client.end()
  const port = await freePort()
  const child = spawn(process.execPath, [peerProgram, String(postgres.port), String(port)], {
    stdio: 'inherit',
  })
  const url = `http://127.0.0.1:${port}`
  const register = () =>
    fetch(`${url}/referrals`, {
      method: 'POST',
      body: registration(),
      headers: { 'content-type': 'application/json' },
    }).catch(() => undefined)
  let made = await register()
  for (let tries = 0; !made && tries < 100; tries += 1) {
    await setTimeout(50)
    made = await register()
  }
  const { id } = created.parse(await made?.json())
  const target: Target = {
    url,
    headers: {},
    pids: [child.pid ?? 0, postgres.pid],
    create: '/referrals',
    read: `/referrals/${id}`,
    overdue: '/overdue',
  }
  return { target, close: () => child.kill() }
}

type Loaded = Awaited<ReturnType<typeof load>>

const rowOf = (kind: Kind, connections: number, ours: Loaded, theirs: Loaded): Row => {
  const said = ({ perSecond, p50, p99, cpu, refused }: Loaded) =>
    `${short(perSecond)} per s, p50/p99 ${short(p50)}/${short(p99)} ms, ${short(cpu)} ms of processor` +
    (refused > 0 ? `, ${refused} refused with 429` : '')
  const judged = connections === 16
  return {
    figure: 11,
    what: `${kind} with ${connections} clients, against Fastify and PostgreSQL`,
    target: judged ? 'p99 ≤ 10 ×' : '',
    measured: `${said(ours)}; theirs ${said(theirs)}`,
    met: judged ? ours.p99 <= 10 * theirs.p99 && ours.refused === 0 : null,
  }
}

/** Figure 11: the whole service over HTTP on this machine, in turns with the barest thing that stores the same. */
export const http = async (): Promise<readonly Row[]> => {
  const postgres = await startPostgres()
  if (!postgres) {
    const measured = 'skipped: PostgreSQL is not installed'
    return [
      {
        figure: 11,
        what: 'over HTTP, against Fastify and PostgreSQL',
        target: 'p99 ≤ 10 ×',
        measured,
        met: null,
      },
    ]
  }
  const service = await startService()
  const peer = await startPeer(postgres)
  const rows: Row[] = []
  let creating = Number.NaN
  try {
    const ours = await startOurs(service)
    const asUkfiu = { authorization: `Bearer ${await service.token('ukfiu')}` }
    for (const kind of ['create', 'read', 'overdue'] as const) {
      for (const connections of clients) {
        const own = await load(kind === 'create' ? { ...ours, headers: asUkfiu } : ours, kind, connections)
        const theirs = await load(peer.target, kind, connections)
        if (kind === 'create' && connections === 16) creating = own.cpu
        rows.push(rowOf(kind, connections, own, theirs))
      }
    }
  } finally {
    peer.close()
    await Promise.all([service.close(), postgres.close()])
  }
  const ahead = directusCpuMs / creating
  const measured = `${short(ahead)} times: ${short(creating)} ms, stream and counters included, against ${directusCpuMs} to 19`
  rows.push({
    figure: 11,
    what: 'processor time to create, against Directus',
    target: '≥ 5 times',
    measured,
    met: ahead >= 5,
  })
  return rows
}
