import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startLeashed } from '../../../../infra/local/engines/leashed-process.ts'
import { dataDirectory } from '../support/data-directory.ts'
import { writePidAndStay } from '../support/leash.ts'

const owner = fileURLToPath(new URL('../support/leash-owner.ts', import.meta.url))

const until = async (holds: () => boolean) => {
  while (!holds()) await setTimeout(5)
  return true
}
/** A process that has ended, even one that nobody has asked about yet, has no program any more. */
const runs = (pid: string) => existsSync(`/proc/${pid}/cwd`)

test('what it runs does not outlive a process that is killed', async () => {
  const file = join(dataDirectory(), 'pid')
  const child = spawn(process.execPath, [owner, file], { stdio: 'inherit' })
  await until(() => existsSync(file))
  const pid = readFileSync(file, 'utf8').trim()
  expect(runs(pid)).toBe(true)
  child.kill('SIGKILL')
  expect(await until(() => !runs(pid))).toBe(true)
})

test('stopping ends it', async () => {
  const file = join(dataDirectory(), 'pid')
  const { stop } = startLeashed('/bin/sh', ['-c', writePidAndStay, file])
  await until(() => existsSync(file))
  const pid = readFileSync(file, 'utf8').trim()
  expect(runs(pid)).toBe(true)
  await stop()
  expect(runs(pid)).toBe(false)
})

test('an end of its own is noticed, with what it said', async () => {
  const { ended } = startLeashed('/bin/sh', ['-c', 'echo out of order >&2; exit 3'])
  expect(await ended).toBe('out of order')
})
