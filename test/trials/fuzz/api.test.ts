import * as fc from 'fast-check'
import pMap from 'p-map'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { openContract, type Contract } from '../../support/contract.ts'
import type { Service } from '../../support/service.ts'
import { register, setClock } from '../support/referring.ts'
import { isLong, patience, seed, startTrial, writeFigures } from '../support/trial.ts'
import { requestsFrom, slotMark, type FuzzRequest } from './requests.ts'

/**
 * Requests made up from the published contract, more than half of them with something wrong in them, through the whole
 * running service: each is answered, none with a fault, and every answer is one that the contract has.
 */

const rounds = isLong ? 100 : 4
const each = isLong ? 100 : 150
const atOnce = 8

let service: Service
let published: unknown
let contract: Contract
const tokens = new Map<string, string>()
const referrals: string[] = []
const statuses: Record<string, number> = {}

const clients = {
  ukfiu: 'ukfiu',
  force: 'force-kent',
  sta_author: 'sta-author',
  sta_approver: 'sta-approver',
  auditor: 'auditor',
}

beforeAll(async () => {
  service = await startTrial()
  await setClock(service)
  published = (await service.call('GET', '/v1/openapi.json')).body
  contract = openContract(z.looseObject({}).parse(published))
  await signIn()
  for (const organisation of ['kent', 'kent', 'kent', 'essex', 'border-force'])
    referrals.push(await register(service, tokens.get('ukfiu') ?? '', { organisation }))
})
afterAll(() => service.close())

/** A token is good for an hour. */
const signIn = async () => {
  for (const [role, client] of Object.entries(clients)) tokens.set(role, await service.token(client))
}

const created = z.object({ id: z.string() })

const bodyOf = (type: string | null, text: string): unknown =>
  type?.includes('json') ? JSON.parse(text) : text

/** What is wrong with the answer to a request. */
const faultsOf = async (request: FuzzRequest): Promise<readonly string[]> => {
  const { operation, method, path, query, headers, body, role, slot } = request
  const token = tokens.get(role)
  const address = path.replace(slotMark, referrals[slot % referrals.length] ?? '')
  const asked = query.length > 0 ? `?${new URLSearchParams(query.map(([...pair]) => pair)).toString()}` : ''
  const response = await fetch(`${service.url}${address}${asked}`, {
    method,
    headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body }),
  })
  const text = await response.text()
  const { status } = response
  statuses[status] = (statuses[status] ?? 0) + 1
  const told = bodyOf(response.headers.get('content-type'), text)
  if (operation === 'registerReferral' && status === 201) referrals.push(created.parse(told).id)
  if (status >= 500) return [`${status}: ${text}`]
  return contract.faultsIn(operation, status, response.headers, told)
}

test('every answer is one that the contract has', { timeout: patience }, async () => {
  const requests = requestsFrom(published)
  const found: object[] = []
  const began = performance.now()
  for (let round = 0; round < rounds && found.length < 20; round += 1) {
    if (round % 20 === 19) await signIn()
    const batch = fc.sample(requests, { numRuns: each, seed: seed + round * 1_000_003 })
    const outcome = async (request: FuzzRequest, place: number) => {
      const faults = await faultsOf(request).catch((error: unknown) => [String(error)])
      if (faults.length > 0) found.push({ round, place, faults, request })
    }
    await pMap(batch, outcome, { concurrency: atOnce })
  }
  const sent = Object.values(statuses).reduce((sum, count) => sum + count, 0)
  const seconds = Math.round((performance.now() - began) / 1000)
  await writeFigures('fuzz-api', { sent, seconds, statuses, referrals: referrals.length, found })
  expect(found).toEqual([])
  expect(sent).toBe(rounds * each)
  // Chance reaches what is let through, and not only what is refused.
  expect(statuses['200']).toBeGreaterThan(sent / 10)
  expect(statuses['201']).toBeGreaterThan(0)
})
