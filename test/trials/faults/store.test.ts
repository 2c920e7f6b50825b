import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomFor } from '../../../seeds/sample-year/random.ts'
import type { Service } from '../../support/service.ts'
import { daysOn } from '../../support/reference.ts'
import { setClock, today } from '../support/referring.ts'
import { isLong, patience, seed, startTrial, writeFigures } from '../support/trial.ts'
import { brokenPromises, historiesOf, lastRecount, unlogged } from './checks.ts'
import { clientNames, startClients } from './clients.ts'
import { startFaultyStore, storeFaults, type FaultyStore } from './faulty-store.ts'
import { withTimeout } from './impatient-assembly.ts'
import { openLedger } from './ledger.ts'

/**
 * A store that is too busy, fails, is late, or does what was asked and says nothing; and functions that run out of time
 * between a write and its answer. Clients send the same again after a fault: everything is recorded once.
 */

const secondsLong = isLong ? 180 : 8
const clientsAtOnce = 6

let service: Service
let store: FaultyStore
const ledger = openLedger()
const tokens = new Map<string, string>()

beforeAll(async () => {
  store = await startFaultyStore(randomFor(seed, 'store'))
  const assembly = await withTimeout(process.env['CDK_OUT'] ?? '', 4)
  service = await startTrial({ DYNAMODB_ENDPOINT: store.endpoint, CDK_OUT: assembly })
  store.tune()
  await setClock(service)
  for (const client of clientNames) tokens.set(client, await service.token(client))
})
afterAll(async () => {
  store.fail(0)
  await service.close()
  await store.close()
})

describe('with a store that fails one time in eight', () => {
  test('clients that insist are answered in the end', { timeout: patience }, async () => {
    let over = false
    const options = {
      service,
      ledger,
      tokens,
      day: () => today,
      ready: () => Promise.resolve(),
      isOver: () => over,
    }
    const clients = startClients(clientsAtOnce, options)
    await setTimeout(300)
    store.fail(0.12)
    await Promise.race([clients, setTimeout(secondsLong * 1000)])
    store.fail(0)
    over = true
    await clients
    const promised = { referrals: ledger.referrals.size, receipts: ledger.promised.length }
    await writeFigures('store-faults', { ...store.counts, ...promised, answers: ledger.requests.length })
    expect(storeFaults.filter((kind) => store.counts[kind] === undefined)).toEqual([])
    expect(ledger.promised.length).toBeGreaterThan(5)
  })

  test('every receipt is in the history once, in order', { timeout: patience }, async () => {
    expect((await service.call('POST', '/local/drain')).status).toBe(200)
    const histories = await historiesOf(service, ledger.referrals.values())
    expect(brokenPromises(ledger, histories)).toEqual([])
    const twice = [...histories].filter(([, events]) => {
      const answers = events.map((event) => JSON.stringify([event.type, event['outcome'], event['report']]))
      return new Set(answers).size < answers.length
    })
    expect(twice).toEqual([])
  })

  test(
    'the access log has every answer, and the figures equal a recount',
    { timeout: patience },
    async () => {
      expect(await unlogged(service, ledger, today, daysOn(today, 1))).toEqual([])
      await setClock(service, `${daysOn(today, 1)}T03:00:00Z`)
      expect(lastRecount(service)).toEqual({ differences: 0, named: [] })
    },
  )
})
