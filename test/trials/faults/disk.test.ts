import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod'
import { registrationRequest } from '../../support/referrals.ts'
import { newSar, setClock, today } from '../support/referring.ts'
import { isLong, patience, startTrial, writeFigures } from '../support/trial.ts'
import { historiesOf } from './checks.ts'

/**
 * The disk under the data fills up: nothing that was answered is lost, what can't be kept is refused as a fault, and
 * with room again the service goes on. Only a long trial by root can make itself a small disk.
 */

const mayMount = isLong && process.getuid?.() === 0

const smallDisk = (megabytes: number): string => {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'))
  execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  onTestFinished(() => {
    execFileSync('/bin/umount', ['-l', folder])
    rmSync(folder, { recursive: true })
  })
  return folder
}

/** Writes until there is no room. */
const fillWith = (file: string): void => {
  const block = Buffer.alloc(64 * 1024)
  try {
    for (;;) appendFileSync(file, block)
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOSPC')) throw fault
  }
}

const referral = z.object({ id: z.string() })

test.skipIf(!mayMount)('a full disk loses nothing that was answered', { timeout: patience }, async () => {
  const folder = smallDisk(160)
  vi.stubEnv('TMPDIR', folder)
  const service = await startTrial()
  vi.unstubAllEnvs()
  onTestFinished(service.close)
  await setClock(service)
  const ukfiu = await service.token('ukfiu')
  const answered: string[] = []
  const statuses: Record<string, number> = {}
  const registerOne = async () => {
    const body = registrationRequest({ sarReference: newSar(), referredOn: today })
    const reply = await service.call('POST', '/v1/referrals', body, ukfiu).catch(() => undefined)
    const status = String(reply?.status ?? 'none')
    statuses[status] = (statuses[status] ?? 0) + 1
    if (reply?.status === 201) answered.push(referral.parse(reply.body).id)
    return reply?.status
  }
  for (let times = 0; times < 20; times += 1) await registerOne()

  const filler = join(folder, 'filler')
  fillWith(filler)
  let full = 0
  for (let times = 0; times < 60; times += 1) full += (await registerOne()) === 201 ? 0 : 1
  rmSync(filler)
  await service.kill9()
  await service.restart()
  expect(await registerOne()).toBe(201)
  expect((await service.call('POST', '/local/drain')).status).toBe(200)
  const histories = await historiesOf(service, answered)
  expect(answered.filter((id) => histories.get(id)?.length !== 1)).toEqual([])
  expect(full).toBeGreaterThan(0)
  await writeFigures('disk', { answered: answered.length, refused: full, statuses })
})
