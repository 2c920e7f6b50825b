import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartRefused } from './start-refused.ts'

/** The file that the owner of a data directory holds locked. */
export const lockName = 'lock'

export type DataDirectory = { readonly path: string; readonly release: () => void }

/**
 * Makes the directory if need be and takes it for this process alone. Refuses when it can't be written, or when
 * another running service has it. The lock is SQLite's on an empty file: the kernel lets go of it when the process
 * ends, however it ends, so that there is never a stale one.
 */
export const takeDataDirectory = (directory: string): DataDirectory => {
  const path = resolve(directory)
  makeWritable(path)
  const lock = new DatabaseSync(join(path, lockName))
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

/** Node's own way of making parents never ends where the kernel says that a directory can't be, as in /proc. */
const makeWithParents = (path: string) => {
  if (existsSync(path)) return
  makeWithParents(dirname(path))
  mkdirSync(path)
}

const makeWritable = (path: string) => {
  try {
    makeWithParents(path)
    accessSync(path, constants.W_OK | constants.X_OK)
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new StartRefused(
      `${path} can't be written${cause}: mend its permissions, or set DATA_DIR to a directory that can.`,
    )
  }
}
