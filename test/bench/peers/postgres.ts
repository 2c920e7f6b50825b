import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { freePort } from '../../../infra/local/engines/free-port.ts'

const debian = '/usr/lib/postgresql'

/** Where Debian installs the newest PostgreSQL; undefined when it isn't installed. */
const programs = (): string | undefined => {
  if (!existsSync(debian)) return undefined
  const [newest] = readdirSync(debian).toSorted((one, other) => Number(other) - Number(one))
  return newest === undefined ? undefined : join(debian, newest, 'bin')
}

/** PostgreSQL refuses to be run by root; nobody's account does. */
const nobody = 65_534
const somebodyElse = () => (process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {})

const run = async (program: string, parameters: readonly string[]) => {
  const started = spawn(program, parameters, { ...somebodyElse(), stdio: 'ignore' })
  await once(started, 'exit')
  if (started.exitCode !== 0) throw new Error(`${program} ended with ${started.exitCode}`)
}

export type Postgres = { readonly port: number; readonly pid: number; readonly close: () => Promise<void> }

const untilReady = async (port: number) => {
  for (let tries = 0; tries < 200; tries += 1) {
    const client = new Client({ host: '127.0.0.1', port, user: 'bench', database: 'postgres' })
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await setTimeout(50)
    }
  }
  throw new Error('PostgreSQL did not start')
}

/** A PostgreSQL of its own with its defaults, empty, on 127.0.0.1; undefined where it isn't installed. */
export const startPostgres = async (): Promise<Postgres | undefined> => {
  const bin = programs()
  if (bin === undefined) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'))
  await chmod(folder, 0o700)
  if (process.getuid?.() === 0) await chown(folder, nobody, nobody)
  await run(join(bin, 'initdb'), ['-D', folder, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--no-sync'])
  const port = await freePort()
  const options = ['-D', folder, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1']
  const server = spawn(join(bin, 'postgres'), options, { ...somebodyElse(), stdio: 'ignore' })
  await untilReady(port)
  return {
    port,
    pid: server.pid ?? 0,
    close: async () => {
      const ended = once(server, 'exit')
      server.kill('SIGINT')
      await ended
      await rm(folder, { recursive: true, maxRetries: 10 })
    },
  }
}

/** Two tables as somebody would make them who stored one row for each referral and one for each thing done. */
export const createSchema = (client: Pick<Client, 'query'>) =>
  client.query(`
    create table referrals (
      id text primary key, sar_reference text not null, organisation text not null, referred_on date not null,
      subject_type text not null, link_type text not null, identification_basis text not null,
      apparent_concern text not null, handling text not null, marking text not null, urgent boolean not null,
      status text not null, due_on date, evidence text, category text, unique (sar_reference, organisation));
    create index on referrals (organisation, due_on);
    create table audit (id bigserial primary key, at timestamptz not null default now(), who text, what text, referral text);
  `)
