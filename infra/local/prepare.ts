import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { clientOptions } from './engines/client-options.ts'
import { SeedingReply, type SeedingRequest } from './seeding/protocol.ts'

/** Where what a service starts with is written to. */
export type SeedTarget = {
  /** How to reach the tables. */
  readonly dynamoDb: ReturnType<typeof clientOptions>
  /** The functions' variables, all of them together: what the tables are called, for one. */
  readonly environment: Readonly<Record<string, string>>
  /** The service's time. */
  readonly now: () => Date
  readonly say: (line: string) => void
}

/** Puts in place what a service has before anyone uses it. */
export type Prepare = {
  /** At every start. Leaves alone what is there. */
  readonly always: (target: SeedTarget) => Promise<void>
  /** Once for a data directory. One that is cut short is begun again on an empty directory. */
  readonly once: (target: SeedTarget) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Every organisation has its placeholder contacts; the sample year comes on top unless there is to be none. The work is
 * done in a thread that loads its code from now on, and takes its memory with it when it is closed.
 */
export const preparation = (sample: 'default' | 'none'): Prepare => {
  const worker = new Worker(new URL('./seeding/worker.ts', import.meta.url))
  const ask = async (work: SeedingRequest['work'], target: SeedTarget) => {
    const { dynamoDb, environment, now, say } = target
    const request: SeedingRequest = { work, dynamoDb, environment, now: now().getTime() }
    worker.postMessage(request, [])
    for (;;) {
      const [message]: unknown[] = await once(worker, 'message')
      const reply = SeedingReply.parse(message)
      if (reply.kind === 'done') return
      if (reply.kind === 'failed') throw new Error(reply.error)
      say(reply.line)
    }
  }
  return {
    always: (target) => ask('contacts', target),
    once: (target) => (sample === 'none' ? Promise.resolve() : ask('sample', target)),
    close: async () => {
      await worker.terminate()
    },
  }
}
