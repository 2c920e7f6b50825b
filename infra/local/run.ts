import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { type Cleanup, cleanupOf } from './cleanup.ts'
import { startParts } from './parts.ts'
import type { Prepare } from './prepare.ts'
import { gatewayOf } from './http/gateway.ts'
import { onDemandOf } from './on-demand.ts'
import { localRoutesOf } from './http/local-routes.ts'
import { claimable, listen, serverOf } from './http/server.ts'
import type { Settings } from './settings.ts'
import type { Work } from './work.ts'

export type RunOptions = Omit<Settings, 'assembly' | 'sample'> & {
  /** The directory of the cloud assembly to run, which may still be in the making. */
  readonly assembly: Promise<string>
  /** Puts in place what a service has before anyone uses it. */
  readonly prepare: Prepare
  /** Told of progress and trouble, a line at a time. */
  readonly log: (line: string) => void
}

export type RunningService = {
  readonly url: string
  /** The service's time. */
  readonly now: () => Date
  /** Resolves with the reason if something that it can't do without ends. */
  readonly failed: Promise<string>
  /** Takes no more requests, gives what is under way a moment, and closes everything. */
  readonly stop: () => Promise<void>
}

/**
 * Runs the whole service on this machine, on 127.0.0.1 only, and answers once it takes requests. Refuses (`StartRefused`)
 * a port or a data directory that it can't have, and a template that it can't run; nothing is then left running.
 */
export const runLocally = async (options: RunOptions): Promise<RunningService> => {
  const cleanup = cleanupOf()
  try {
    return await start(options, cleanup)
  } catch (error) {
    await cleanup.run()
    throw error
  }
}

/** The figures count what has just been put in place; somebody who looks at them first thing wants it counted. */
const untilQuiet = async (drain: Work['drain'], log: (line: string) => void) => {
  const drained = await drain()
  if (!drained.drained) log(`Still at work: ${drained.waitingFor.join(', ')}`)
}

const graceMilliseconds = 500

const start = async (options: RunOptions, cleanup: Cleanup): Promise<RunningService> => {
  const { port, log } = options
  const prepare = cleanup.opened(options.prepare, ({ close }) => close())
  const url = `http://127.0.0.1:${port}`
  await claimable(port)
  const parts = await startParts({ ...options, url }, cleanup)
  const { deployment, identity, notify, host, time, activity, drain } = parts
  await prepare.always(parts.seedTarget)
  await parts.firstStart.once(async () => {
    await prepare.once(parts.seedTarget)
    parts.begin()
    await untilQuiet(drain, log)
  })
  parts.begin()
  await prepare.close()

  const gateway = gatewayOf({
    api: deployment.api,
    invoke: host.invoke,
    verify: identity.verify,
    now: time.now,
  })
  const local = localRoutesOf({
    time,
    drain,
    notify,
    onDemand: onDemandOf(deployment, host.invoke, activity),
  })
  const server = serverOf({ identity, local, gateway, say: log })
  await listen(server, port)
  cleanup.opened(server, async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeIdleConnections()
    await Promise.race([closed, setTimeout(graceMilliseconds)])
    server.closeAllConnections()
  })
  notify.begin(activity)
  time.start()
  return { url, now: time.now, failed: parts.failed, stop: cleanup.run }
}
