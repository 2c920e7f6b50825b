import type { APIGatewayProxyResult } from 'aws-lambda'
import * as fc from 'fast-check'
import pMap from 'p-map'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { openApi } from '../../../shared/contracts/openapi/document.ts'
import { routes, type RouteName } from '../../../shared/contracts/routes.ts'
import { openContract } from '../../support/contract.ts'
import { registrationRequest } from '../../support/referrals.ts'
import { claimsOf, type Caller } from '../support/callers.ts'
import { startInProcess, type InProcess } from '../support/in-process.ts'
import { today } from '../support/referring.ts'
import { isLong, patience, seed, writeFigures } from '../support/trial.ts'
import { requestsFrom, slotMark, type FuzzRequest } from './requests.ts'

/** The same requests, many more of them, to the handlers themselves in this process. */

/** `REQUESTS` asks for another number, to share the long trial among several processes with a seed each. */
const total = Number(process.env['REQUESTS'] ?? (isLong ? 104_000 : 1_000))
const each = 250
const atOnce = 8

let api: InProcess
const published = openApi()
const contract = openContract(published)
const referrals: string[] = []
const statuses: Record<string, number> = {}
const byOperation: Record<string, number> = {}

const callers: Readonly<Record<string, Caller>> = {
  ukfiu: 'ukfiu',
  force: 'answering',
  sta_author: 'author',
  sta_approver: 'approver',
  auditor: 'auditor',
  nobody: 'roleless',
}
const claimsFor = (role: string) => claimsOf[callers[role] ?? 'roleless']

const isRoute = (name: string): name is RouteName => name in routes
/** Made where the functions are bundled. */
const isBundled = (name: string): boolean => name === 'readOpenApi'

const created = z.object({ id: z.string() })
const bodyOf = (type: string, { body, isBase64Encoded = false }: APIGatewayProxyResult): unknown => {
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body
  return type.includes('json') ? JSON.parse(text) : text
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T09:00:00Z`) })
  api = await startInProcess()
  for (const organisation of ['kent', 'nca', 'nca', 'border-force', 'border-force']) {
    const sent = registrationRequest({
      organisation,
      referredOn: today,
      sarReference: `FIRST-${referrals.length}`,
    })
    const event = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }
    const { body } = await api.handle('registerReferral', event, claimsOf.ukfiu)
    referrals.push(created.parse(JSON.parse(body)).id)
  }
})
afterAll(async () => {
  vi.useRealTimers()
  await api.close()
})

const faultsOf = async ({ operation, places, query, headers, body, role, slot }: FuzzRequest) => {
  if (!isRoute(operation) || isBundled(operation)) return []
  const at = referrals[slot % referrals.length] ?? ''
  const pathParameters = Object.fromEntries(
    Object.entries(places).map(([name, value]) => [name, value.replace(slotMark, at)]),
  )
  const event = {
    headers: { ...headers },
    body: body ?? null,
    pathParameters,
    queryStringParameters: query.length > 0 ? Object.fromEntries(query) : null,
  }
  const answered = await api.handle(operation, event, claimsFor(role))
  const { statusCode: status } = answered
  statuses[status] = (statuses[status] ?? 0) + 1
  byOperation[operation] = (byOperation[operation] ?? 0) + 1
  const told = new Headers(
    Object.entries(answered.headers ?? {}).map(([name, value]) => [name, String(value)]),
  )
  const read = bodyOf(told.get('content-type') ?? '', answered)
  if (operation === 'registerReferral' && status === 201) referrals.push(created.parse(read).id)
  return status >= 500 ? [`${status}: ${answered.body}`] : contract.faultsIn(operation, status, told, read)
}

test('every answer is one that the contract has', { timeout: patience }, async () => {
  const requests = requestsFrom(published)
  const found: object[] = []
  const began = performance.now()
  const sent = () => Object.values(statuses).reduce((sum, count) => sum + count, 0)
  const report = () => {
    const seconds = Math.round((performance.now() - began) / 1000)
    return writeFigures(`fuzz-handlers-${seed}`, {
      sent: sent(),
      seconds,
      statuses,
      byOperation,
      referrals: referrals.length,
      found,
    })
  }
  for (let round = 0; sent() < total && found.length < 10; round += 1) {
    const batch = fc.sample(requests, { numRuns: each, seed: seed + round * 1_000_003 })
    const outcome = async (request: FuzzRequest, place: number) => {
      const faults = await faultsOf(request).catch((error: unknown) => [String(error)])
      if (faults.length > 0) found.push({ round, place, faults, request })
    }
    await pMap(batch, outcome, { concurrency: atOnce })
    await report()
  }
  expect(found).toEqual([])
  expect(sent()).toBeGreaterThanOrEqual(total)
  // Chance reaches what is let through, and not only what is refused.
  expect(statuses['200']).toBeGreaterThan(sent() / 10)
  expect(statuses['201']).toBeGreaterThan(0)
})
