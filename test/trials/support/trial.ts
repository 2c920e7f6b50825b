import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../../infra/local/settings.ts'
import { startService, type Service } from '../../support/service.ts'

/** Whether the trials are the long ones, which take an hour and a half and not a minute. */
export const isLong = process.env['TRIALS'] === 'long'

/** What chance begins from: the same seed makes the same requests. Another one is asked for by `SEED`. */
export const seed = Number(process.env['SEED'] ?? 20_261_121)

/** How long a test may take: a minute, or as long as a long trial needs. */
export const patience = isLong ? 3 * 3_600_000 : 60_000

/** A service of its own, without a sample year. */
export const startTrial = (environment: Readonly<Record<string, string>> = {}): Promise<Service> =>
  startService({ environment })

/** Writes the figures of a trial to `build/trials`, for people to read; a short trial's stand beside a long one's. */
export const writeFigures = async (trial: string, figures: object): Promise<void> => {
  const folder = join(root, 'build', 'trials')
  await mkdir(folder, { recursive: true })
  const told = { trial, seed, length: isLong ? 'long' : 'short', ...figures }
  await writeFile(join(folder, `${trial}.${told.length}.json`), `${JSON.stringify(told, null, 2)}\n`)
}
