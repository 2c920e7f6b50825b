import { setTimeout } from 'node:timers/promises'
import type { Cleanup } from './cleanup.ts'
import type { Clock } from './clock.ts'
import { drain, type Drained } from './drain.ts'
import type { Engines } from './engines/start.ts'
import { type FunctionHost, hostFunctions } from './lambda/function-host.ts'
import { payloadOf } from './schedules/payload.ts'
import { type Firing, openScheduler } from './schedules/scheduler.ts'
import { keepServiceTime, type ServiceTime } from './schedules/service-time.ts'
import { runUnattended } from './schedules/unattended.ts'
import { type Activity, countActivity } from './sources/activity.ts'
import { settingAside } from './sources/failure-destination.ts'
import type { Source } from './sources/source.ts'
import { startSources } from './sources/start.ts'
import type { Deployment } from './template/deployment.ts'

export type WorkOptions = {
  readonly deployment: Deployment
  readonly engines: Engines
  readonly streamArns: ReadonlyMap<string, string>
  /** What the functions' environment is given on top of the template's. */
  readonly overrides: Readonly<Record<string, string>>
  readonly dataDir: string
  readonly recordCallsIn?: string | undefined
  readonly clock: Clock
  readonly say: (line: string) => void
}

export type Work = {
  readonly host: FunctionHost
  /** Starts offering the functions what queues and streams hold. */
  readonly begin: () => void
  readonly time: ServiceTime
  /** Counts what is under way, also for others whose work `drain` is to wait for. */
  readonly activity: Activity
  readonly drain: () => Promise<Drained>
}

/** Hosts the functions, and knows what calls them without being asked: once begun queues and streams, and the time. */
export const startWork = (options: WorkOptions, cleanup: Cleanup): Work => {
  const { deployment, engines, clock, dataDir, say } = options
  const { functions } = deployment
  const { shared, now } = clock
  const host = hostFunctions({ ...options, functions, clock: shared })
  const activity = countActivity()
  const { invoke } = host
  let sources: readonly Source[] = []
  const begin = () => {
    if (sources.length === 0) sources = startSources({ ...options, ...engines, invoke, activity, now })
  }
  const drainAll = () => drain({ sources, activity })
  const setAside = settingAside(engines.sqs, deployment.queues)
  const run = ({ schedule, at }: Firing) => {
    const target = { ...schedule, event: payloadOf(schedule, at) }
    return activity.during(async () => {
      await runUnattended({ functions, invoke, setAside }, target)
      // AWS deletes what has expired in its own time, within days: here a few times each day of the service's time.
      await engines.expire(deployment, now())
    })
  }
  const scheduler = openScheduler(dataDir, deployment.schedules, now())
  const time = keepServiceTime({ clock, scheduler, run, drain: drainAll, say })
  cleanup.opened(host, () => stop({ host, time, sources }))
  return { host, time, begin, activity, drain: drainAll }
}

const graceMilliseconds = 300

/** Gives what is under way a moment to end by itself; what doesn't is offered again by the next start. */
const stop = async ({
  host,
  time,
  sources,
}: Pick<Work, 'host' | 'time'> & { sources: readonly Source[] }) => {
  time.stop()
  const stopped = Promise.all(sources.map((source) => source.stop()))
  await Promise.race([stopped, setTimeout(graceMilliseconds)])
  await host.close()
  await stopped
}
