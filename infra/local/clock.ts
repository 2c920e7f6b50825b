import { join } from 'node:path'
import * as z from 'zod'
import { durableFile } from './durable-file.ts'

export type Clock = {
  /** The service's time. */
  readonly now: () => Date
  /** Makes the service's time this from now on; it goes on ticking. Earlier is as good as later. */
  readonly set: (to: Date) => void
  /** What the functions' threads read: milliseconds to add to real time, one 64-bit integer. */
  readonly shared: SharedArrayBuffer
}

const Stored = z.strictObject({ offsetMilliseconds: z.int() })

/** The service's clock: real time plus an offset that survives restarts and kills in `dataDir`. */
export const openClock = (dataDir: string): Clock => {
  const file = durableFile(join(dataDir, 'clock.json'), Stored)
  const shared = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT)
  const offset = new BigInt64Array(shared)
  Atomics.store(offset, 0, BigInt(file.read()?.offsetMilliseconds ?? 0))
  return {
    shared,
    now: () => new Date(Date.now() + Number(Atomics.load(offset, 0))),
    set: (to) => {
      const offsetMilliseconds = to.getTime() - Date.now()
      file.write({ offsetMilliseconds })
      Atomics.store(offset, 0, BigInt(offsetMilliseconds))
    },
  }
}
