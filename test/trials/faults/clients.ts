import { setTimeout } from 'node:timers/promises'
import * as z from 'zod'
import { randomFor, type Random } from '../../../seeds/sample-year/random.ts'
import { daysOn } from '../../support/reference.ts'
import { outcomeRequest, progressRequest, registrationRequest } from '../../support/referrals.ts'
import type { Reply, Service } from '../../support/service.ts'
import { newSar } from '../support/referring.ts'
import { isLong, seed } from '../support/trial.ts'
import type { Ledger } from './ledger.ts'

const referral = z.object({ id: z.string() })
const organisations = ['kent', 'essex', 'police-scotland', 'psni', 'metropolitan', 'nca'] as const

export type ClientOptions = {
  readonly service: Service
  readonly ledger: Ledger
  readonly tokens: ReadonlyMap<string, string>
  /** The service's London day. */
  readonly day: () => string
  /** Resolves when the service may be asked. */
  readonly ready: () => Promise<void>
  readonly isOver: () => boolean
}

/** In milliseconds: through many kills in a row, each before the service has warmed up. */
const patient = isLong ? 900_000 : 60_000

/** Sends a request until it is answered, as a client does that has a promise to keep: the same again after any fault. */
const insist = async (
  options: ClientOptions,
  client: string,
  ask: readonly [string, string, unknown, string?],
) => {
  const { service, tokens, ledger, ready } = options
  const [method, path, body, version] = ask
  const token = tokens.get(client) ?? ''
  const until = performance.now() + patient
  for (;;) {
    await ready()
    const reply = await send(service, { method, path, body, token, version }).catch(() => undefined)
    if (reply) ledger.noteAnswer(reply)
    if (reply && reply.status < 300) return reply
    const isRefused = reply && reply.status < 500 && reply.status !== 429
    if (isRefused || performance.now() > until)
      throw new Error(`${method} ${path}: ${reply?.status} ${JSON.stringify(reply?.body)}`)
    await setTimeout(20)
  }
}

type Sent = { method: string; path: string; body: unknown; token: string; version: string | undefined }

const send = async ({ url }: Service, { method, path, body, token, version }: Sent): Promise<Reply> => {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify(body),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

const outcomeOn = (concludedOn: string, rationale: string) =>
  outcomeRequest({
    concludedOn,
    rationale,
    subjectConfirmed: 'unable_to_determine',
    evidenceOfCorruption: 'unable_to_determine',
    actions: ['no_action'],
  })

/** One referral from its registration as far as chance leads it. */
const live = async (options: ClientOptions, random: Random) => {
  const { ledger, day } = options
  const [sarReference, organisation, referredOn] = [newSar(), random.oneOf(organisations), day()]
  const urgent = random.oneOf([true, false, false])
  const body = registrationRequest({ sarReference, organisation, referredOn, urgent })
  const { id } = referral.parse((await insist(options, 'ukfiu', ['POST', '/v1/referrals', body])).body)
  ledger.noteReferral(sarReference, id)
  const force = `force-${organisation}`
  const at = `/v1/referrals/${id}`
  if (random.oneOf([true, true, false])) {
    const known = { personnelConfirmed: 'checking' }
    const reply = await insist(options, force, ['POST', `${at}/acknowledgement`, known])
    ledger.noteReceipt(id, 'acknowledged', reply)
  }
  if (random.oneOf([true, false])) {
    const report = progressRequest(daysOn(day(), random.oneOf([20, 40, 60])))
    const reply = await insist(options, force, ['POST', `${at}/progress-reports`, report])
    ledger.noteReceipt(id, 'progress_reported', reply)
  }
  if (random.oneOf([true, false])) return
  const concludedOn = referredOn
  const first = outcomeOn(concludedOn, 'Nothing could be told from what the bank sent.')
  let version = ledger.noteReceipt(
    id,
    'outcome_given',
    await insist(options, force, ['PUT', `${at}/outcome`, first]),
  )
  for (let times = random.oneOf([0, 0, 1, 3]); times > 0; times -= 1) {
    const corrected = outcomeOn(concludedOn, `A correction that leaves ${times} more to be made.`)
    const reply = await insist(options, force, ['PUT', `${at}/outcome`, corrected, String(version)])
    version = ledger.noteReceipt(id, 'outcome_given', reply, version)
  }
}

/** So many clients who register and answer, one referral after another, until it is over. */
export const startClients = async (count: number, options: ClientOptions): Promise<void> => {
  const lives = Array.from({ length: count }, async (_, place) => {
    const random = randomFor(seed, 'client', String(place))
    while (!options.isOver()) await live(options, random)
  })
  await Promise.all(lives)
}

export const clientNames: readonly string[] = ['ukfiu', ...organisations.map((code) => `force-${code}`)]
