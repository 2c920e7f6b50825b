import pMap from 'p-map'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Service } from '../../support/service.ts'
import type { Ledger } from './ledger.ts'

const event = z.looseObject({
  type: z.string(),
  version: z.int(),
  at: z.string(),
  receipt: z.object({ reference: z.string(), at: z.string() }),
})
const history = z.object({ items: z.array(event) })
export type Event = z.infer<typeof event>

/** Every referral's history as the UKFIU reads it, by its reference. */
export const historiesOf = async (service: Service, ids: Iterable<string>) => {
  const ukfiu = await service.token('ukfiu')
  const read = async (id: string): Promise<readonly [string, readonly Event[]]> => {
    const { status, body } = await service.call('GET', `/v1/referrals/${id}/history`, undefined, ukfiu)
    if (status !== 200) throw new Error(`${id}: ${status}`)
    return [id, history.parse(body).items]
  }
  return new Map(await pMap(new Set(ids), read, { concurrency: 8 }))
}

/** What is not as the ledger has it: each receipt is in its history once, in order, and follows what it named. */
export const brokenPromises = (
  { promised }: Ledger,
  histories: ReadonlyMap<string, readonly Event[]>,
): readonly string[] => {
  const disordered = [...histories].flatMap(([id, events]) =>
    events.some(({ version, at }, place) => version !== place + 1 || at < (events[place - 1]?.at ?? ''))
      ? [`${id} is out of order`]
      : [],
  )
  const lost = promised.flatMap(({ referral, version, at, reference, type, follows }) => {
    const events = histories.get(referral) ?? []
    const found = events.filter(({ receipt }) => receipt.reference === reference)
    const [only] = found
    const holds = found.length === 1 && only?.version === version && only.at === at && only.type === type
    const isNext = follows === undefined || version === follows + 1
    return holds && isNext ? [] : [`${reference} (${type}) is there ${found.length} times`]
  })
  return [...disordered, ...lost]
}

const page = z.object({ items: z.array(z.object({ requestId: z.string() })), next: z.string().nullable() })

/** The ids of all requests that the access log knows of from one day to another. */
const loggedRequests = async (service: Service, from: string, to: string) => {
  const auditor = await service.token('auditor')
  const found = new Set<string>()
  let cursor: string | null = ''
  while (cursor !== null) {
    const query = new URLSearchParams({ from, to, limit: '100', ...(cursor && { cursor }) })
    const { body } = await service.call('GET', `/v1/access-log?${query.toString()}`, undefined, auditor)
    const { items, next }: z.infer<typeof page> = page.parse(body)
    items.forEach(({ requestId }) => found.add(requestId))
    cursor = next
  }
  return found
}

/** The answers that were given and of which the access log knows nothing. */
export const unlogged = async (service: Service, { requests }: Ledger, from: string, to: string) => {
  const logged = await loggedRequests(service, from, to)
  return requests.filter(({ id }) => !logged.has(id))
}

const line = z.object({ differences: z.int(), named: z.array(z.unknown()).default([]) })

/** What the last nightly recount of the figures said. */
export const lastRecount = ({ dataDir }: Service) => {
  const folder = join(dataDir, 'log')
  const file = readdirSync(folder).find((name) => name.includes('reconcile')) ?? ''
  const lines = readFileSync(join(folder, file), 'utf8').trim().split('\n')
  return line.parse(JSON.parse(lines.at(-1) ?? ''))
}
