import type { Clock } from '../clock.ts'
import type { Drained } from '../drain.ts'
import { inTurn } from '../in-turn.ts'
import type { Firing, Scheduler } from './scheduler.ts'

export type ServiceTimeParts = {
  readonly clock: Clock
  readonly scheduler: Scheduler
  /** Runs what a schedule starts, to its end; never rejects for what the function does. */
  readonly run: (firing: Firing) => Promise<void>
  /** Waits until queues and streams are empty. */
  readonly drain: () => Promise<Drained>
  readonly say: (line: string) => void
}

export type ServiceTime = {
  readonly now: () => Date
  /**
   * Sets the service's clock. Backwards, it just does. Forwards, everything scheduled on the way is run in its order,
   * each at its own time and with all its consequences before the next, as if the days had passed; where these don't
   * come to an end, the clock stays there and the answer says what is waited for. One at a time.
   */
  readonly moveTo: (target: Date) => Promise<Drained>
  /** Runs what was missed while the service was stopped, and from then on each firing at its time. */
  readonly start: () => void
  readonly stop: () => void
}

/** The longest that a timer can be set for is 24 days; a shorter look also notices a machine that slept. */
const longestWaitMilliseconds = 60_000

export const keepServiceTime = ({ clock, scheduler, run, drain, say }: ServiceTimeParts): ServiceTime => {
  const queue = inTurn()
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const fire = async (firing: Firing) => {
    await run(firing)
    // After the run: one cut short by a kill is run again.
    scheduler.ran(firing)
  }
  const dueBy = (moment: Date) => {
    const firing = scheduler.next()
    return firing && firing.at <= moment && !stopped ? firing : undefined
  }
  const forward = async (target: Date) => {
    // What is under way belongs to the time it began in.
    const settled = await drain()
    if (!settled.drained) return settled
    for (let firing = dueBy(target); firing; firing = dueBy(target)) {
      if (firing.at > clock.now()) clock.set(firing.at)
      await fire(firing)
      const drained = await drain()
      if (!drained.drained) return drained
    }
    clock.set(target)
    return drain()
  }
  const backward = (target: Date): Drained => {
    clock.set(target)
    scheduler.goOnFrom(target)
    return { drained: true }
  }
  const fireDue = async () => {
    for (let firing = dueBy(clock.now()); firing; firing = dueBy(clock.now())) await fire(firing)
  }
  const arm = () => {
    clearTimeout(timer)
    const next = scheduler.next()
    if (stopped || !next) return
    const wait = Math.max(0, next.at.getTime() - clock.now().getTime())
    timer = setTimeout(tick, Math.min(wait, longestWaitMilliseconds))
  }
  const tick = () => {
    void queue(fireDue)
      .catch((error: unknown) => say(`A scheduled run failed: ${String(error)}`))
      .finally(arm)
  }
  return {
    now: clock.now,
    moveTo: (target) =>
      queue(async () => {
        try {
          return target < clock.now() ? backward(target) : await forward(target)
        } finally {
          arm()
        }
      }),
    start: () => {
      scheduler.skipMissed(clock.now())
      arm()
    },
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
