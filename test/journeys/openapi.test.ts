import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { answers, type PublishedRoute } from '../../shared/contracts/answers.ts'
import { problem } from '../../shared/contracts/answers/plain.ts'
import { openApi } from '../../shared/contracts/openapi/document.ts'
import { operations } from '../../shared/contracts/openapi/operations/operations.ts'
import { reviewing } from '../../shared/contracts/openapi/story/reviewing.ts'
import { story } from '../../shared/contracts/openapi/story/story.ts'
import { routes } from '../../shared/contracts/routes.ts'
import { openContract, type Contract } from '../support/contract.ts'
import { startService, type Service } from '../support/service.ts'
import { restartAt } from '../support/restart-at.ts'
import { isExcerpt, nothingLearnt, play, type Played } from '../support/story.ts'

/** The published contract and the running service say the same, and every example is true. */

let service: Service
let published: unknown
let contract: Contract
let played: readonly Played[]
const tokens = new Map<string, string>()

const clients = {
  ukfiu: 'ukfiu',
  force: 'force-kent',
  sta_author: 'sta-author',
  sta_approver: 'sta-approver',
  auditor: 'auditor',
}

beforeAll(async () => {
  service = await startService()
  published = (await service.call('GET', '/v1/openapi.json')).body
  contract = openContract(z.looseObject({}).parse(published))
  const learnt = nothingLearnt()
  const summer = await play(service, story, learnt)
  await restartAt(service, '2028-06-05T08:59:00.000Z')
  played = [...summer, ...(await play(service, reviewing, learnt))]
  for (const [role, client] of Object.entries(clients)) tokens.set(role, await service.token(client))
})
afterAll(() => service.close())

test('the document that is served is the one that this code makes', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(openApi())))
})

describe('the story that the examples tell', () => {
  const after = (name: string): Played => {
    const found = played.find(({ step }) => step.name === name)
    if (!found) throw new Error(`${name} was not sent`)
    return found
  }

  test.each([...story, ...reviewing])('$name: $summary', ({ name, route, status, answer }) => {
    const { status: answered, headers, body, told } = after(name)
    expect(answered).toBe(status)
    expect(contract.faultsIn(route, status, headers, body)).toEqual([])
    const strict = status < 400 ? answers[route] : problem
    const parsed = typeof body === 'string' ? undefined : strict.safeParse(body)
    expect(parsed?.error?.issues ?? []).toEqual([])
    expect(isExcerpt(answer, told) ? answer : told).toEqual(answer)
  })

  test('every example of a request was sent', () => {
    const sent = new Set(played.map(({ step }) => step.name))
    const examples = contract.operations.flatMap(({ requests }) => requests)
    expect(examples.length).toBeGreaterThan(40)
    expect(examples.filter(({ name }) => !sent.has(name))).toEqual([])
  })
})

type Places = Readonly<Record<string, string>>
type Asked = {
  readonly of?: Places
  readonly query?: string
  readonly type?: string
  readonly body?: string
}

const somewhere: Places = { id: 'R-0000-0000', code: 'kent', year: '2026-27', n: '1' }
const nowhere: Places = { id: 'R-0000-0000', code: 'nowhere', year: '2026-28', n: '99' }

/** What a client of a role sends, well formed but to nothing that exists unless it says otherwise. */
const ask = async (name: PublishedRoute, role: string | undefined, asked: Asked = {}) => {
  const { method, path } = routes[name]
  const { body } = operations[name]
  const places = asked.of ?? somewhere
  const address = path.replaceAll(/\{(\w+)\}/g, (_, place: string) => places[place] ?? '')
  const { query = '', type = body === 'csv' ? 'text/csv' : 'application/json' } = asked
  const token = role === undefined ? undefined : tokens.get(role)
  return fetch(`${service.url}${address}${query}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': type }),
    },
    ...(body !== undefined && { body: asked.body ?? '{}' }),
  })
}

/** A refusal as the contract has it, to the word where routes that take JSON or nothing share one. */
const expectRefused = async (status: number, name: PublishedRoute, response: Response): Promise<void> => {
  const told: unknown = await response.json()
  expect([name, response.status, told]).toEqual([name, status, expect.objectContaining({ status })])
  expect(contract.faultsIn(name, status, response.headers, told)).toEqual([])
  const shared = contract.sharedRefusal(name, status)
  if (shared !== undefined && operations[name].body !== 'csv') expect(told).toEqual(shared)
}

const isPublished = (name: string): name is PublishedRoute => Object.hasOwn(operations, name)
const publishedRoutes = Object.keys(routes).filter(isPublished)
const withToken = publishedRoutes.filter((name) => routes[name].allowed !== 'public')
const withBody = publishedRoutes.filter((name) => operations[name].body !== undefined)

const withPlace = publishedRoutes.filter((name) => routes[name].path.includes('{'))

const rolesOf = (name: PublishedRoute): readonly string[] => {
  const { allowed } = routes[name]
  return allowed === 'public' ? [] : allowed
}

describe('the operations', () => {
  test('are the routes, each for the roles that may call it', () => {
    const told = contract.operations.map(({ name, method, path, roles, needsToken }) => ({
      name,
      method,
      path,
      roles,
      needsToken,
    }))
    const asRouted = publishedRoutes.map((name) => ({
      name,
      method: routes[name].method,
      path: routes[name].path,
      roles: rolesOf(name),
      needsToken: withToken.includes(name),
    }))
    const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1)
    expect(told.toSorted(byName)).toEqual(asRouted.toSorted(byName))
  })

  test.each(withToken)('%s refuses who has no token', async (name) => {
    await expectRefused(401, name, await ask(name, undefined))
  })

  test.each(withToken)('%s refuses every role that may not', async (name) => {
    const others = Object.keys(clients).filter((role) => !rolesOf(name).includes(role))
    for (const role of others) await expectRefused(403, name, await ask(name, role))
    expect(others.length + rolesOf(name).length).toBe(Object.keys(clients).length)
  })

  test.each(withToken)('%s refuses a parameter that it does not know', async (name) => {
    await expectRefused(422, name, await ask(name, rolesOf(name)[0], { query: '?colour=blue' }))
  })

  test.each(withPlace)('%s finds nothing where there is nothing', async (name) => {
    const taken = [...story, ...reviewing].find(({ route, status }) => route === name && status < 400)
    const body = JSON.stringify(taken?.body)
    await expectRefused(404, name, await ask(name, rolesOf(name)[0], { of: nowhere, body }))
  })

  test.each(withBody)(
    '%s refuses a body that it can not read, that is too large or of another type',
    async (name) => {
      const [role] = rolesOf(name)
      const most = operations[name].body === 'csv' ? 5 * 1024 * 1024 : 64 * 1024
      await expectRefused(400, name, await ask(name, role, { body: 'organisation\n"kent' }))
      await expectRefused(413, name, await ask(name, role, { body: ' '.repeat(most + 1) }))
      await expectRefused(415, name, await ask(name, role, { type: 'application/xml' }))
    },
  )
})
