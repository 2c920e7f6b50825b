import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartRefused } from './start-refused.ts'

export type DataDirectory = { readonly path: string; readonly release: () => void }

/**
 * Makes the directory if need be and takes it for this process alone. Refuses when it can't be written, or when
 * another running service has it. The lock is SQLite's on an empty file: the kernel lets go of it when the process
 * ends, however it ends, so that there is never a stale one.
 */
export const takeDataDirectory = (directory: string): DataDirectory => {
  const path = resolve(directory)
  makeWritable(path)
  const lock = new DatabaseSync(join(path, 'lock'))
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new StartRefused(
      `${path} is in use by another running service: stop that one, or set DATA_DIR to another directory.`,
    )
  }
  return { path, release: () => lock.close() }
}

const makeWritable = (path: string) => {
  try {
    mkdirSync(path, { recursive: true })
    accessSync(path, constants.W_OK | constants.X_OK)
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new StartRefused(
      `${path} can't be written${cause}: mend its permissions, or set DATA_DIR to a directory that can.`,
    )
  }
}
