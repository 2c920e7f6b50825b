import type { IncomingMessage } from 'node:http'
import * as z from 'zod'
import type { Drained } from '../drain.ts'
import type { NotifyStandIn } from '../notify/notify.ts'
import type { ServiceTime } from '../schedules/service-time.ts'
import { type Answer, json, problem } from './answer.ts'
import { readBody } from './body.ts'

export type LocalParts = {
  readonly time: ServiceTime
  readonly drain: () => Promise<Drained>
  readonly mailbox: NotifyStandIn['mailbox']
}

/** Answers what is only there locally: the clock, the waiting for quiet and the mailbox, under `/local`. */
export type LocalRoutes = (request: IncomingMessage) => Promise<Answer>

const bodyLimit = 1024
/** Every morning on the way is lived through, some dozens a second. */
const furthestMove = 5 * 366 * 86_400_000
const ClockSetting = z.strictObject({
  now: z.iso.datetime({ error: 'An instant in UTC is needed, such as 2026-06-01T09:00:00Z.' }),
})

export const localRoutesOf = ({ time, drain, mailbox }: LocalParts): LocalRoutes => {
  const clock = () => json(200, { now: time.now().toISOString() })

  const setClock = async (request: IncomingMessage) => {
    const setting = await readSetting(request)
    if (!setting.ok) return setting.answer
    const target = new Date(setting.value.now)
    if (target.getTime() - time.now().getTime() > furthestMove) return tooFar
    const drained = await time.moveTo(target)
    return drained.drained ? clock() : notDrained(drained.waitingFor)
  }

  const waitForQuiet = async () => {
    const drained = await drain()
    return drained.drained ? json(200, drained) : notDrained(drained.waitingFor)
  }

  const routes: Readonly<Record<string, LocalRoutes>> = {
    'GET /local/clock': () => Promise.resolve(clock()),
    'POST /local/clock': setClock,
    'POST /local/drain': waitForQuiet,
    'GET /local/mailbox': () => Promise.resolve(json(200, { emails: mailbox() })),
  }

  return (request) => {
    const path = (request.url ?? '').replace(/\?.*$/s, '')
    const answer = routes[`${request.method} ${path}`]
    return answer ? answer(request) : Promise.resolve(problem(404, 'There is nothing at this address.'))
  }
}

const tooFar = problem(422, "The clock can't be set to that.", [
  {
    pointer: '/now',
    detail: 'At most five years at a time, because everything scheduled on the way is run.',
  },
])

const notDrained = (waitingFor: readonly string[]) =>
  problem(504, `Still not empty after a minute: ${waitingFor.join(', ')}. Look into .data/log, or try again.`)

type Setting =
  | { readonly ok: true; readonly value: z.infer<typeof ClockSetting> }
  | { readonly ok: false; readonly answer: Answer }

const readSetting = async (request: IncomingMessage): Promise<Setting> => {
  const body = await readBody(request, bodyLimit)
  if (!body) return { ok: false, answer: problem(413, 'The request body is larger than the service takes.') }
  const value = parsedJson(body.toString('utf8'))
  if (value === undefined) return { ok: false, answer: problem(400, 'The request body must be JSON.') }
  const setting = ClockSetting.safeParse(value)
  if (setting.success) return { ok: true, value: setting.data }
  const errors = setting.error.issues.map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part)}`).join(''),
    detail: message,
  }))
  return { ok: false, answer: problem(422, "The clock can't be set to that.", errors) }
}

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
