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

const load = async (target: Target, kind: Kind, connections: number) => {
  const request: autocannon.Request =
    kind === 'create'
      ? { method: 'POST', path: target.create, setupRequest: (one) => ({ ...one, body: registration() }) }
      : { method: 'GET', path: target[kind] }
  const before = cpuMs(...target.pids)
  const { latency, requests, non2xx } = await autocannon({
    url: target.url,
    connections,
    duration: seconds,
    headers: { ...target.headers, 'content-type': 'application/json' },
    requests: [request],
  })
  const perRequest = (cpuMs(...target.pids) - before) / requests.total
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99, cpu: perRequest, non2xx }
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
  const said = ({ perSecond, p50, p99, cpu }: Loaded) =>
    `${short(perSecond)} per s, p50/p99 ${short(p50)}/${short(p99)} ms, ${short(cpu)} ms of processor`
  const judged = connections === 16
  return {
    figure: 11,
    what: `${kind} with ${connections} clients, against Fastify and PostgreSQL`,
    target: judged ? 'p99 ≤ 10 ×' : '',
    measured: `${said(ours)}; theirs ${said(theirs)}${ours.non2xx > 0 ? `; ${ours.non2xx} not answered with 2xx` : ''}`,
    met: judged ? ours.p99 <= 10 * theirs.p99 && ours.non2xx === 0 : null,
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
