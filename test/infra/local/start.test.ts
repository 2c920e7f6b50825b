import { once } from 'node:events'
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../../infra/local/engines/free-port.ts'
import { takeDataDirectory } from '../../../infra/local/data-directory.ts'
import { run, startService } from '../../support/service.ts'
import { dataDirectory } from './support/data-directory.ts'
import { fixture } from './support/fixture.ts'
import { processTree } from './support/listening.ts'

const fixtureProgram = fileURLToPath(new URL('support/fixture-service.ts', import.meta.url))

/** Node.js may warn of a library that the end cuts off while it loads: under load, once in some hundred times. */
const warnings = /^\(node:\d+\) Warning: .*\n\(Use `node --trace-warnings .*\n/gm

/** Starts the service with these settings and waits for it to end by itself. */
const refusal = async (settings: Readonly<Record<string, string>>) => {
  const defaults = { CDK_OUT: fixture, DATA_DIR: dataDirectory(), PORT: String(await freePort()) }
  const child = run({}, { ...defaults, ...settings })
  const [said] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'close')])
  return { status: child.exitCode, said: said.replaceAll(warnings, '').trimEnd() }
}

test('a port that is in use', async () => {
  const port = await freePort()
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  expect(await refusal({ PORT: String(port) })).toEqual({
    status: 1,
    said: `Port ${port} is in use or not allowed: stop what uses it, or set PORT to another.`,
  })
})

test('a data directory that another running service has', async () => {
  const directory = dataDirectory()
  const taken = takeDataDirectory(directory)
  onTestFinished(taken.release)
  expect(await refusal({ DATA_DIR: directory })).toEqual({
    status: 1,
    said: `${directory} is in use by another running service: stop that one, or set DATA_DIR to another directory.`,
  })
})

test('a data directory that cannot be written', async () => {
  const { status, said } = await refusal({ DATA_DIR: '/proc/data' })
  expect(status).toBe(1)
  expect(said).toMatch(/^\/proc\/data can't be written \(ENOENT\): [^\n]+$/)
})

test.each([
  ['a port that is none', { PORT: 'many' }, /^PORT: [^\n]+$/],
  [
    'a directory that the CDK app has not written to',
    { CDK_OUT: '/nowhere' },
    /^\/nowhere\/SarOutcomes[^\n]+$/,
  ],
])('%s', async (_, settings, line) => {
  const { status, said } = await refusal(settings)
  expect(status).toBe(1)
  expect(said).toMatch(line)
})

test('the end of an engine is the end of the service, which says so and can be started again', async () => {
  const service = await startService({ program: fixtureProgram })
  onTestFinished(service.close)
  const engine = processTree(service.pid()).find(isEngine) ?? 0
  expect(engine).toBeGreaterThan(0)
  process.kill(engine, 'SIGKILL')
  expect(await service.ended()).toBe(1)
  expect(service.output()).toContain('The DynamoDB engine ended.')
  await service.restart()
  expect((await service.call('GET', '/health')).status).toBe(200)
})

const isEngine = (pid: number) => {
  const [program = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  return !program.includes('node/bin') && !program.endsWith('/sh')
}
