import type { IncomingMessage } from 'node:http'
import * as z from 'zod'
import type { Drained } from '../drain.ts'
import { FaultSetting } from '../notify/faults.ts'
import type { OnDemand } from '../on-demand.ts'
import type { NotifyStandIn } from '../notify/notify.ts'
import type { ServiceTime } from '../schedules/service-time.ts'
import { type Answer, json, problem } from './answer.ts'
import { readSetting } from './setting.ts'

export type LocalParts = {
  readonly time: ServiceTime
  readonly drain: () => Promise<Drained>
  readonly notify: Pick<NotifyStandIn, 'mailbox' | 'faults'>
  readonly onDemand: OnDemand
}

/** Answers what is only there locally: the clock, the waiting for quiet, the mailbox and its faults, and the
 * functions that nothing but a person runs, under `/local`. */
export type LocalRoutes = (request: IncomingMessage) => Promise<Answer>

/** Every morning on the way is lived through, some dozens a second. */
const furthestMove = 5 * 366 * 86_400_000
const ClockSetting = z.strictObject({
  now: z.iso.datetime({ error: 'An instant in UTC is needed, such as 2026-06-01T09:00:00Z.' }),
})
const clockSetting = { schema: ClockSetting, limit: 1024, refusal: "The clock can't be set to that." }
const eventSetting = { schema: z.json(), limit: 65_536, refusal: 'The event must be JSON.' }
const faultSetting = { schema: FaultSetting, limit: 65_536, refusal: "These faults can't be set." }

export const localRoutesOf = ({ time, drain, notify, onDemand }: LocalParts): LocalRoutes => {
  const clock = () => json(200, { now: time.now().toISOString() })

  const setClock = async (request: IncomingMessage) => {
    const setting = await readSetting(request, clockSetting)
    if (!setting.ok) return setting.answer
    const target = new Date(setting.value.now)
    if (target.getTime() - time.now().getTime() > furthestMove) return tooFar
    const drained = await time.moveTo(target)
    return drained.drained ? clock() : notDrained(drained.waitingFor)
  }

  const faults = () => json(200, { faults: notify.faults.left() })

  const setFaults = async (request: IncomingMessage) => {
    const setting = await readSetting(request, faultSetting)
    if (!setting.ok) return setting.answer
    notify.faults.set(setting.value.faults)
    return faults()
  }

  const waitForQuiet = async () => {
    const drained = await drain()
    return drained.drained ? json(200, drained) : notDrained(drained.waitingFor)
  }

  const invoke = async (request: IncomingMessage, name: string) => {
    const run = onDemand(name)
    if (!run) return problem(404, 'No function of this name is run by hand.')
    const event = await readSetting(request, eventSetting)
    if (!event.ok) return event.answer
    const result = await run(event.value)
    return result.ok
      ? json(200, result.payload)
      : problem(500, `The function failed. ${result.error.errorMessage}`)
  }

  const routes: Readonly<Record<string, LocalRoutes>> = {
    'GET /local/clock': () => Promise.resolve(clock()),
    'POST /local/clock': setClock,
    'POST /local/drain': waitForQuiet,
    'GET /local/mailbox': () => Promise.resolve(json(200, { emails: notify.mailbox() })),
    'GET /local/notify/faults': () => Promise.resolve(faults()),
    'POST /local/notify/faults': setFaults,
  }

  return (request) => {
    const path = (request.url ?? '').replace(/\?.*$/s, '')
    const [, name] = request.method === 'POST' ? (/^\/local\/functions\/([\w-]+)$/.exec(path) ?? []) : []
    if (name !== undefined) return invoke(request, name)
    const answer = routes[`${request.method} ${path}`]
    return answer ? answer(request) : Promise.resolve(problem(404, 'There is nothing at this address.'))
  }
}

const tooFar = problem(422, clockSetting.refusal, [
  {
    pointer: '/now',
    detail: 'At most five years at a time, because everything scheduled on the way is run.',
  },
])

const notDrained = (waitingFor: readonly string[]) =>
  problem(
    504,
    `Still not empty after a minute: ${waitingFor.join(', ')}. What the functions said is in the log folder of DATA_DIR.`,
  )
