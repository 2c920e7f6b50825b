import { createWriteStream, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** Takes a line of text with its line break, or everything that comes out of a stream. */
export type WriteLog = (what: string | Readable) => void

export type Log = { readonly file: string; readonly write: WriteLog; readonly close: () => void }

/** What a function writes goes to `log/<function>.log` in `dataDir`, which each start begins anew. */
export const openLog = (dataDir: string, functionName: string): Log => {
  const directory = join(dataDir, 'log')
  mkdirSync(directory, { recursive: true })
  const file = join(directory, `${functionName}.log`)
  const stream = createWriteStream(file, { fd: openSync(file, 'w') })
  // A log that can't be written, for want of space, is no reason to stop.
  stream.on('error', () => undefined)
  return {
    file,
    close: () => stream.end(),
    write: (what) => {
      if (typeof what === 'string') stream.write(what)
      else what.on('data', (chunk: Buffer) => stream.write(chunk))
    },
  }
}
