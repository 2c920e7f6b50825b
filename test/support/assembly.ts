import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { synthesize } from '../../infra/local/synthesize.ts'

/**
 * Synthesizes once, into a directory that nobody else writes to, what all services that tests start then run: each of
 * them starts in a second in place of four. It is named as whoever starts the service by hand would name it.
 */
export const setup = async () => {
  if (process.env['CDK_OUT'] !== undefined) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'assembly-'))
  await cp(await synthesize(), folder, { recursive: true })
  process.env['CDK_OUT'] = folder
  return () => rm(folder, { recursive: true })
}
