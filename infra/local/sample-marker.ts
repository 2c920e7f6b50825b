import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const loading = (dataDir: string) => join(dataDir, 'sample.loading')
const loaded = (dataDir: string) => join(dataDir, 'sample.loaded')

/** Whether the sample year is there whole. */
export const hasSample = (dataDir: string): boolean => existsSync(loaded(dataDir))

/** Remembers that the sample is being loaded, so that half of one is known for what it is. */
export const beginSample = (dataDir: string): void => writeFileSync(loading(dataDir), '')

/** Remembers that the sample is whole. */
export const endSample = (dataDir: string): void => renameSync(loading(dataDir), loaded(dataDir))

/**
 * Empties a data directory whose sample was cut short. Nothing that anybody was told is stored is lost: the service
 * takes no requests before the sample is whole.
 */
export const discardHalfASample = (dataDir: string): void => {
  if (!existsSync(loading(dataDir))) return
  for (const name of readdirSync(dataDir)) {
    if (name !== 'lock') rmSync(join(dataDir, name), { recursive: true })
  }
}
